/** The hall as the administrator plans it: its name, its groups, its counters. */
import type { CounterPlan, MatterGroup } from '../../../schema/hall/plan.ts';
import type { CounterId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { counterChanges } from '../hooks.ts';
import { counterPlans } from '../tables/counter-plans.ts';
import { groups } from '../tables/groups.ts';
import { type HallRecord, hallRecord } from '../tables/hall-record.ts';

export function recordHall(tx: Tx, hall: HallRecord): void {
  tx.write(hallRecord).save(hall);
  tx.touchReference();
}

export function planGroup(tx: Tx, group: MatterGroup): void {
  tx.write(groups).save(group);
  tx.touchReference();
}

export function planCounter(tx: Tx, counter: CounterPlan): void {
  tx.write(counterPlans).save(counter);
  tx.touchReference();
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
  const same = [...plans.values()].find((other) => other.label === label && other.id !== id);
  if (same) return refuse('label-taken');
  const counter = { ...input.counter, id: id ?? (tx.newId() as CounterId) };
  const stands = tx.tell(counterChanges, { counter });
  if (stands) return stands;
  planCounter(tx, counter);
  return counter;
}
