import { afterEach, describe, expect, it } from 'vitest';
import type { CaseId, ClerkId, CounterId } from '../../../../schema/ids.ts';
import type { StaffWish } from '../../../../schema/people/contact.ts';
import { PRIVACY_NOTICE } from '../../../../schema/people/person.ts';
import { type Client, newRequestId } from '../../../../web/client.ts';
import type { OutgoingMessage } from '../../../gateways/message-file.ts';
import { eventually, startTestHall, type TestHall } from '../../harness.ts';

let hall: TestHall;
afterEach(() => hall.stop());

const DAY = 86_400_000;
const MOBILE = { one: '13985000001', two: '13985000002', boss: '13985000009' };
type Account = keyof typeof MOBILE;
const wish = () => ({ requestId: newRequestId() });
const FLOWER = { kind: 'person', name: '王小花', telephone: null, document: null, language: 'zh-Hans' } as const;

/** What a gateway was given, by the account that it went to; as every gateway it takes an id once. `isDown`: it throws. */
async function started(contacts: readonly Account[]) {
  const sent: OutgoingMessage[] = [];
  const taken = new Set<string>();
  const line = { isDown: false };
  hall = await startTestHall({
    gateway: async (message) => {
      if (line.isDown) throw new Error('no line');
      if (!taken.has(message.id)) sent.push(message);
      taken.add(message.id);
      return 'sent';
    },
  });
  for (const account of contacts) await enter(await hall.clerk(account), MOBILE[account]);
  const to = (account: Account) =>
    sent.filter(({ telephone }) => telephone === MOBILE[account]).map(({ text }) => text);
  return { sent, line, to };
}

function enter(client: Client, telephone?: string, declined: StaffWish[] = [], language: 'zh-Hans' | 'en' = 'zh-Hans') {
  const contact = { declined, language, ...(telephone ? { telephone } : {}) };
  return client.session.saveContact({ ...wish(), contact });
}

/** `one` takes a matter of twenty working days at counter 1, accepts it on the 23rd of November, and `two` handles it. */
async function accepted(isHandedOver = true) {
  const one = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  await one.counters.open({ ...wish(), counterId });
  const { ticketId } = await one.tickets.issue({
    ...wish(),
    matterIds: ['A-1' as never],
    care: false,
    printing: false,
  });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({}))[0]!;
  await one.people.enter({ ...wish(), of: { ticketId }, applicant: FLOWER, helper: null, notice: PRIVACY_NOTICE });
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await one.tickets.finish({ ...wish(), ticketId });
  if (isHandedOver) await handOver(caseId, one, 'two');
  return { one, caseId };
}

async function handOver(caseId: CaseId, from: Client, to: string) {
  const receiver = await hall.clerk(to);
  const { clerkId } = await receiver.session.me();
  const { handoverId } = await from.cases.offer({ ...wish(), caseId, to: clerkId, note: '请接着办' });
  await receiver.cases.accept({ ...wish(), caseId, handoverId });
}

