/** One command on a case, and when it is looked at again. */
import type { Case } from '../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { namedBasis } from '../../../schema/catalogue/facts/pauses.ts';
import type { CaseId, ClerkId, Day, Instant } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { instantOf } from '../../../schema/time.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { hallRecord } from '../../hall/tables/hall-record.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { type Held, holdWords, keepWords } from '../../people/acts/keep-words.ts';
import { giveLink } from '../../people/acts/residents.ts';
import { decideCase } from '../rules/case.ts';
import type { CaseCommand, CaseContext } from '../rules/case-command.ts';
import { overOn } from '../rules/clock/over.ts';
import { watchOn } from '../rules/watch.ts';
import { caseStream } from '../stream.ts';
import { cases } from '../tables/cases.ts';
import { reachOf } from '../views/case-people.ts';
import { placesOf } from '../views/deputies.ts';
import { lapsesNow, senderIsGone } from '../views/owners/offers.ts';
import { contentOf, matterFor } from '../views/paper-content.ts';
import { withGivenFacts } from './papers/given-facts.ts';
import { drawPaperNos } from './papers/paper-number.ts';
import { tellStaff } from './telling/tell-staff.ts';
import { tellSteps } from './telling/tell-steps.ts';

export type OnCase = { caseId: CaseId };

/** Fields of commands that somebody wrote in the own words. */
const WORDS = new Set(['note', 'override', 'reason', 'remark', 'basis', 'text', 'outside', 'signedBy', 'lastFour']);

/** When the hall looks at what is due of a day, and tells it; what is over is so from the beginning of the day. */
const WATCH_AT = '08:30';
const DAY_BEGINS = '00:00';

/** By a clerk. */
export function stepCase(
  tx: Tx,
  { caseId }: OnCase,
  command: (clerkId: ClerkId) => CaseCommand,
): { seq: number } | Refusal {
  const { actor } = tx;
  if (actor.kind !== 'clerk') return refuse('not-allowed');
  const found = runCase(tx, caseId, command(actor.id));
  if (isRefusal(found)) return found;
  giveCaseLink(tx, caseId);
  return { seq: tx.head() };
}

export function runCase(tx: Tx, caseId: CaseId, command: CaseCommand): Case | Refusal {
  const about = `case:${caseId}`;
  const held = holdWords(tx, about, command, WORDS);
  const happened: CaseEvent[] = [];
  const step = (wish: CaseCommand) =>
    tx.run(caseStream, caseId, (found) => {
      const decided = decideCase(found, wish, contextOf(tx, found, held));
      if (isRefusal(decided)) return decided;
      const events = withGivenFacts(tx, found, decided, caseId);
      happened.push(...events);
      return events;
    });
  const stood = step(held.wish);
  if (isRefusal(stood)) return stood;
  keepWords(tx, about, held);
  const isFold = command.type === 'watch-case' && command.overOnly === true;
  const isDue = !isFold && watchOn(stood, tx.today, { calendar: calendarOf(tx), settings: tx.settings }) === tx.today;
  const found = isDue ? step({ type: 'watch-case' }) : stood;
  if (isRefusal(found)) return found;
  // C18: nobody is told of a conclusion while it may be undone.
  const tellAt = isFold || command.type === 'leave-case' ? watchedAt(tx, tx.today) : afterUndo(tx, command);
  tellSteps(tx, found, happened, tellAt);
  tellStaff(tx, found, happened, tellAt);
  watchLater(tx, found);
  return found;
}

/** C7–C10: on the next day on which something of it is due, or over. */
export function watchLater(tx: Tx, found: Case): void {
  const facts = { calendar: calendarOf(tx), settings: tx.settings };
  const on = watchOn(found, tx.today, facts);
  if (on !== null) tx.later({ kind: 'watch-case', data: { caseId: found.id, day: on } }, watchedAt(tx, on));
  const over = overOn(found, facts);
  if (over === null || over <= tx.today) return;
  const dueAt = new Date(instantOf(over, DAY_BEGINS, tx.timeZone)).toISOString();
  tx.later({ kind: 'fold-case', data: { caseId: found.id, day: over } }, dueAt);
}

