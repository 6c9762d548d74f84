/** A planned year lived through a running hall: each act by whoever does it, the clock moved from one to the next, and over each night. */
import type { CaseId, CounterId, Day, HandoverId, MatterId } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';
import { MUNICIPAL, type PlannedCase, stillToday } from './planned-year.ts';

const MATTER = 'A-1' as MatterId;
const REASON = '申请人不在本社区居住，不符合办法第五条规定的条件';
const MINUTE = 60_000;
const wish = () => ({ requestId: newRequestId() });

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
      matters: data.matters.map((one) =>
        one.id === MATTER ? { ...one, limitDays: MUNICIPAL.limitDays, limitUnit: 'calendar' as const } : one,
      ),
      series: data.series.map((one) => ({ ...one, firstDay: addDays(firstDay, -7) })),
    },
  });
}

type Act = { at: number; run: (people: People, caseId: CaseId) => Promise<CaseId | undefined> };
type People = {
  clerk: (n: number) => Promise<Client>;
  boss: () => Promise<Client>;
  kiosk: Client;
  /** Moves the clock on to there; what is due meanwhile is done, each night for itself. */
  until: (atMs: number) => Promise<void>;
  now: () => number;
};

export async function liveYear(
  hall: TestHall,
  year: readonly PlannedCase[],
  onAct: (done: number) => void = () => {},
): Promise<void> {
  const people = await peopleOf(hall);
  const acts = year.flatMap((one) => actsOf(one).map((act, step) => ({ ...act, n: one.n, step })));
  acts.sort((a, b) => a.at - b.at || a.n - b.n || a.step - b.step);
  const caseIds = new Map<number, CaseId>();
  for (const [done, { at, n, run }] of acts.entries()) {
    await people.until(stillToday(Math.max(at, people.now())));
    const caseId = await run(people, caseIds.get(n)!);
    if (caseId) caseIds.set(n, caseId);
    onAct(done + 1);
  }
  await people.until(people.now() + 24 * 60 * MINUTE);
}

/** How many acts a year has. */
export function actCount(year: readonly PlannedCase[]): number {
  return year.reduce((sum, one) => sum + actsOf(one).length, 0);
}

function actsOf(one: PlannedCase): Act[] {
  const { by, comesAt, clerk, handedInAt, handovers, decidedAt, outcome, toldAt } = one;
  const last = handovers.at(-1)?.to ?? clerk;
  const acts: Act[] = [
    { at: comesAt, run: (people) => (by === 'ticket' ? atCounter(people, one) : taken(people, one, by)) },
  ];
  if (handedInAt !== null)
    acts.push(
      done(handedInAt, async ({ clerk: signIn }, caseId) => {
        await (await signIn(clerk)).cases.receiveMaterials({ ...wish(), caseId, items: ['A-1.1'], isExamined: true });
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

async function peopleOf(hall: TestHall): Promise<People> {
  const kiosk = await hall.kiosk();
  const signedIn = new Map<string, { client: Client; untilMs: number }>();
  const as = async (account: string): Promise<Client> => {
    const known = signedIn.get(account);
    if (known && hall.clock.nowMs < known.untilMs) return known.client;
    const client = await hall.clerk(account);
    // Less than a session lasts, and than the screen locks after.
    signedIn.set(account, { client, untilMs: hall.clock.nowMs + 10 * 60 * MINUTE });
    return client;
  };
  const nightAfter = (ms: number) =>
    (Math.floor((ms + 8 * 60 * MINUTE) / 86_400_000) + 1) * 86_400_000 - 8 * 60 * MINUTE;
  return {
    ...{ kiosk, clerk: (n) => as(`c${n}`), boss: () => as('boss') },
    now: () => hall.clock.nowMs,
    async until(atMs) {
      // What a night and a morning bring is done before the next day begins.
      while (nightAfter(hall.clock.nowMs) <= atMs) {
        await hall.clock.advance(nightAfter(hall.clock.nowMs) - hall.clock.nowMs);
        await hall.clock.advance(8.6 * 60 * MINUTE);
      }
      if (atMs > hall.clock.nowMs) await hall.clock.advance(atMs - hall.clock.nowMs);
    },
  };
}
