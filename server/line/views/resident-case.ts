/** One record of a case for phone, kiosk and any clerk's answer (C12). */
import type { ResidentCase, WholeCase } from '../../../schema/cases/views.ts';
import type { Day, Instant } from '../../../schema/ids.ts';
import type { StoredCase } from '../../cases/tables/cases.ts';
import { residentSteps } from '../../cases/views/case-history.ts';
import { reachOf } from '../../cases/views/case-people.ts';
import { caseView } from '../../cases/views/case-view.ts';
import { standInForAnswerer } from '../../cases/views/deputies.ts';
import { revivableUntil } from '../../cases/views/owed.ts';
import { papersOf } from '../../cases/views/paper-content.ts';
import { counterLabel } from '../../hall/views/counter-label.ts';
import type { LedgerReader } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/reader.ts';
import { counterStates } from '../tables/counter-states.ts';

export function residentCase(from: Reader, found: StoredCase): ResidentCase {
  // C11: of somebody who is away, where a deputy sits.
  const answering = standInForAnswerer(from, found)?.by ?? [found.handler];
  const [counterId] = answering.flatMap((id) => from.read(counterStates).ofClerk(id)?.id ?? []);
  const { phase, notice, promise } = found;
  // C13: once accepted, only what was promised is missing.
  const asked = phase === 'noticed' ? notice : phase === 'closed' ? undefined : promise;
  return {
    ...caseView(from, found),
    handlerCounter: counterLabel(from, counterId),
    missing: asked?.items.length ? asked.items.filter(({ id }) => !asked.received.includes(id)) : null,
    answerBy: (phase === 'noticed' ? notice?.answerBy : promise?.by) ?? null,
    standsFrom: toCome(from, found.standsFrom),
    isOverdue: phase === 'accepted' && isPast(from, found.dueOn),
    revivableUntil: revivableUntil(from, found),
  };
}

/** C12: what its page and the kiosk tell besides. */
export function wholeCase(from: Reader, found: StoredCase, ledger: LedgerReader): WholeCase {
  return {
    ...residentCase(from, found),
    steps: residentSteps(from, found.id, ledger),
    papers: papersOf(from, found.id).map(({ path: _, ...paper }) => paper),
    reachable: reachOf(from, found) === 'telephone',
  };
}

/** C18: an instant that is not over. */
export function toCome(from: Reader, at: Instant | undefined): Instant | null {
  return at !== undefined && Date.parse(at) > from.nowMs ? at : null;
}

function isPast(from: Reader, day: Day | undefined): boolean {
  return day !== undefined && day < from.today;
}
