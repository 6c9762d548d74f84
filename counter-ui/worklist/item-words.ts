/** A row of the list in words: what it is, and by when (C9: never "0 days"). Pure. */
import type { Day, Language } from '../../schema/ids.ts';
import { noteSentence } from '../hall/note-words.ts';
import { clockTime, dateText, dayOf } from '../words/hall-time.ts';
import type { Say } from '../words/speak.ts';
import { actOf, type WorkItem } from './work-items.ts';

export function itemWords(say: Say, item: WorkItem): string {
  const { kind, count, words, clerkName, note } = item;
  if (note) return noteSentence(say, note);
  if (kind === 'limit' && count === 100) return say('todo.limit.last');
  return say(`todo.${kind}`, { count: count ?? 0, words: words ?? '', name: clerkName ?? '' });
}

export type Urgency = 'late' | 'today' | 'later';

export function byWords(
  say: Say,
  language: Language,
  { by, breaksMs, kind }: WorkItem,
  { today, nowMs }: { today: Day; nowMs: number },
): { words: string; urgency: Urgency } {
  if (by === null) {
    const isNow =
      kind === 'hand-over' || kind === 'cover' || kind === 'uncalled' || kind === 'alert' || kind === 'news';
    return { words: say(isNow ? 'todoNow' : 'todoNoDay'), urgency: breaksMs < nowMs ? 'late' : 'later' };
  }
  if (by.length > 10) {
    const isToday = dayOf(by) === today;
    const when = isToday ? clockTime(by) : `${dateText(dayOf(by), language)} ${clockTime(by)}`;
    if (breaksMs <= nowMs) return { words: say('todoLate', { by: when }), urgency: 'late' };
    return isToday
      ? { words: say('todoUntil', { time: when }), urgency: 'today' }
      : { words: say('todoBy', { by: when }), urgency: 'later' };
  }
  const date = dateText(by, language);
  if (by < today) return { words: say('todoLate', { by: date }), urgency: 'late' };
  if (by === today) return { words: say('todoToday'), urgency: 'today' };
  return { words: say('todoBy', { by: date }), urgency: 'later' };
}

/** What stands on the row's button. */
export function actWords(say: Say, item: WorkItem): string | null {
  const act = actOf(item);
  switch (act?.kind) {
    case undefined:
      return null;
    case 'accept':
      return say('acceptOffer');
    case 'confirm':
      return say('confirmRefusal');
    case 'case':
      return say('todoOpen');
    case 'release':
      return say('release');
    case 'matter':
      return say('openNote');
    case 'tick':
      return say('tickNote');
    case 'act':
      return say(`act.${act.act}`);
    case 'go':
      return say('todoGo');
    default:
      return act satisfies never;
  }
}
