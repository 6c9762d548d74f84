import type { TicketClass } from '../../schema/line/ticket.ts';
import { useApp } from '../app-context.ts';

/** Q1: walk-ins are the many and get no badge. */
export function ClassTag({ klass }: { klass: TicketClass }) {
  const { say } = useApp();
  if (klass === 'walk-in') return null;
  return <span className={`chip chip-${klass}`}>{say(`class.${klass}`)}</span>;
}
