/** A telephone that a form alone said is shown as such wherever staff meets its person (H6). */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CounterId, MatterId, PersonId } from '../../../schema/ids.ts';
import { PRIVACY_NOTICE } from '../../../schema/people/person.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { eventually, MONDAY_9, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { bookerOf } from './booking-fixture.ts';

const A1 = 'A-1' as MatterId;
const MINUTE = 60_000;
const WHO = { name: '王小花', telephone: '13985001234' };
const wish = () => ({ requestId: newRequestId() });

let hall: TestHall;
let one: Client;
let boss: Client;
beforeEach(async () => {
  hall = await startTestHall({ nowMs: MONDAY_9 - 60 * MINUTE });
  [one, boss] = await Promise.all([hall.clerk('one'), hall.clerk('boss')]);
});
afterEach(() => hall.stop());

/** Booked for 10:00, checked in at the kiosk and at the counter since. */
async function come(by?: Client) {
  const code = await bookerOf(hall).book(A1, '10:00', WHO, by);
  await hall.clock.advance(110 * MINUTE);
  const counterId = 'c1' as CounterId;
  await one.counters.open({ ...wish(), counterId });
  const { ticketId } = await (await hall.kiosk()).appointments.checkIn({ ...wish(), code, printing: false });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const caseId = (await one.cases.mine({}))[0]!.caseId;
  const marks = async () => {
    const { applicant } = await one.tickets.visit({ ticketId });
    const onCase = (await one.cases.one({ caseId })).applicant;
    const held = (await boss.people.held({ personId: applicant!.personId as PersonId })).person;
    return [applicant, onCase, held].map((person) => [person!.telephone, person!.unproved ?? false]);
  };
  return { ticketId, caseId, marks };
}

const MASKED = '*********1234';

it('[H6] a telephone that a form said is unproved on the visit, the case and the person’s page, until a clerk enters the person', async () => {
  const { ticketId, marks } = await come();
  expect(await marks()).toEqual(Array(3).fill([MASKED, true]));
  const applicant = { ...WHO, kind: 'person', document: null, language: 'zh-Hans' } as const;
  const entered = await one.people.enter({
    ...wish(),
    of: { ticketId },
    applicant,
    helper: null,
    notice: PRIVACY_NOTICE,
  });
  expect(entered.isKnown).toBe(true);
  expect(await marks()).toEqual(Array(3).fill([MASKED, false]));
});

it('[H6] a telephone with which a clerk booked is proved', async () => {
  const { marks } = await come(await hall.clerk('two'));
  expect(await marks()).toEqual(Array(3).fill([MASKED, false]));
});

it('[H6] a telephone that a clerk has checked is marked nowhere any more, and every screen of the staff asks anew', async () => {
  const { caseId, marks } = await come();
  const four = { by: 'last-four', text: '1234' } as never;
  const found = async () => [
    (await one.people.lookUp({ key: four })).people[0],
    (await one.tickets.box({ typed: '1234' })).people[0]?.person,
  ];
  const [sought, boxed] = await found();
  expect([sought!.unproved, boxed!.unproved]).toEqual([true, true]);
  const { personId } = sought!;
  const two = await hall.clerk('two');
  const staff = hall.follow(two, 'staff');
  await eventually(() => expect(staff.snapshot()).toBeTruthy());
  const before = staff.snapshot().asks ?? {};
  const masked = await two.people.checkTelephone({ ...wish(), personId });
  expect(masked.unproved).toBeUndefined();
  await eventually(() => {
    const { cases, people } = staff.snapshot().asks ?? {};
    expect(cases).toBeGreaterThan(before.cases ?? 0);
    expect(people).toBe(cases);
  });
  expect(await marks()).toEqual(Array(3).fill([MASKED, false]));
  expect((await found()).map((person) => person!.unproved ?? false)).toEqual([false, false]);
  // Pressed again, nothing has happened.
  await one.people.checkTelephone({ ...wish(), personId });
  const { acts } = await boss.people.held({ personId });
  const checked = acts.filter(({ act }) => act === 'telephone-checked');
  const { name } = await two.session.me({});
  expect(checked.map(({ byName }) => byName)).toEqual([name]);
  expect((await two.cases.one({ caseId })).applicant?.unproved).toBeUndefined();
});

it('[H6] a telephone is checked by a clerk or supervisor, and of nobody who is unknown', async () => {
  await come();
  const admin = await hall.clerk('admin');
  const personId = 'nobody' as PersonId;
  expect(await refusalCode(one.people.checkTelephone({ ...wish(), personId }))).toBe('person-unknown');
  expect(await refusalCode(admin.people.checkTelephone({ ...wish(), personId }))).toBe('not-allowed');
});
