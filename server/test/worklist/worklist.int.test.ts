import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkRow } from '../../../schema/cases/worklist/task.ts';
import type { CaseId, CounterId, MatterId } from '../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../schema/people/person.ts';
import { createBoards, type Push } from '../../live/boards.ts';
import { eventually } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from '../owners/owner-fixture.ts';

const DAY = 86_400_000;
const A1 = 'A-1' as MatterId;
let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());

/** What the staff's screens show of this case, as pushes made it. */
function listOf(account: 'one' | 'two' | 'boss') {
  const screen = h.hall.follow(h.as[account], 'staff');
  return (caseId: CaseId): WorkRow | undefined => screen.snapshot()?.rows.work.find(({ id }) => id === caseId);
}
const kinds = (row: WorkRow | undefined) => row?.tasks.map(({ kind }) => kind);

describe('what is to be done now, on the screens of the staff', () => {
  it('[C3] an offer appears with its briefing before its receiver, and goes when it is accepted', async () => {
    const caseId = await h.accepted();
    const shown = listOf('two');
    await h.as.one.cases.offer({ ...wish(), caseId, to: h.idOf('two'), note: '请接办' });
    await eventually(() =>
      expect(shown(caseId)).toMatchObject({
        number: 'SL2026-000001',
        handlerName: 'one 员',
        tasks: [{ kind: 'offer', to: [h.idOf('two')], words: '请接办' }],
      }),
    );
    const { offer } = await h.as.two.cases.one({ caseId });
    await h.as.two.cases.accept({ ...wish(), caseId, handoverId: offer!.id });
    await eventually(() => expect(shown(caseId)).toBeUndefined());
  });

  it('[C5] [C6] a refusal is to be confirmed by a supervisor, then to be told by its handler, tried again, and is done once told', async () => {
    const caseId = await h.accepted();
    const shown = listOf('boss');
    const reason = '申请人不在本社区居住，不符合第五条';
    await h.as.one.cases.proposeRefusal({ ...wish(), caseId, reason, basis: '第五条' });
    await eventually(() =>
      expect(shown(caseId)?.tasks).toMatchObject([{ kind: 'review', to: [], author: h.idOf('one'), words: reason }]),
    );
    await h.as.boss.cases.confirmRefusal({ ...wish(), caseId });
    await eventually(() => expect(kinds(shown(caseId))).toEqual(['tell']));
    const tried = { ...wish(), caseId, way: 'telephone' as const, remark: '' };
    await h.as.one.cases.tell({ ...tried, reached: false });
    await eventually(() => expect(shown(caseId)?.tasks).toMatchObject([{ kind: 'ring', count: 1 }]));
    await h.as.one.cases.tell({ ...tried, ...wish(), reached: true });
    await eventually(() => expect(shown(caseId)).toBeUndefined());
  });

  it('[C11] what is to be done by somebody who is away stands before whoever stands in', async () => {
    const caseId = await h.accepted();
    await h.as.one.cases.askQuestion({
      ...{ ...wish(), caseId, to: { clerkId: h.idOf('two') } },
      ...{ text: '此件归哪个科？', answerBy: '2026-11-27' },
    });
    const shown = listOf('boss');
    await eventually(() => expect(shown(caseId)?.tasks).toMatchObject([{ kind: 'question', to: [h.idOf('two')] }]));
    await h.away(h.as.boss, 'two', '2026-11-23', '2026-11-25', { deputy: 'three' });
    await eventually(() =>
      expect(shown(caseId)?.tasks).toMatchObject([{ kind: 'question', to: [h.idOf('two'), h.idOf('three')] }]),
    );
  });

  it('[P2] a row names the applicant as masked, and nobody where nobody was entered', async () => {
    const kiosk = await h.hall.kiosk();
    const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
    await h.as.one.tickets.callNext({ ...wish(), counterId: 'c1' as CounterId });
    await h.as.one.tickets.start({ ...wish(), ticketId });
    const { caseId } = (await h.as.one.cases.mine({})).find(({ phase }) => phase === 'open')!;
    const applicant = {
      kind: 'person' as const,
      name: '王小花',
      telephone: '13985001234',
      document: null,
      language: 'zh-Hans' as const,
    };
    await h.as.one.people.enter({ ...wish(), of: { caseId }, applicant, helper: null, notice: PRIVACY_NOTICE });
    await h.as.one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
    await h.as.one.tickets.finish({ ...wish(), ticketId });
    const shown = listOf('two');
    await h.as.one.cases.offer({ ...wish(), caseId, to: h.idOf('two'), note: '请接办' });
    await eventually(() => expect(shown(caseId)).toMatchObject({ who: '王*花' }));
    const other = await h.accepted();
    await h.as.one.cases.offer({ ...wish(), caseId: other, to: h.idOf('two'), note: '请接办' });
    await eventually(() => expect(shown(other)).toMatchObject({ who: null }));
  });

  it('[C10] a limit appears for handler and first contact when half of it is over, without anybody’s doing', async () => {
    const caseId = await h.accepted();
    const { dueOn } = h.caseNow(caseId);
    for (let day = 0; day < 15; day++) await h.hall.clock.advance(DAY);
    const rows = async () => (await (await h.hall.clerk('two')).boards.staff({})).rows.work;
    await eventually(async () =>
      expect(await rows()).toMatchObject([{ id: caseId, tasks: [{ kind: 'limit', by: dueOn, to: [h.idOf('one')] }] }]),
    );
  });
});

it('[D2] one case that changes costs its list the same few statements with 2 cases on it and with 14, and no other board a row', async () => {
  const prototype = Object.getPrototypeOf(h.hall.system.store.db.prepare('SELECT 1')) as Record<string, unknown>;
  const keeper = createBoards(h.hall.system.hall);
  const all: CaseId[] = [];
  const grow = async (count: number) => {
    while (all.length < count) {
      const caseId = await h.accepted();
      await h.as.one.cases.offer({ ...wish(), caseId, to: h.idOf('two'), note: '请接办' });
      all.push(caseId);
    }
  };
  let measured: { statements: number; pushes: Push[] } = { statements: 0, pushes: [] };
  keeper.pushesFor({ entries: [], jobs: false }, () => true);
  h.hall.system.hall.onCommitted((committed) => {
    if (committed.entries.length === 0) return;
    let statements = 0;
    const names = ['get', 'all', 'run', 'iterate'];
    const originals = names.map((name) => prototype[name] as (...args: unknown[]) => unknown);
    names.forEach((name, i) => {
      prototype[name] = function (this: unknown, ...args: unknown[]) {
        statements++;
        return originals[i]!.apply(this, args);
      };
    });
    const pushes = keeper.pushesFor(committed, () => true);
    names.forEach((name, i) => {
      prototype[name] = originals[i];
    });
    measured = { statements, pushes };
  });
  const costOf = async (count: number) => {
    await grow(count);
    const caseId = all.at(-1)!;
    const { offer } = await h.as.two.cases.one({ caseId });
    await h.as.two.cases.accept({ ...wish(), caseId, handoverId: offer!.id });
    await h.hall.system.hall.idle();
    await h.as.two.cases.offer({ ...wish(), caseId, to: h.idOf('three'), note: '请接办' });
    await h.hall.system.hall.idle();
    return measured;
  };
  const few = await costOf(2);
  const many = await costOf(14);
  expect(many.statements).toBe(few.statements);
  expect(many.statements).toBeLessThanOrEqual(12);
  const boards = many.pushes.map((push) => ('delta' in push ? push.delta.board : 'snapshot'));
  expect(boards).toEqual(['staff']);
});
