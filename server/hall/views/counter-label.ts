/** What a counter is called on the wall. */
import type { CounterId } from '../../../schema/ids.ts';
import type { Tables } from '../../ledger/table.ts';
import { counterPlans } from '../tables/counter-plans.ts';

export function counterLabel(from: Tables, id: string | null | undefined): string | null {
  return (
    from
      .read(counterPlans)
      .all()
      .get(id as CounterId)?.label ?? null
  );
}
