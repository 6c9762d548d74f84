/** A planned year lived through a running hall: each act by whoever does it, the clock moved from one to the next, and over each night. */
import type { CaseId, CounterId, Day, HandoverId, MatterId } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';
import { stepsOf, UNLIMITED } from './lived-visits.ts';
import { type People, peopleOf, wish } from './people.ts';
import type { PlannedVisit } from './planned-visits.ts';
import { MINUTE, MUNICIPAL, type PlannedCase, stillToday } from './planned-year.ts';

/** Of the municipality’s cases. */
export const MATTER = 'A-1' as MatterId;
const REASON = '申请人不在本社区居住，不符合办法第五条规定的条件';

/** A hall of so many clerks, open on every workday of that year, whose matter A-1 has the municipality’s limit. */
export async function yearsHall(staff: number, firstDay: Day): Promise<TestHall> {
  const data = testHallData();
  const clerk = (n: number) => ({ account: `c${n}`, name: `人员 ${n}`, role: 'clerk' as const, mayPick: true });
  return startTestHall({
    nowMs: Date.parse(`${firstDay}T08:00:00.000+08:00`),
    data: {
      ...data,
      settings: { idleLockMs: 12 * 3_600_000, sessionMs: 24 * 3_600_000 },
      clerks: [...data.clerks.slice(4), ...Array.from({ length: staff }, (_, n) => clerk(n))],
      matters: data.matters.map((one) => ({
        ...one,
        ...(one.id === MATTER ? { limitDays: MUNICIPAL.limitDays, limitUnit: 'calendar' as const } : {}),
        ...(one.id === UNLIMITED ? { limitDays: null } : {}),
      })),
      series: data.series.map((one) => ({ ...one, firstDay: addDays(firstDay, -7) })),
    },
  });
}

export type Year = { cases: readonly PlannedCase[]; visits: readonly PlannedVisit[] };
type Act = { at: number; run: (people: People, caseId: CaseId) => Promise<CaseId | undefined> };

export async function liveYear(
  hall: TestHall,
  { cases, visits }: Year,
  onAct: (done: number) => void = () => {},
): Promise<void> {
  const people = await peopleOf(hall);
  const lives = [...cases.map(actsOf), ...visits.map(stepsOf)];
  const acts = lives.flatMap((all, life) => all.map((act, step) => ({ ...act, life, step })));
  acts.sort((a, b) => a.at - b.at || a.life - b.life || a.step - b.step);
  const caseIds = new Map<number, CaseId>();
  for (const [done, { at, life, run }] of acts.entries()) {
    await people.until(stillToday(Math.max(at, people.now())));
    const caseId = await run(people, caseIds.get(life)!);
    if (caseId) caseIds.set(life, caseId);
    onAct(done + 1);
  }
  await people.until(people.now() + 24 * 60 * MINUTE);
}

/** How many acts a year has. */
export function actCount({ cases, visits }: Year): number {
  return [...cases.map(actsOf), ...visits.map(stepsOf)].reduce((sum, acts) => sum + acts.length, 0);
}

function actsOf(one: PlannedCase): Act[] {
  const { by, comesAt, clerk, handedInAt, askedAgainAt, handovers, decidedAt, outcome, toldAt } = one;
  const last = handovers.at(-1)?.to ?? clerk;
  const acts: Act[] = [
    { at: comesAt, run: (people) => (by === 'ticket' ? atCounter(people, one) : taken(people, one, by)) },
  ];
  if (askedAgainAt !== null)
    acts.push(
      done(askedAgainAt, async ({ boss }, caseId) => {
        const more = { missing: ['A-1.2'], note: '', reason: '当时遗漏，由值班长同意补告' };
        await (await boss()).cases.giveNoticeAgain({ ...wish(), caseId, ...more });
      }),
    );
  if (handedInAt !== null)
    acts.push(
      done(handedInAt, async ({ clerk: signIn }, caseId) => {
        const items = askedAgainAt === null ? ['A-1.1'] : ['A-1.1', 'A-1.2'];
        await (await signIn(clerk)).cases.receiveMaterials({ ...wish(), caseId, items, isExamined: true });
      }),
    );
  let has = clerk;
  for (const { at, to } of handovers) {
    const from = has;
    acts.push(
      done(at, async ({ clerk: signIn, until, now }, caseId) => {
        const receiver = (await (await signIn(to)).session.me()).clerkId;
        const offer = { ...wish(), caseId, to: receiver, note: '请接着办' };
        const { handoverId }: { handoverId: HandoverId } = await (await signIn(from)).cases.offer(offer);
        await until(now() + 9 * MINUTE);
        await (await signIn(to)).cases.accept({ ...wish(), caseId, handoverId });
      }),
    );
    has = to;
  }
  acts.push(
    done(decidedAt, async ({ clerk: signIn, boss }, caseId) => {
      const handler = await signIn(last);
      if (outcome === 'granted') return handler.cases.close({ ...wish(), caseId, outcome, note: '准予' });
      await handler.cases.proposeRefusal({ ...wish(), caseId, reason: REASON, basis: '办法第五条' });
      return (await boss()).cases.confirmRefusal({ ...wish(), caseId });
    }),
  );
  acts.push(
    done(toldAt, async ({ clerk: signIn }, caseId) => {
      await (await signIn(last)).cases.tell({ ...wish(), caseId, way: 'telephone', reached: true, remark: '' });
    }),
  );
  return acts;
}

function done(at: number, does: (people: People, caseId: CaseId) => Promise<unknown>): Act {
  return { at, run: async (people, caseId) => void (await does(people, caseId)) };
}

const conclusionOf = ({ handedInAt }: PlannedCase) =>
  handedInAt === null
    ? { kind: 'accepted' as const, note: '' }
    : { kind: 'notice' as const, missing: ['A-1.1'], note: '' };

/** By a number of the kiosk, called and served at the only counter that is open then. */
async function atCounter({ clerk, kiosk, until, now }: People, one: PlannedCase): Promise<CaseId> {
  const counterId = 'c1' as CounterId;
  const asked = { ...wish(), matterIds: [MATTER], care: false, printing: false };
  const { ticketId } = await kiosk.tickets.issue(asked);
  await until(now() + one.waitsMs);
  const client = await clerk(one.clerk);
  await client.counters.open({ ...wish(), counterId });
  await client.tickets.callNext({ ...wish(), counterId });
  await client.tickets.start({ ...wish(), ticketId });
  const mine = await client.cases.mine({ first: 20 });
  const { caseId } = mine.find(({ phase, origin }) => phase === 'open' && origin.by === 'ticket')!;
  await until(now() + one.takesMs);
  await client.cases.conclude({ ...wish(), caseId, conclusion: conclusionOf(one) });
  await client.tickets.finish({ ...wish(), ticketId });
  await client.counters.close({ ...wish(), counterId });
  return caseId;
}

async function taken(
  { clerk, now }: People,
  one: PlannedCase,
  by: Exclude<PlannedCase['by'], 'ticket'>,
): Promise<CaseId> {
  const client = await clerk(one.clerk);
  const receivedOn = new Date(now() + 8 * 60 * MINUTE).toISOString().slice(0, 10) as Day;
  const { caseId } = await client.cases.take({ ...wish(), matterId: MATTER, by, number: `${one.n}`, receivedOn });
  await client.cases.conclude({ ...wish(), caseId, conclusion: conclusionOf(one) });
  return caseId;
}
