/** How each kind of visit is lived: at a counter, by a number of the kiosk, and on later days what follows from it. */
import type { Conclusion } from '../../../schema/cases/conclusion.ts';
import type { CaseId, ClerkId, CounterId, MatterId, TicketId } from '../../../schema/ids.ts';
import type { Client } from '../../../web/client.ts';
import { type People, wish } from './people.ts';
import type { PlannedVisit } from './planned-visits.ts';
import { MINUTE } from './planned-year.ts';

/** Of no limit, so that what is decided of it is neither in time nor late. */
export const UNLIMITED = 'A-2' as MatterId;
/** Of another queue, in which somebody may wait overnight and is in nobody’s way. */
const OVERNIGHT = 'B-1' as MatterId;
/** Of a limit that may be extended. */
const LIMITED = 'C-1' as MatterId;
const COUNTERS: Record<MatterId, CounterId> = {
  [UNLIMITED]: 'c1' as CounterId,
  [OVERNIGHT]: 'c3' as CounterId,
  [LIMITED]: 'c4' as CounterId,
};
const SECOND = 1_000;
const REASON = '所申请的事项不符合办法第五条规定的条件';
const ELSEWHERE = { place: '公证处', address: '一路 1 号', telephone: '0851-12345678', unreachable: true };
const ACCEPTED: Conclusion = { kind: 'accepted', note: '' };

type Step = (people: People, caseId: CaseId) => Promise<CaseId | undefined>;

/** What is done at each of the times of a visit, as far as there is something. */
export function stepsOf(visit: PlannedVisit): { at: number; run: Step }[] {
  return doesOf(visit).map((run, nth) => ({ at: visit.times[nth]!, run }));
}

function doesOf(visit: PlannedVisit): Step[] {
  const { kind } = visit;
  switch (kind) {
    case 'done':
    case 'withdrawn':
      return [concluded(visit, { kind, note: '' })];
    case 'answered':
    case 'not-needed':
      return [concluded(visit, { kind, note: '已当面说明' })];
    case 'not-ours':
      return [concluded(visit, { kind, ...ELSEWHERE, note: '公证由公证处办理，不属于本处职权' }), confirmed];
    case 'refused':
      return [concluded(visit, { kind, reason: REASON, basis: '第五条' }), confirmed, told(visit, 'telephone')];
    case 'escalated':
      return [
        concluded(visit, { kind, note: '像是民政的事' }),
        answered(visit),
        granted(visit),
        told(visit, 'telephone'),
      ];
    case 'handed-over':
      return [concluded(visit, ACCEPTED), granted(visit), told(visit, 'counter')];
    case 'late-papers':
      return [concluded(visit, ACCEPTED), granted(visit), told(visit, 'telephone'), late(visit)];
    case 'extended':
      return [concluded(visit, ACCEPTED, LIMITED), extended, granted(visit), told(visit, 'telephone')];
    case 'undone':
      return [undone(visit)];
    case 'out-of-order':
      return [outOfOrder(visit)];
    case 'turned-away':
      return [acts(({ kiosk }) => kiosk.tickets.turnAway({ ...wish(), matterId: UNLIMITED, why: 'too-long' }))];
    case 'missed':
      return [acts((people) => missed(people, visit, true))];
    case 'expired':
      return [acts((people) => missed(people, visit, false))];
    case 'left':
      return [acts((people) => left(people, visit))];
    case 'carried-over':
      return [acts((people) => issue(people, OVERNIGHT)), acts((people) => afterTheNight(people, visit))];
    default:
      return kind satisfies never;
  }
}

function acts(does: (people: People, caseId: CaseId) => Promise<unknown>): Step {
  return async (people, caseId) => void (await does(people, caseId));
}

async function issue({ kiosk }: People, matterId: MatterId): Promise<TicketId> {
  return (await kiosk.tickets.issue({ ...wish(), matterIds: [matterId], care: false, printing: false })).ticketId;
}

type Sitting = { client: Client; counterId: CounterId; takesMs: number };

/** At the counter of the matter, which is open as long as that. */
async function atCounter<T>(
  { clerk }: People,
  { clerk: n, takesMs }: PlannedVisit,
  matterId: MatterId,
  sits: (sitting: Sitting) => Promise<T>,
): Promise<T> {
  const client = await clerk(n);
  const counterId = COUNTERS[matterId]!;
  await client.counters.open({ ...wish(), counterId });
  const result = await sits({ client, counterId, takesMs });
  await client.counters.close({ ...wish(), counterId });
  return result;
}

/** Whoever was called sits down, and goes with that. */
async function serve(
  { until, now }: People,
  { client, takesMs }: Sitting,
  ticketId: TicketId,
  conclusions: Conclusion[],
): Promise<CaseId> {
  await client.tickets.start({ ...wish(), ticketId });
  const mine = await client.cases.mine({ first: 20 });
  const { caseId } = mine.find(({ phase, origin }) => phase === 'open' && origin.by === 'ticket')!;
  await until(now() + takesMs);
  for (const [nth, conclusion] of conclusions.entries()) {
    if (nth > 0) await client.tickets.undo({ ...wish(), ticketId });
    await client.cases.conclude({ ...wish(), caseId, conclusion });
    await until(now() + SECOND);
  }
  await client.tickets.finish({ ...wish(), ticketId });
  return caseId;
}

