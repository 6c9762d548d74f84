/** The hall as the administrator plans it: its name, its groups, its counters. */
import { isDeepStrictEqual } from 'node:util';
import type { CounterPlan, CounterPlanEvent, MatterGroup, ObjectTo } from '../../../schema/hall/plan.ts';
import type { CounterId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { labelKey } from '../../../schema/typed/names.ts';
import type { Tx } from '../../ledger/commit.ts';
import { counterChanges } from '../hooks.ts';
import { counterPlanStream, groupStream, hallStream, THE_HALL } from '../stream.ts';
import { counterPlans } from '../tables/counter-plans.ts';
import { groups } from '../tables/groups.ts';
import { type HallRecord, hallRecord } from '../tables/hall-record.ts';

/** Of settings only those that are said; the others have the defaults of the program. */
export function recordHall(tx: Tx, hall: Omit<HallRecord, 'settings'> & { settings: Record<string, unknown> }): void {
  tx.run(hallStream, THE_HALL, () => [{ type: 'hall-recorded' as const, ...hall }]);
}

/** C6: null is nowhere in particular; papers that were given keep what they said. */
export function placeObjections(tx: Tx, { objectTo }: { objectTo: ObjectTo | null }): { seq: number } {
  const before = tx.read(hallRecord).get().objectTo ?? null;
  if (!isDeepStrictEqual(before, objectTo))
    tx.run(hallStream, THE_HALL, () => [{ type: 'objections-placed' as const, objectTo }]);
  return { seq: tx.head() };
}

export function planGroup(tx: Tx, { id, ...group }: MatterGroup): void {
  tx.run(groupStream, id, () => [{ type: 'group-planned' as const, ...group }]);
}

/** Saved as it was, nothing has happened. */
export function planCounter(tx: Tx, { id, ...counter }: CounterPlan): void {
  const event: CounterPlanEvent = { type: 'counter-planned', ...counter };
  tx.run(counterPlanStream, id, (before) => (before && isDeepStrictEqual(before, counter) ? [] : [event]));
}

/** Refused while somebody sits there, or where an opening would lose its last counter of a group (H11). */
export function saveCounter(
  tx: Tx,
  input: { counter: Omit<CounterPlan, 'id'> & { id?: CounterId } },
): CounterPlan | Refusal {
  const { id, label } = input.counter;
  const plans = tx.read(counterPlans).all();
  if (id && !plans.has(id)) return refuse('counter-unknown');
  for (const letter of input.counter.letters) if (!tx.read(groups).all().has(letter)) return refuse('matter-unknown');
  const others = [...plans.values()].filter((other) => other.id !== id);
  const before = id && plans.get(id);
  // An older file may hold two that read the same: each is still changed in everything else.
  const isTaken = others.some((other) => labelKey(other.label) === labelKey(label)) && before?.label !== label;
  if (isTaken) return refuse('label-taken');
  const counter = { ...input.counter, id: id ?? (tx.newId() as CounterId) };
  const stands = tx.tell(counterChanges, { counter });
  if (stands) return stands;
  planCounter(tx, counter);
  return counter;
}
