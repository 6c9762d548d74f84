import type { ListedCase } from '../../schema/cases/views.ts';
import { useApp } from '../app-context.ts';

/** C1: how the case came to the hall, and under which number. */
export function Origin({ one: { origin, number } }: { one: Pick<ListedCase, 'origin' | 'number'> }) {
  const { say } = useApp();
  return (
    <span data-testid="origin">
      {say(`origin.${origin.by}`)} <b>{number}</b>
    </span>
  );
}
