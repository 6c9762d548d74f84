/** C15: what somebody who leaves answers for, and to whom each of it might go. */
import type { DutiesForecast } from '../../../../schema/cases/duties.ts';
import type { ClerkId, Letter } from '../../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { StoredCase } from '../../../cases/tables/cases.ts';
import { staffDayMayMove } from '../../../cases/views/case-view.ts';
import { caseNumber, dutiesOf, handledBy, partOf } from '../../../cases/views/duties.ts';
import { catalogue, matterNames, matterOf } from '../../../catalogue/views/matter-view.ts';
import { counterPlans } from '../../../hall/tables/counter-plans.ts';
import { calendarOf } from '../../../hall/views/calendar.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { isThere } from '../../../people/views/absences.ts';
import { clerkName, staff } from '../../../people/views/staff.ts';
import { counterStates } from '../../tables/counter-states.ts';

export function dutiesForecast(from: Reader, { clerkId }: { clerkId: ClerkId }): DutiesForecast | Refusal {
  const name = clerkName(from, clerkId);
  if (name === null) return refuse('clerk-unknown');
  const others = staff(from).filter(({ id }) => id !== clerkId && isThere(from, id));
  const loads = new Map(others.map(({ id }) => [id, handledBy(from, id).length]));
  const receivers = others.map(({ id, name }) => ({ id, name, cases: loads.get(id) ?? 0 }));
  const calendar = calendarOf(from);
  const duties = dutiesOf(from, clerkId).map((found) => {
    const proposed = proposedFor(from, found, loads);
    // What is proposed counts, so that several cases do not go to one clerk.
    if (proposed) loads.set(proposed, (loads.get(proposed) ?? 0) + 1);
    const part = partOf(found, clerkId);
    return {
      caseId: found.id,
      number: caseNumber(found),
      matterNames: matterNames(from, found.matterId),
      ...part,
      provisional: staffDayMayMove(found, part.dueOn, calendar),
      handler: found.handler,
      offeredTo: clerkName(from, found.offer?.to) ?? found.offerGroup?.letter ?? null,
      proposed,
    };
  });
  return { name, duties, receivers };
}

/** Its handler where that is another, else its first contact, else its A or B, else of those who serve its group the least loaded. */
function proposedFor(from: Reader, found: StoredCase, loads: ReadonlyMap<ClerkId, number>): ClerkId | null {
  const matter = matterOf(from, found.matterId);
  const known = [found.handler, found.firstContact, matter?.clerkA, matter?.clerkB].find((id) => id && loads.has(id));
  if (known) return known;
  const letter = matter?.letter;
  const serving = letter ? servers(from, letter) : new Set();
  const clerks = staff(from).filter(({ id, role }) => loads.has(id) && role === 'clerk');
  const [first = [...loads.keys()]] = [clerks.filter(({ id }) => serving.has(id)), clerks]
    .map((some) => some.map(({ id }) => id))
    .filter((some) => some.length > 0);
  return [...first].sort((a, b) => (loads.get(a) ?? 0) - (loads.get(b) ?? 0))[0] ?? null;
}

/** Whoever sits at a counter of this group, or sat there when the last opening ended. */
function servers(from: Reader, letter: Letter): Set<ClerkId> {
  const plans = from.read(counterPlans).all();
  const seats = from.read(counterStates).all();
  return new Set(
    seats.flatMap(({ id, clerkId }) => (clerkId && plans.get(id)?.letters.includes(letter) ? clerkId : [])),
  );
}

/** C3: who may serve a group and is there: whoever sits or sat at its counters, and the A and B of its matters. */
export function membersOf(from: Reader, letter: Letter): ClerkId[] {
  const positions = catalogue(from).matters.filter((one) => one.letter === letter);
  const named = positions.flatMap(({ clerkA, clerkB }) => [clerkA, clerkB].flatMap((id) => id ?? []));
  return [...new Set([...servers(from, letter), ...named])].filter((id) => isThere(from, id)).sort();
}
