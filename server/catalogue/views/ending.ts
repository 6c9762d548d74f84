/** What is to be entered of entrustments (L2), for who runs the hall: those that end soon, and matters of which nobody has said on what they stand. */
import { daysUntil, ENTRUSTMENT_WARNED_DAYS } from '../../../schema/catalogue/standing.ts';
import type { Reader } from '../../ledger/reader.ts';
import { matters } from '../tables/matters.ts';

/** How many, and the first to end; null where none of what is offered does. */
export function endingSoon(from: Reader): { count: number; name: string; until: string; days: number } | null {
  const ending = [...from.read(matters).all().values()]
    .flatMap(({ names, offered, standing }) => {
      const until = standing?.entrustment?.until;
      const days = until ? daysUntil(from.today, until) : -1;
      return until && offered && days >= 0 && days <= ENTRUSTMENT_WARNED_DAYS[0]
        ? [{ name: names['zh-Hans'], until, days }]
        : [];
    })
    .sort((a, b) => a.days - b.days);
  const [first] = ending;
  return first ? { count: ending.length, ...first } : null;
}

/** Those that wait for it, then those that older programs offered without it; null: of each it is said. */
export function standingOwed(from: Reader): { count: number; name: string } | null {
  const known = from.read(matters);
  const unsaid = [...known.all().values()].filter(({ offered, standing }) => offered && !standing);
  const owed = [...known.heldBack(), ...unsaid];
  return owed[0] ? { count: owed.length, name: owed[0].names['zh-Hans'] } : null;
}