describe('messages to the staff about a deadline', () => {
  it('[C10] [C2] [H9] messages to the staff about a deadline come to handler, first contact and supervisor at half, four fifths and the last day, each once', async () => {
    const { sent, to } = await started(['one', 'two', 'boss']);
    await accepted();
    await hall.system.sweep();
    sent.length = 0;
    for (let day = 0; day < 28; day++) await hall.clock.advance(DAY);
    const day = '最迟 2026年12月21日 办结。';
    const said = (part: string) =>
      ['办结期限已用去 50%', '办结期限已用去 80%', '今天是办结期限最后一天'].map(
        (what) => `【测试大厅】${part}办件 SL2026-000001（事项 A1）${what}，${day}`,
      );
    await eventually(() => expect(to('two')).toEqual(said('您经办的')));
    await eventually(() => expect(to('one')).toEqual(said('您首问的')));
    await eventually(() => expect(to('boss')).toEqual(said('大厅的')));
    // Nobody of the hall knows the resident by a message.
    expect(JSON.stringify(sent)).not.toContain('王');
    await hall.clock.advance(DAY);
    await eventually(() =>
      expect(to('two').slice(3)).toEqual([
        '【测试大厅】您经办的办件 SL2026-000001（事项 A1）已超过办结期限，期限是 2026年12月21日。请登录处理。',
      ]),
    );
    expect([to('one').length, to('boss').length]).toEqual([4, 4]);
  });

  it('[C10] [C9] none comes in a pause that was told, and the next one after it', async () => {
    const { sent, to } = await started(['two']);
    const { caseId } = await accepted();
    const two = await hall.clerk('two');
    await two.cases.pause({ ...wish(), caseId, kind: 'inspection', basis: '第四十五条', days: 12 });
    await two.cases.ring({ ...wish(), caseId, reached: true, remark: '' });
    await hall.system.sweep();
    sent.length = 0;
    // Its half was on the 7th of December; with twelve days left out it is on the 23rd.
    for (let day = 0; day < 16; day++) await hall.clock.advance(DAY);
    await eventually(() => expect(to('two')).toEqual([]));
    expect((await (await hall.clerk('two')).cases.one({ caseId })).warned).toBeNull();
    for (let day = 0; day < 16; day++) await hall.clock.advance(DAY);
    await eventually(() =>
      expect(to('two')).toEqual([expect.stringContaining('期限暂停已于'), expect.stringContaining('已用去 50%')]),
    );
  });

  it('[C10] [H9] a message that waited is not sent once it is no longer true: of another handler, or of what is over', async () => {
    const { sent, line, to } = await started(['two', 'boss']);
    const { caseId } = await accepted();
    await hall.system.sweep();
    sent.length = 0;
    line.isDown = true;
    await hall.clock.advance(14 * DAY);
    await handOver(caseId, await hall.clerk('two'), 'three');
    line.isDown = false;
    await hall.clock.advance(60_000);
    await eventually(() => expect(to('two')).toEqual([]));
    await eventually(() => expect(to('boss').filter((text) => text.includes('50%'))).toHaveLength(1));
    line.isDown = true;
    await hall.clock.advance(8 * DAY);
    const three = await hall.clerk('three');
    await three.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    line.isDown = false;
    sent.length = 0;
    await hall.clock.advance(60_000);
    await eventually(() => expect(to('boss').filter((text) => text.includes('80%'))).toEqual([]));
  });

  it('[C10] nothing is sent before a contact is entered, nor what somebody declined, and the language is the screen’s', async () => {
    const { to, sent } = await started([]);
    await accepted();
    await hall.clock.advance(14 * DAY);
    expect(sent).toEqual([]);
    await enter(await hall.clerk('one'), MOBILE.one, ['first-contact'], 'en');
    await enter(await hall.clerk('two'), MOBILE.two, [], 'en');
    await hall.clock.advance(8 * DAY);
    await eventually(() => expect(to('one')).toEqual([]));
    await eventually(() =>
      expect(to('two')).toEqual([
        '[测试大厅] Your case SL2026-000001 (事项 A1): 80 % of its limit is over; due by 21 December 2026.',
      ]),
    );
    await (await hall.clerk('two')).session.speak({ language: 'zh-Hant' });
    await hall.clock.advance(6 * DAY);
    await eventually(() =>
      expect(to('two')[1]).toBe(
        '【测试大厅】您經辦的辦件 SL2026-000001（事项 A1）今天是辦結期限最後一天，最遲 2026年12月21日 辦結。',
      ),
    );
  });
});