function concluded(visit: PlannedVisit, conclusion: Conclusion, matterId = UNLIMITED): Step {
  return async (people) => {
    const ticketId = await issue(people, matterId);
    return atCounter(people, visit, matterId, async (sitting) => {
      await sitting.client.tickets.callNext({ ...wish(), counterId: sitting.counterId });
      return serve(people, sitting, ticketId, [conclusion]);
    });
  };
}

/** C18: accepted by mistake, undone, and ended. */
function undone(visit: PlannedVisit): Step {
  return async (people) => {
    const ticketId = await issue(people, UNLIMITED);
    return atCounter(people, visit, UNLIMITED, async (sitting) => {
      await sitting.client.tickets.callNext({ ...wish(), counterId: sitting.counterId });
      return serve(people, sitting, ticketId, [ACCEPTED, { kind: 'done', note: '' }]);
    });
  };
}

/** Q4: the second of two is called first. */
function outOfOrder(visit: PlannedVisit): Step {
  return acts(async (people) => {
    const [first, second] = [await issue(people, UNLIMITED), await issue(people, UNLIMITED)];
    await people.until(people.now() + MINUTE);
    await atCounter(people, visit, UNLIMITED, async (sitting) => {
      const { client, counterId } = sitting;
      await client.tickets.callThis({ ...wish(), counterId, ticketId: second, reason: '行动不便' });
      await serve(people, sitting, second, [{ kind: 'done', note: '' }]);
      await client.tickets.callNext({ ...wish(), counterId });
      await serve(people, sitting, first, [{ kind: 'done', note: '' }]);
    });
  });
}

/** T6: called twice; comes again and is served, or never comes. */
async function missed(people: People, visit: PlannedVisit, comesAgain: boolean): Promise<void> {
  const ticketId = await issue(people, UNLIMITED);
  await atCounter(people, visit, UNLIMITED, async (sitting) => {
    const { client, counterId } = sitting;
    await client.tickets.callNext({ ...wish(), counterId });
    await people.until(people.now() + 30 * SECOND);
    await client.tickets.recall({ ...wish(), ticketId });
    await people.until(people.now() + 30 * SECOND);
    await client.tickets.miss({ ...wish(), ticketId });
    await people.until(people.now() + MINUTE);
    if (!comesAgain) return;
    await client.tickets.rejoin({ ...wish(), ticketId });
    await client.tickets.callNext({ ...wish(), counterId });
    await serve(people, sitting, ticketId, [{ kind: 'done', note: '' }]);
  });
}

async function left(people: People, { clerk }: PlannedVisit): Promise<void> {
  const ticketId = await issue(people, UNLIMITED);
  await people.until(people.now() + MINUTE);
  await (await people.clerk(clerk)).tickets.withdraw({ ...wish(), ticketId, reason: '居民已离开' });
}

/** T10: whoever was carried over is the only one in that queue. */
async function afterTheNight(people: People, visit: PlannedVisit): Promise<void> {
  await atCounter(people, visit, OVERNIGHT, async (sitting) => {
    const { ticketId } = await sitting.client.tickets.callNext({ ...wish(), counterId: sitting.counterId });
    await serve(people, sitting, ticketId, [{ kind: 'done', note: '' }]);
  });
}

const confirmed = acts(async ({ boss }, caseId) => (await boss()).cases.confirmRefusal({ ...wish(), caseId }));

const extended = acts(async ({ boss }, caseId) =>
  (await boss()).cases.extend({ ...wish(), caseId, days: 5, reason: '等待外地部门回函' }),
);

function answered({ clerk: n }: PlannedVisit): Step {
  return acts(async ({ boss, clerk }, caseId) => {
    const { clerkId }: { clerkId: ClerkId } = await (await clerk(n)).session.me();
    const answer = { remark: '由首问责任人继续办理', to: { clerkId } };
    await (await boss()).cases.answerEscalation({ ...wish(), caseId, ...answer });
  });
}

function granted({ clerk: n }: PlannedVisit): Step {
  return acts(async ({ clerk }, caseId) =>
    (await clerk(n)).cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' }),
  );
}

/** C5: at a counter it is handed over, and signed for. */
function told({ clerk: n }: PlannedVisit, way: 'telephone' | 'counter'): Step {
  const signed = { signedBy: '王小花', lastFour: '1234', onPaper: true as const };
  const telling = { way, reached: true, remark: '', ...(way === 'counter' ? { signed } : {}) };
  return acts(async ({ clerk }, caseId) => (await clerk(n)).cases.tell({ ...wish(), caseId, ...telling }));
}

function late({ clerk: n }: PlannedVisit): Step {
  return acts(async ({ clerk }, caseId) => {
    const client = await clerk(n);
    const { no } = await client.cases.takeLatePapers({ ...wish(), caseId, items: [], note: '补交户口簿' });
    await client.cases.answerLatePapers({ ...wish(), caseId, no, kind: 'filed', text: '已存入档案' });
  });
}
