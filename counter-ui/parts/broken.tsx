import type { TicketRow } from '../../schema/line/rows.ts';
import { useApp } from '../app-context.ts';

/** Why somebody's wait is not of one piece, so that its place among the others explains itself. */
export function Broken({ row }: { row: TicketRow }) {
  const { say } = useApp();
  const words = [
    row.carriedIn ? say('carriedIn') : '',
    row.passes > 0 ? say('letPassN', { count: row.passes }) : '',
    row.misses > 0 ? say('wasMissed') : '',
  ].filter(Boolean);
  return words.length > 0 ? <small className="amber">{words.join(say('comma'))}</small> : null;
}
