/** Finding a matter by its name, its pinyin or the initials of its pinyin. */
import type { Matter } from '../schema/catalogue.ts';

/** Best first: the beginning of a name or of its initials before a hit inside. An empty search finds all. */
export function findMatters(matters: Matter[], wanted: string): Matter[] {
  const sought = wanted.trim().toLowerCase().replaceAll(/\s+/g, '');
  if (!sought) return matters;
  return matters
    .map((matter) => ({ matter, score: scoreOf(matter, sought) }))
    .filter(({ score }) => score < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.score - b.score)
    .map(({ matter }) => matter);
}

function scoreOf(matter: Matter, sought: string): number {
  const fields = [
    matter.names['zh-Hans'],
    matter.names['zh-Hant'],
    matter.names.en,
    matter.initials,
    matter.pinyin,
    matter.id,
  ];
  return Math.min(...fields.map((field, at) => placeIn(field, sought, at)));
}

function placeIn(field: string, sought: string, at: number): number {
  const found = field.toLowerCase().replaceAll(/\s+/g, '').indexOf(sought);
  if (found < 0) return Number.POSITIVE_INFINITY;
  return found === 0 ? at : 100 + found + at;
}
