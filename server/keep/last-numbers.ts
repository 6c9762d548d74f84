/** The highest numbers of tickets and papers that a hall's file has given or skips, by day and letter (S3). */
import { z } from 'zod';
import { NumberKind } from '../../schema/hall/operation.ts';
import { Day } from '../../schema/ids.ts';
import type { Db } from '../ledger/file/connection.ts';

export const LastNumber = z.object({ kind: NumberKind, day: Day, letter: z.string(), number: z.number().int() });
export type LastNumber = z.infer<typeof LastNumber>;

const NUMBERS = `
  SELECT 'ticket' AS kind, day, letter, max(ordinal) AS number FROM tickets WHERE day >= @since GROUP BY day, letter
  UNION ALL
  SELECT kind, day, '', max(count(*), coalesce(max(CAST(substr(no, instr(no, '-') + 1) AS INTEGER)), 0))
  FROM papers WHERE day >= @since GROUP BY kind, day`;
const SKIPPED = 'SELECT kind, day, letter, number FROM number_floors WHERE day >= @since';

/** Of days from `since` on; also of a file that an older program wrote. */
export function lastNumbers(db: Db, since: Day): LastNumber[] {
  const hasFloors = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'number_floors'").get() !== undefined;
  return (hasFloors ? [NUMBERS, SKIPPED] : [NUMBERS]).flatMap((sql) =>
    db.prepare<{ since: Day }, LastNumber>(sql).all({ since }),
  );
}
