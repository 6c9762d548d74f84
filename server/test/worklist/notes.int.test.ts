import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { eventually, refusalCode } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from '../owners/owner-fixture.ts';

const HOUR = 3_600_000;
let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());

it('[C3] a supervisor ticks what was told, once and with a name, and what happens to the case afterwards is told without a tick', async () => {
  const caseId = await h.accepted();
  const lapse = async () => {
    await h.as.one.cases.offer({ ...wish(), caseId, to: h.idOf('two'), note: '请接办' });
    await h.hall.clock.advance(HOUR);
  };
  await lapse();
  const screen = h.hall.follow(h.as.boss, 'staff');
  const notes = () => screen.snapshot()?.rows.notes.filter((note) => note.caseId === caseId) ?? [];
  await eventually(() => expect(notes()).toMatchObject([{ kind: 'handover-lapsed', tickedBy: null }]));
  const noteId = notes()[0]!.id;
  expect(await refusalCode(h.as.one.notes.tick({ ...wish(), noteId }))).toBe('not-allowed');
  expect(await refusalCode(h.as.boss.notes.tick({ ...wish(), noteId: '1' }))).toBe('note-unknown');
  await h.as.boss.notes.tick({ ...wish(), noteId });
  await eventually(() => expect(notes()).toMatchObject([{ id: noteId, tickedBy: '主任' }]));
  expect(await refusalCode(h.as.boss.notes.tick({ ...wish(), noteId }))).toBe('note-ticked');
  await lapse();
  await eventually(() =>
    expect(notes()).toMatchObject([
      { id: noteId, tickedBy: '主任' },
      { kind: 'handover-lapsed', tickedBy: null },
    ]),
  );
  expect(h.hall.system.store.ledger.load(`note:${noteId}`)).toMatchObject([
    { actor: `clerk:${h.idOf('boss')}`, event: { type: 'note-ticked', by: h.idOf('boss') } },
  ]);
});

it('[C6] what waits for an answer has no tick: only the answer ends it', async () => {
  const caseId = await h.accepted();
  await h.as.one.cases.proposeRefusal({ ...wish(), caseId, reason: '申请人不在本社区居住，不符合', basis: '第五条' });
  const [note] = (await h.as.boss.boards.staff({})).rows.notes;
  expect(note).toMatchObject({ kind: 'refusal-proposed' });
  expect(await refusalCode(h.as.boss.notes.tick({ ...wish(), noteId: note!.id }))).toBe('note-waits');
});

it('[Q4] calls out of order are counted per clerk for the day, the most first', async () => {
  const kiosk = await h.hall.kiosk();
  const issue = () => kiosk.tickets.issue({ ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false });
  const counterId = 'c1' as CounterId;
  expect((await h.as.boss.figures({})).outOfOrder).toEqual([]);
  const tickets = [await issue(), await issue(), await issue()];
  const boss = await h.hall.clerk('boss');
  await h.as.one.counters.close({ ...wish(), counterId });
  await boss.counters.open({ ...wish(), counterId });
  for (const { ticketId } of tickets.slice(1)) {
    await boss.tickets.callThis({ ...wish(), counterId, ticketId, reason: '行动不便' });
    await boss.tickets.putBack({ ...wish(), ticketId, reason: '居民请求稍候' });
  }
  expect((await h.as.boss.figures({})).outOfOrder).toEqual([{ clerkName: '主任', count: 2 }]);
});

it('[Q4] a clerk without the permission calls nobody out of order, and nothing is counted', async () => {
  const known = (await h.as.admin.administration.clerks({})).find(({ account }) => account === 'two')!;
  const { id, account, name, role, active } = known;
  const clerk = { id, account, name, role, active, mayPick: false };
  await h.as.admin.administration.saveClerk({ ...wish(), clerk, newPassword: false });
  const two = await h.hall.clerk('two');
  const counterId = 'c1' as CounterId;
  await h.as.one.counters.close({ ...wish(), counterId });
  await two.counters.open({ ...wish(), counterId });
  const kiosk = await h.hall.kiosk();
  const matterIds = ['A-1' as MatterId];
  const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
  const picked = two.tickets.callThis({ ...wish(), counterId, ticketId, reason: '行动不便' });
  expect(await refusalCode(picked)).toBe('not-allowed');
  expect((await h.as.boss.figures({})).outOfOrder).toEqual([]);
});
