/** Cases of another system's log (C2, Q8): all of them or none, with their people and times; nobody is told, nothing old rings. */
import type { Case } from '../../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { CaseId, ClerkId, Day } from '../../../../schema/ids.ts';
import { isRefusal, type Refusal } from '../../../../schema/refusal.ts';
import { localTime } from '../../../../schema/time.ts';
import { matterOf } from '../../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../../hall/views/calendar.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { endWords, holdWords, keepWords } from '../../../people/acts/keep-words.ts';
import { storeClerk, storePassword } from '../../../people/acts/save-clerk.ts';
import { clerks } from '../../../people/tables/clerks.ts';
import { type CaseClock, deadlineOf, warnings } from '../../rules/clock/deadline.ts';
import { countedFrom } from '../../rules/clock/told-days.ts';
import { importedEvents, type LoggedCase } from '../../rules/imported/imported-case.ts';
import { caseStream } from '../../stream.ts';
import { keptUntil } from '../keep-while-needed.ts';
import { limitsOf, watchLater } from '../step-case.ts';

/** Attributes are the words themselves, not yet a reference to them. `taker` has the case here, if it goes on. */
export type FittedCase = LoggedCase & { taker: ClerkId | null };
/** Somebody whom the hall did not know: may not sign in, and is answerable for what was. */
export type FormerClerk = { id: ClerkId; name: string };

export type Imported = {
  cases: number;
  steps: number;
  /** Cases whose attributes had outlived their retention (P1). */
  withoutAttributes: number;
  /** Cases that go on, of which the due day was over. */
  late: { number: string; dueOn: Day }[];
};

export function importCases(
  tx: Tx,
  {
    cases,
    former,
    onCase,
  }: { cases: readonly FittedCase[]; former: readonly FormerClerk[]; onCase: (done: number) => void },
): Imported | Refusal {
  for (const one of former) addFormer(tx, one);
  const imported: Imported = { cases: 0, steps: 0, withoutAttributes: 0, late: [] };
  for (const one of cases) {
    const refused = importOne(tx, one, imported);
    if (refused) return refused;
    onCase(imported.cases);
  }
  return imported;
}

function importOne(tx: Tx, logged: FittedCase, imported: Imported): Refusal | null {
  const caseId = tx.newId() as CaseId;
  const { phase, closedAt } = importedEvents(logged);
  const until = closedAt && keptUntil(tx, logged.matterId, localTime(Date.parse(closedAt), tx.timeZone).day);
  const isKept = until === null || until > tx.today;
  const { events, handler } = importedEvents(
    isKept ? sealed(tx, `case:${caseId}`, logged, until) : withoutAttributes(logged),
  );
  if (!isKept && hasAttributes(logged)) imported.withoutAttributes++;
  const taken = phase === 'closed' ? [] : [takenOver(tx, logged, { events, to: logged.taker ?? handler })];
  const found = tx.begin(caseStream, caseId, [...events, ...taken]);
  if (isRefusal(found)) return found;
  for (const { late, dueOn = '' } of taken) if (late) imported.late.push({ number: logged.number, dueOn });
  if (phase !== 'closed') watchLater(tx, found);
  imported.cases++;
  imported.steps += logged.steps.length;
  return null;
}

function hasAttributes({ attributes, steps }: LoggedCase): boolean {
  return attributes !== null || steps.some((one) => one.attributes !== null);
}

/** P1: with a reference for each of its attributes, which are kept apart. */
function sealed(tx: Tx, about: string, logged: FittedCase, until: Day | null): FittedCase {
  const held = holdWords(tx, about, logged, ATTRIBUTES);
  keepWords(tx, about, held);
  endWords(tx, about, until);
  return held.wish;
}
const ATTRIBUTES = new Set(['attributes']);

function withoutAttributes<T extends LoggedCase>(logged: T): T {
  return { ...logged, attributes: null, steps: logged.steps.map((one) => ({ ...one, attributes: null })) };
}

type TakenOver = Extract<CaseEvent, { type: 'case-taken-over' }>;

/** C9, C10: counted from its acceptance, by the catalogue and the calendar of today; what is over was over before. */
function takenOver(
  tx: Tx,
  { matterId, steps }: LoggedCase,
  { events, to }: { events: readonly CaseEvent[]; to: Case['handler'] },
): TakenOver {
  const accepted = events.find((one) => one.type === 'case-accepted')?.acceptedOn ?? steps[0]!.day;
  const taken: TakenOver = { type: 'case-taken-over', to, acceptedOn: accepted };
  const calendar = calendarOf(tx);
  if (events.some(({ type }) => type === 'case-decided'))
    return { ...taken, tellBy: countedFrom(tx.today, tx.settings.tellingDays, calendar).by };
  const { limit, legalLimit } = limitsOf(matterOf(tx, matterId));
  if (!limit) return taken;
  const clock: CaseClock = { accepted, limit, pauses: [], extendedBy: 0 };
  const { due: dueOn, provisional } = deadlineOf(clock, calendar);
  const legal = deadlineOf({ ...clock, limit: legalLimit ?? limit }, calendar);
  const over = [...warnings(clock, tx.settings.warnAt, calendar)].filter(([day]) => day <= tx.today);
  const warned = over.at(-1)?.[1];
  const late = [
    ...(dueOn < tx.today ? ['due' as const] : []),
    ...(legalLimit && legal.due < tx.today ? ['legal-due' as const] : []),
  ];
  return {
    ...{ ...taken, dueOn, legalDueOn: legal.due, limit, provisional },
    ...(legalLimit ? { legalLimit } : {}),
    ...(warned === undefined ? {} : { warned }),
    ...(late.length > 0 ? { late } : {}),
  };
}

/** An account without a password, switched off: the name stays beside what its bearer did. */
function addFormer(tx: Tx, { id, name }: FormerClerk): void {
  const taken = new Set([...tx.read(clerks).all().values()].map(({ account }) => account));
  let nth = taken.size + 1;
  while (taken.has(`former-${nth}`)) nth++;
  storeClerk(tx, { id, account: `former-${nth}`, name, role: 'clerk', mayPick: false, active: false });
  storePassword(tx, id, { encoded: '', mustChange: true });
}