describe('messages to the staff about owners and steps', () => {
  it('[C3] an offer is told to its receiver with its end, one that lapses to its sender and the supervisor', async () => {
    const { to, sent } = await started(['one', 'two', 'boss']);
    const { one, caseId } = await accepted(false);
    sent.length = 0;
    const { clerkId } = await (await hall.clerk('two')).session.me();
    await one.cases.offer({ ...wish(), caseId, to: clerkId, note: '请接着办，家属在医院' });
    await hall.system.sweep();
    await eventually(() =>
      expect(to('two')).toEqual([
        '【测试大厅】one 员 把办件 SL2026-000001（事项 A1）转给您，请在 11月23日 周一 09:31 前接受或退回；不答复的退回原经办人。',
      ]),
    );
    await hall.clock.advance(31 * 60_000);
    const back = '办件 SL2026-000001（事项 A1）转办没有人接受，已退回，仍由 one 员 经办，最迟 2026年12月21日 办结。';
    await eventually(() => expect(to('one')).toEqual([`【测试大厅】您经办的${back}`]));
    await eventually(() => expect(to('boss')).toEqual([`【测试大厅】大厅的${back}`]));
    expect(JSON.stringify(sent)).not.toContain('医院');
  });

  it('[C2] a first contact is told each step that others make, once a command, and none of the own', async () => {
    const { to } = await started(['one']);
    const { caseId } = await accepted();
    const steps = () => to('one').map((text) => /11月23日 周一(.+?)；经办人 (\S+ 员)/.exec(text)?.slice(1));
    await hall.system.sweep();
    await eventually(() => expect(steps()).toEqual([['已换经办人', 'two 员']]));
    const two = await hall.clerk('two');
    await two.cases.pause({ ...wish(), caseId, kind: 'inspection', basis: '第四十五条', days: 3 });
    const { pause } = await two.cases.one({ caseId });
    await two.cases.endPause({ ...wish(), caseId, pauseId: pause!.id });
    await two.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await two.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
    await hall.system.sweep();
    await eventually(() =>
      expect(steps().map((one) => one?.[0])).toEqual(['已换经办人', '期限暂停', '暂停结束', '已作出决定', '已结束']),
    );
  });

  it('[C6] a review that is late is told to handler and first contact, too, who see it on the case', async () => {
    const { to, sent } = await started(['one', 'two', 'boss']);
    const { caseId } = await accepted();
    const two = await hall.clerk('two');
    const reason = '申请人不在本社区居住，不符合办法第五条的规定';
    await two.cases.proposeRefusal({ ...wish(), caseId, reason, basis: '第五条' });
    await hall.system.sweep();
    sent.length = 0;
    await hall.clock.advance(3 * DAY);
    const late = '办件 SL2026-000001（事项 A1）拟不予办理没有按期复核，期限是 2026年11月25日。请登录处理。';
    await eventually(() => expect(to('two')).toEqual([`【测试大厅】您经办的${late}`]));
    await eventually(() => expect(to('one')).toEqual([`【测试大厅】您首问的${late}`]));
    await eventually(() => expect(to('boss')).toEqual([`【测试大厅】大厅的${late}`]));
    const seen = await (await hall.clerk('one')).cases.mine({});
    expect(seen).toMatchObject([{ mine: 'first-contact', overdue: [{ duty: 'review', by: '2026-11-25' }] }]);
    expect(JSON.stringify(sent)).not.toContain('社区居住');
  });

  it('[C4] [C15] an unclear case is told to the supervisor, and one that was given to somebody to its new handler', async () => {
    const { to } = await started(['two', 'boss']);
    const { caseId } = await accepted(false);
    const boss = await hall.clerk('boss');
    const idOf = async (account: string): Promise<ClerkId> => (await (await hall.clerk(account)).session.me()).clerkId;
    const duties = [{ caseId, to: await idOf('two') }];
    const why = { reason: '调离', note: '材料在柜里', account: null };
    await boss.cases.handOverDuties({ ...wish(), clerkId: await idOf('one'), duties, ...why });
    await hall.system.sweep();
    await eventually(() =>
      expect(to('two')).toEqual([
        '【测试大厅】办件 SL2026-000001（事项 A1）现由您经办，最迟 2026年12月21日 办结。交接说明请登录查看。',
      ]),
    );
    const one = await hall.clerk('one');
    const counterId = 'c1' as CounterId;
    const asked = { ...wish(), matterIds: ['A-2' as never], care: false, printing: false };
    const { ticketId } = await one.tickets.issue(asked);
    await one.tickets.callNext({ ...wish(), counterId });
    await one.tickets.start({ ...wish(), ticketId });
    const open = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!;
    const conclusion = { kind: 'escalated' as const, note: '像是民政的事' };
    await one.cases.conclude({ ...wish(), caseId: open.caseId, conclusion });
    // C18: told when it can be undone no more.
    await hall.clock.advance(10_000);
    await hall.system.sweep();
    await eventually(() =>
      expect(to('boss').at(-1)).toBe(
        '【测试大厅】办件 SL2026-000002（事项 A2）归属不清，由 one 员 提请值班长明确，请在 2026年11月24日 前答复。',
      ),
    );
  });
});

describe('what a first contact has not looked at', () => {
  const kinds = async (client: Client) => (await client.cases.news({})).items.map(({ kind }) => kind);

  it('[C2] what a first contact has not looked at is what others and the clock did with the first-contact cases, the latest first, until it was seen', async () => {
    await started([]);
    const { one, caseId } = await accepted();
    const two = await hall.clerk('two');
    expect(await kinds(two)).toEqual([]);
    const [given] = (await one.cases.news({})).items;
    expect(given).toMatchObject({
      ...{ kind: 'handover-accepted', byName: 'two 员', caseId, number: 'SL2026-000001', facts: { to: 'two 员' } },
    });
    await two.cases.pause({ ...wish(), caseId, kind: 'inspection', basis: '家属在医院，第四十五条', days: 3 });
    const shown = await one.cases.news({});
    expect(shown.items.map(({ kind }) => kind)).toEqual(['due-moved', 'case-paused', 'handover-accepted']);
    expect(JSON.stringify(shown)).not.toMatch(/王|医院/);
    // What comes while it is read stays new.
    await two.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    await one.cases.seeNews({ ...wish(), seenTo: shown.seenTo });
    expect(await kinds(one)).toEqual(['case-decided']);
    await two.cases.tell({ ...wish(), caseId, way: 'counter', reached: true, remark: '' });
    expect(await kinds(one)).toEqual(['case-closed', 'resident-told', 'case-decided']);
    await one.cases.seeNews({ ...wish(), seenTo: 1_000_000 });
    expect(await kinds(one)).toEqual([]);
    expect(await one.cases.news({})).toMatchObject({ items: [], isCut: false });
  });

  it('[C2] [C10] what a first contact has not looked at holds a warning that the clock gave, and nothing of what the first contact did', async () => {
    await started([]);
    const { one } = await accepted(false);
    expect(await kinds(one)).toEqual([]);
    for (let day = 0; day < 14; day++) await hall.clock.advance(DAY);
    const [warned] = (await (await hall.clerk('one')).cases.news({})).items;
    expect(warned).toMatchObject({ kind: 'deadline-warned', byName: null, facts: { percent: '50' } });
  });
});
