/** Cases by the commands of a working hall: visits at a counter, and what happens to the cases afterwards. */
import type { CaseId, CounterId, MatterId } from '../../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../../schema/people/person.ts';
import { type Client, newRequestId } from '../../../../web/client.ts';
import { cases } from '../../../cases/tables/cases.ts';
import { clerks } from '../../../people/tables/clerks.ts';
import type { TestHall } from '../../harness.ts';

export const wish = () => ({ requestId: newRequestId() });
const REASON = '申请人不在本社区居住，不符合第五条';
const FIRST = ['王', '李', '张', '陈', '杨', '赵', '吴', '周', '罗', '欧阳'];
const LAST = ['小花', '建军', '丽', '志强', '秀英', '文博'];

/** A clerk at a counter, who takes visits of up to five matters each. */
export async function clerkAt(hall: TestHall, account: string, label: string) {
  const clerk = await hall.clerk(account);
  const counter = (await clerk.boards.staff({})).rows.counters.find((one) => one.label === label)!;
  const { matters } = await clerk.catalogue({});
  const own = matters.filter(
    ({ letter, offered, limitDays }) => offered && limitDays && counter.letters.includes(letter),
  );
  await clerk.counters.open({ ...wish(), counterId: counter.id as CounterId });
  let visits = 0;

  /** The cases of one visit, still open. */
  async function visit(count: number): Promise<{ caseIds: CaseId[]; leave: () => Promise<unknown> }> {
    const matterIds = Array.from({ length: count }, (_, at) => own[(visits + at) % own.length]!.id as MatterId);
    const { ticketId } = await clerk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
    await clerk.tickets.callNext({ ...wish(), counterId: counter.id });
    await clerk.tickets.start({ ...wish(), ticketId });
    const name = `${FIRST[visits % FIRST.length]}${LAST[visits % LAST.length]}`;
    const applicant = {
      ...{ kind: 'person' as const, name, telephone: `139850${String(10_000 + visits).slice(1)}1` },
      ...{ document: null, language: 'zh-Hans' as const },
    };
    await clerk.people.enter({ ...wish(), of: { ticketId }, applicant, helper: null, notice: PRIVACY_NOTICE });
    visits++;
    const caseIds = hall.system.hall
      .read(cases)
      .ofTicket(ticketId)
      .map(({ id }) => id);
    return { caseIds, leave: () => clerk.tickets.finish({ ...wish(), ticketId }) };
  }

  /** Accepted cases, with the path of each page. */
  async function accepted(count: number): Promise<{ caseId: CaseId; page: string }[]> {
    const { caseIds, leave } = await visit(count);
    const found = [];
    for (const caseId of caseIds) {
      const { paper } = await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
      found.push({ caseId, page: `/c/${paper!.replace(/^.*\/|\?.*$/g, '')}` });
    }
    await leave();
    return found;
  }
  return { client: clerk, accepted, visit, matters: own };
}
export type AtCounter = Awaited<ReturnType<typeof clerkAt>>;

export const idOf = (hall: TestHall, account: string) => hall.system.hall.read(clerks).byAccount(account)!.id;

/** What makes something to do of a case that `one` handles, each in its own way. */
export function happenings(hall: TestHall, one: AtCounter, others: { two: Client; boss: Client }, account: string) {
  const { client } = one;
  const { two, boss } = others;
  return {
    offered: (caseId: CaseId) =>
      two.cases.offer({ ...wish(), caseId, to: idOf(hall, account), note: '居民改到本窗口办理，材料在二号柜' }),
    decided: (caseId: CaseId) => client.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' }),
    async tried(caseId: CaseId) {
      await client.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
      const tried = { way: 'telephone' as const, reached: false, remark: '无人接听' };
      await client.cases.tell({ ...wish(), caseId, ...tried });
      await client.cases.tell({ ...wish(), caseId, ...tried });
    },
    proposed: (caseId: CaseId) =>
      client.cases.proposeRefusal({ ...wish(), caseId, reason: REASON, basis: '办法第五条' }),
    async sentBack(caseId: CaseId) {
      await client.cases.proposeRefusal({ ...wish(), caseId, reason: REASON, basis: '办法第五条' });
      await boss.cases.sendBackRefusal({ ...wish(), caseId, remark: '请再核实居住情况' });
    },
    inquired: (page: string) =>
      fetch(`${hall.origin}${page}/inquiry`, {
        ...{ method: 'POST', redirect: 'manual' },
        body: new URLSearchParams({ ...wish(), text: '请问什么时候能办好？' }),
      }),
    asked: (caseId: CaseId, answerBy: string) =>
      two.cases.askQuestion({
        ...{ ...wish(), caseId, to: { clerkId: idOf(hall, account) } },
        ...{ text: '去年的核查记录在哪里？', answerBy },
      }),
    async cameLate(caseId: CaseId) {
      await client.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
      await client.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
      await client.cases.takeLatePapers({ ...wish(), caseId, items: [], note: '居民补交一封说明信' });
    },
    /** A notice whose papers all came and were examined by nobody. */
    async complete() {
      const { caseIds, leave } = await one.visit(1);
      const caseId = caseIds[0]!;
      const { matterId } = hall.system.hall.read(cases).byId(caseId)!;
      const item = one.matters.find(({ id }) => id === matterId)!.materials[0]!.id;
      await client.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing: [item], note: '' } });
      await leave();
      await client.cases.receiveMaterials({ ...wish(), caseId, items: [item], isExamined: false });
    },
  };
}
