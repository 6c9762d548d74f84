import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { refusalCode } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from '../owners/owner-fixture.ts';

const A1 = 'A-1' as MatterId;
const ROUNDS = 10;

let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());

const count = (sql: string, ...of: string[]): number =>
  h.hall.system.store.db
    .prepare<string[], number>(sql)
    .pluck()
    .get(...of)!;

/** Each round another one of them is asked first. */
const atOnce = (round: number, tried: (() => Promise<unknown>)[]) => {
  const turned = tried.map((_, n) => (n + round) % tried.length);
  return Promise.all(turned.map(async (n) => [n, await refusalCode(tried[n]!())] as const)).then((told) =>
    told.sort(([a], [b]) => a - b).map(([, code]) => code),
  );
};

/** Books a time that can still be cancelled; the link and the code. */
async function booked(round: number) {
  const person = h.hall.anybody();
  const slots = (await person.appointments.slots({ matterId: A1 })).filter(({ free }) => free > 0);
  const later = slots.filter(({ startsAt }) => Date.parse(startsAt) > h.hall.clock.nowMs + 3 * 3_600_000);
  const { link } = await person.appointments.hold({ ...wish(), slotId: later[0]!.id, matterId: A1 });
  const said = { name: '王某', telephone: `1398500${1_000 + round}`, language: 'zh-Hans' } as const;
  const { code } = await person.appointments.confirm({ ...wish(), link, ...said });
  return { link, code, person };
}

it('[T3] [A4] one wish that a kiosk sends 64 times at once is one ticket, and each answer is that ticket', async () => {
  const kiosk = await h.hall.kiosk();
  for (let round = 1; round <= ROUNDS; round++) {
    const same = { ...wish(), matterIds: [A1], care: false, printing: false };
    const answers = await Promise.all(Array.from({ length: 64 }, () => kiosk.tickets.issue(same)));
    expect(new Set(answers.map(({ ticketId }) => ticketId)).size).toBe(1);
    expect(count('SELECT count(*) FROM tickets')).toBe(round);
  }
});

it('[H6] [H8] one appointment that four kiosks check in at once gets one ticket', async () => {
  const kiosks = await Promise.all(Array.from({ length: 4 }, () => h.hall.kiosk()));
  for (let round = 0; round < ROUNDS; round++) {
    const { code } = await booked(round);
    const tried = kiosks.map((one) => () => one.appointments.checkIn({ ...wish(), code, printing: false }));
    const told = await atOnce(round, tried);
    expect(told.filter((one) => one === 'accepted')).toHaveLength(1);
    expect(count('SELECT count(*) FROM tickets')).toBe(round + 1);
  }
});

it('[H6] [H8] an appointment that is cancelled and checked in at once has one end', async () => {
  const kiosk = await h.hall.kiosk();
  let tickets = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { link, code, person } = await booked(round);
    const told = await atOnce(round, [
      () => person.appointments.cancel({ ...wish(), link }),
      () => kiosk.appointments.checkIn({ ...wish(), code, printing: false }),
    ]);
    expect(told.filter((one) => one === 'accepted')).toHaveLength(1);
    if (told[1] === 'accepted') tickets++;
    expect(count('SELECT count(*) FROM tickets')).toBe(tickets);
    const phase = told[0] === 'accepted' ? 'cancelled' : 'checked-in';
    expect(count('SELECT count(*) FROM appointments WHERE code = ? AND phase = ?', code, phase)).toBe(1);
  }
});

it('[C2] [C3] an offer that two clerks accept, one declines and its sender takes back at once ends once, and its case has one handler', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const caseId = await h.accepted();
    await h.as.one.cases.offer({ ...wish(), caseId, to: h.idOf('two'), note: '请接办' });
    const handoverId = h.caseNow(caseId).offer!.id;
    const on = () => ({ ...wish(), caseId, handoverId });
    const told = await atOnce(round, [
      () => h.as.two.cases.accept(on()),
      () => h.as.three.cases.accept(on()),
      () => h.as.two.cases.decline({ ...on(), reason: '手上已满' }),
      () => h.as.one.cases.takeBack(on()),
    ]);
    expect(told.filter((one) => one === 'accepted')).toHaveLength(1);
    expect(told[1]).not.toBe('accepted');
    const handler = h.idOf(told[0] === 'accepted' ? 'two' : 'one');
    expect(h.caseNow(caseId)).toMatchObject({ handler, firstContact: h.idOf('one'), offer: undefined });
  }
});

it('[T5] a counter that three clerks open at once has one of them', async () => {
  const counterId = 'c3' as CounterId;
  const clerks = [h.as.two, h.as.three, h.as.four];
  for (let round = 0; round < ROUNDS; round++) {
    const told = await atOnce(
      round,
      clerks.map((one) => () => one.counters.open({ ...wish(), counterId })),
    );
    expect(told.filter((one) => one === 'accepted')).toHaveLength(1);
    await clerks[told.indexOf('accepted')]!.counters.close({ ...wish(), counterId });
  }
});
