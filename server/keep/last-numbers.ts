/** The highest numbers of tickets and papers that a hall's file has given or skips, by day and letter, or by year (S3). */
import { z } from 'zod';
import { NumberKind, NumberSpan } from '../../schema/hall/operation.ts';
import type { Day } from '../../schema/ids.ts';
import { type Db, hasTable } from '../ledger/file/connection.ts';
import { numbersOf } from '../ledger/subject/stream.ts';
import { STREAMS } from '../subjects.ts';

export const LastNumber = z.object({ kind: NumberKind, day: NumberSpan, letter: z.string(), number: z.number().int() });
export type LastNumber = z.infer<typeof LastNumber>;

/** Tickets first, as people read them. */
const KINDS = NumberKind.options;

/** Of days from `since` on, and of their years; also of a file that an older program wrote. */
export function lastNumbers(db: Db, since: Day): LastNumber[] {
  const found = numbersOf(STREAMS).flatMap(({ of, last }) =>
    hasTable(db, of) ? db.prepare<{ since: Day }, LastNumber>(last).all({ since }) : [],
  );
  return found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}
