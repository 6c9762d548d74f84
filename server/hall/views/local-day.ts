/** The hall's date at an instant (T2). */
import type { Day, Instant } from '../../../schema/ids.ts';
import { CHINA_ZONE, localTime } from '../../../schema/time.ts';
import type { Tables } from '../../ledger/table.ts';
import { hallRecord } from '../tables/hall-record.ts';

export function localDayOf(from: Tables, at: Instant): Day {
  const timeZone = from.read(hallRecord).isSetUp() ? from.read(hallRecord).get().timeZone : CHINA_ZONE;
  return localTime(Date.parse(at), timeZone).day;
}