/** C10: what comes due of these and nobody looks at, because an older program planned no look. */
export function watchUnwatched(tx: Tx, { caseIds }: { caseIds: readonly CaseId[] }): Nothing {
  for (const id of caseIds) watchLater(tx, tx.read(cases).byId(id)!);
  return {};
}

/** Nobody is rung at night. */
function watchedAt(tx: Tx, day: Day): Instant {
  const at = new Date(instantOf(day, WATCH_AT, tx.timeZone)).toISOString();
  return [at, tx.now].sort().at(-1)!;
}

function afterUndo(tx: Tx, command: CaseCommand): Instant {
  return command.type === 'conclude-case' ? new Date(tx.nowMs + tx.settings.undoMs).toISOString() : tx.now;
}

/** What the clock brings (C7–C10). */
export function watchCase(tx: Tx, { caseId }: OnCase): string | Refusal {
  const found = runCase(tx, caseId, { type: 'watch-case' });
  return isRefusal(found) ? found : 'done';
}

/** C7–C10, C14: what is over since the day began. */
export function foldCase(tx: Tx, { caseId }: OnCase): string | Refusal {
  const found = runCase(tx, caseId, { type: 'watch-case', overOnly: true });
  return isRefusal(found) ? found : 'done';
}

/** The resident follows it for as long as it goes on (P3). */
export function giveCaseLink(tx: Tx, caseId: CaseId): string {
  return giveLink(tx, 'case', caseId, new Date(tx.nowMs + tx.settings.caseLinkMs).toISOString());
}

/** C9: the promised one runs; the law's stands beside it where it is longer. */
export function limitsOf(matter: Matter | undefined): Pick<CaseContext, 'limit' | 'legalLimit'> {
  if (matter?.limitDays == null) return { limit: null, legalLimit: null };
  const legal = { days: matter.limitDays, unit: matter.limitUnit };
  const { promisedDays } = matter;
  return promisedDays != null && promisedDays < matter.limitDays
    ? { limit: { ...legal, days: promisedDays }, legalLimit: legal }
    : { limit: legal, legalLimit: null };
}

/** C3, C17: by the openings as they are. */
function lapsedOf(tx: Tx, found: Case): CaseContext['lapsed'] {
  const { offer } = found;
  if (!offer || offer.lapsesAt > tx.now || lapsesNow(tx, found) > tx.now) return null;
  return { gone: senderIsGone(tx, offer) };
}

/** C11. */
function standInOf(tx: Tx, found: Case, by: ClerkId): CaseContext['standIn'] {
  const of = placesOf(tx, found, by);
  return of.length > 0 ? { by, of } : null;
}

/** A paper's number and its date are of one day, the hall's date; the service day only files tickets (T2). */
function contextOf(tx: Tx, found: Case | null, { words }: Held<unknown>): CaseContext {
  const { nowMs, settings, newId, today } = tx;
  const matter = found ? matterFor(tx, found) : undefined;
  const now = found ? matterOf(tx, found.matterId) : undefined;
  return {
    ...{ nowMs, settings, newId, today, calendar: calendarOf(tx) },
    ...limitsOf(matter),
    content: contentOf(matter),
    objectTo: tx.read(hallRecord).get().objectTo ?? undefined,
    // A basis that was entered late holds for open cases, too; a list of pauses is that of the version.
    namedBasis: (kind) => namedBasis(matter?.pauses ? matter : now && { ...now, pauses: null }, kind),
    extensionMost: matter?.extensionDays ?? settings.extensionDays,
    mayFollow: new Set(matter?.materials.flatMap(({ id, mayFollow }) => (mayFollow ? [id] : []))),
    paperNo: drawPaperNos(tx),
    said: (text) => words.get(text) ?? text,
    reach: () => (found ? reachOf(tx, found) : 'nobody'),
    lapsed: found ? lapsedOf(tx, found) : null,
    standIn: found && tx.actor.kind === 'clerk' ? standInOf(tx, found, tx.actor.id) : null,
  };
}
