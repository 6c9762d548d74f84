/** What the display says of numbers that are kept while nobody is called (T10, T12). Pure. */

import type { Instant, Language } from '../schema/ids.ts';
import type { QueueRow } from '../schema/line/rows.ts';
import { clockTime, dayAndTime, localDay } from '../web/hours.ts';
import type { Say } from './words/say.ts';

type Kept = { startsAt: Instant | null; letters: string[] };

/** One line for each instant at which it goes on; letters only where not all who wait go on together. */
export function keptLines(queues: QueueRow[], nowMs: number, language: Language, t: Say): string[] {
  const lines = keptBy(queues);
  const called = queues.some((queue) => queue.kept === null && queue.waiting > 0);
  return lines.map(({ startsAt, letters }) => {
    const of = called || lines.length > 1 ? t('keptOf', { letters: letters.join(' ') }) : '';
    return of + sentence(startsAt, nowMs, language, t);
  });
}

function sentence(startsAt: Instant | null, nowMs: number, language: Language, t: Say): string {
  if (!startsAt) return t('keptNone');
  if (localDay(startsAt) === localDay(nowMs)) return t('keptToday', { time: clockTime(startsAt) });
  return t('keptLater', { when: dayAndTime(startsAt, nowMs, language) });
}

function keptBy(queues: QueueRow[]): Kept[] {
  const lines = new Map<string, Kept>();
  for (const { id, kept } of [...queues].sort((a, b) => a.id.localeCompare(b.id))) {
    if (!kept) continue;
    const line = lines.get(kept.startsAt ?? '') ?? { startsAt: kept.startsAt, letters: [] };
    lines.set(kept.startsAt ?? '', { ...line, letters: [...line.letters, id] });
  }
  return [...lines.values()].sort((a, b) => (a.startsAt ?? '9').localeCompare(b.startsAt ?? '9'));
}
