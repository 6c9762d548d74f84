import { describe, expect, it } from 'vitest';
import type { CounterId, Letter } from '../../../schema/ids.ts';
import { cases } from '../../cases/tables/cases.ts';
import {
  A1,
  act,
  c1,
  cancelToday,
  counter,
  HOUR,
  hall,
  inClosingHall,
  issue,
  MINUTE,
  page,
  people,
  seen,
  serving,
  wish,
} from './closing-fixture.ts';

inClosingHall();

describe('at lunch', () => {
  it('[T10] [Q9] phone and kiosk say at lunch that calling goes on at 13:00, and tell nobody to watch the screen', async () => {
    const { link } = await issue();
    await hall.clock.advance(3 * HOUR);
    expect(await seen('A001')).toMatchObject({
      ahead: 0,
      range: null,
      waitsFor: { day: '2026-11-23', startsAt: '2026-11-23T05:00:00.000Z', because: null },
    });
    for (const [language, words] of [
      ['zh-CN', '13:00 继续叫号'],
      ['zh-TW', '13:00 繼續叫號'],
      ['en', 'goes on at 13:00'],
    ]) {
      const html = await page(link, language);
      expect(html).toContain(words);
      expect(html).not.toMatch(/下一个就是您|下一個就是您|You are next/);
    }
  });

  it('[T7] [Q9] a ticket that stepped away before lunch keeps the place that the screens promise', async () => {
    const first = await issue();
    await hall.clock.advance(2 * HOUR + 50 * MINUTE);
    await issue();
    await act(first, 'step-away');
    await hall.clock.advance(30 * MINUTE);
    expect(await seen('A001')).toMatchObject({ phase: 'waiting', ahead: 0 });
    expect(await seen('A002')).toMatchObject({ ahead: 1 });
  });

  it('[Q6] [T10] no range is shown across a closing: a sentence says when calling stops and goes on', async () => {
    await people.one.counters.open({ ...wish(), counterId: c1 });
    await hall.clock.advance(2 * HOUR + 50 * MINUTE);
    for (let n = 0; n < 6; n++) await issue();
    const closing = { at: '2026-11-23T04:00:00.000Z', goesOnAt: '2026-11-23T05:00:00.000Z' };
    expect(await people.kiosk.tickets.forecast({ matterIds: [A1] })).toMatchObject({ ahead: 6, range: null, closing });
    expect(await seen('A006')).toMatchObject({ range: null, closing });
    expect(await seen('A001')).toMatchObject({ closing: null });
    const { rows } = await people.kiosk.boards.kiosk();
    expect(rows.queues.find((row) => row.id === 'A')).toMatchObject({ range: null, closing });
  });
});

/** Group A at counter 1. */
const regularPlan = () => ({
  kind: 'regular' as const,
  letters: ['A'] as Letter[],
  counterIds: [c1],
  bookableShare: 0,
});

describe('one truth across days', () => {
  it('[H4] [T5] a clerk who sat at two counters when openings ended is seated at one of them, and the next opening begins', async () => {
    const c2 = 'c2' as CounterId;
    await people.one.counters.open({ ...wish(), counterId: c1 });
    await hall.clock.advance(3 * HOUR + MINUTE);
    await people.one.counters.open({ ...wish(), counterId: c2 });
    await hall.clock.advance(5 * HOUR);
    await hall.clock.advance(15 * HOUR + 50 * MINUTE);
    // Signed in again at 08:51, and seated by the opening.
    await hall.clerk('one');
    await hall.clock.advance(10 * MINUTE);
    people.boss = await hall.clerk('boss');
    const { rows } = await people.boss.boards.staff();
    expect(rows.hall[0]?.open).toBe(true);
    expect(rows.counters.filter((row) => row.clerkName === 'one 员')).toMatchObject([{ phase: 'open' }]);
  });

  it('[C2] [C15] a matter that was begun ends with its withdrawn ticket, and its handler may go', async () => {
    const ticket = await serving();
    const caseId = (await people.one.cases.mine({}))[0]!.caseId;
    await people.boss.counters.release({ ...wish(), counterId: c1, reason: '突发疾病' });
    await people.kiosk.tickets.act({
      ...wish(),
      link: ticket.link.slice('/t/'.length),
      act: { kind: 'withdraw' },
    });
    const found = hall.system.hall.read(cases).byId(caseId)!;
    expect(found).toMatchObject({ phase: 'closed', outcome: 'withdrawn' });
    expect(await people.one.cases.mine({})).toEqual([]);
  });

  it('[T6] [T10] a no-show who rejoins after the end stands behind the next three of the line that is carried over', async () => {
    const missed = await serving('called');
    const others = [];
    for (let n = 0; n < 4; n++) others.push(await issue());
    await people.one.tickets.miss({ ...wish(), ticketId: missed.ticketId });
    await cancelToday();
    await act(missed, 'rejoin');
    expect(await seen(missed.number, '2026-11-24')).toMatchObject({ ahead: 3 });
    expect(await seen(others[0]!.number, '2026-11-24')).toMatchObject({ ahead: 0 });
    expect(await seen(others[3]!.number, '2026-11-24')).toMatchObject({ ahead: 4 });
  });

  it('[Q9] [T12] display and staff board name the opening that the ticket’s own page names', async () => {
    await issue();
    await cancelToday();
    const plan = { ...regularPlan(), day: '2026-11-23', from: '14:00', to: '17:00' };
    await people.boss.openings.create({ ...wish(), plan });
    const { waitsFor } = await seen('A001', '2026-11-24');
    const { rows } = await people.boss.boards.staff();
    expect(rows.queues.find((row) => row.id === 'A')!.kept).toEqual({ count: 1, startsAt: waitsFor!.startsAt });
  });

  it('[T10] somebody stranded on a day to come is carried over as soon as a later opening is planned', async () => {
    await issue();
    await cancelToday();
    for (const one of (await people.boss.openings.list({})).filter(({ phase }) => phase === 'planned'))
      await people.boss.openings.cancel({ ...wish(), openingId: one.id, reason: '搬迁' });
    const plan = { ...regularPlan(), day: '2026-12-19', from: '10:00', to: '12:00' };
    await people.boss.openings.create({ ...wish(), plan });
    expect(await seen('A001', '2026-12-19')).toMatchObject({ waitsFor: { day: '2026-12-19', because: '搬迁' } });
  });

  it('[T12] the reason of the day before is not given for the lunch of the day that came', async () => {
    await issue();
    await cancelToday();
    await hall.clock.advance(24 * HOUR + 3 * HOUR + 10 * MINUTE);
    people.boss = await hall.clerk('boss');
    expect(await seen('A001')).toMatchObject({ waitsFor: { because: null, startsAt: '2026-11-24T05:00:00.000Z' } });
  });

  it('[T12] a released counter is not opened again for the clerk who had to leave it', async () => {
    await serving();
    await hall.clock.advance(3 * HOUR);
    expect((await counter()).phase).toBe('closing');
    await people.boss.counters.release({ ...wish(), counterId: c1, reason: '人已离开' });
    await hall.clock.advance(HOUR + MINUTE);
    expect(await counter()).toMatchObject({ phase: 'closed', clerkName: null });
  });
});
