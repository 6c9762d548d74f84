/** The highest numbers of tickets and papers that a hall's file has given or skips, by day and letter, or by year (S3). */
import { z } from 'zod';
import { NumberKind, NumberSpan } from '../../schema/hall/operation.ts';
import type { Day } from '../../schema/ids.ts';
import type { Db } from '../ledger/file/connection.ts';

export const LastNumber = z.object({ kind: NumberKind, day: NumberSpan, letter: z.string(), number: z.number().int() });
export type LastNumber = z.infer<typeof LastNumber>;

const NUMBERS = `
  SELECT 'ticket' AS kind, day, letter, max(ordinal) AS number FROM tickets WHERE day >= @since GROUP BY day, letter
  UNION ALL
  SELECT kind, substr(no, 3, 4), '', max(CAST(substr(no, 8) AS INTEGER))
  FROM papers WHERE substr(no, 7, 1) = '-' AND substr(no, 3, 4) >= substr(@since, 1, 4) GROUP BY kind, substr(no, 3, 4)`;
const SKIPPED =
  'SELECT kind, day, letter, number FROM number_floors WHERE day >= CASE length(day) WHEN 4 THEN substr(@since, 1, 4) ELSE @since END';

/** Of days from `since` on, and of their years; also of a file that an older program wrote. */
export function lastNumbers(db: Db, since: Day): LastNumber[] {
  const hasFloors = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'number_floors'").get() !== undefined;
  return (hasFloors ? [NUMBERS, SKIPPED] : [NUMBERS]).flatMap((sql) =>
    db.prepare<{ since: Day }, LastNumber>(sql).all({ since }),
  );
}
