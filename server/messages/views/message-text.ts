/** The texts of messages (H8, C10): plain text, one paragraph, no name in it (D3). */
import { inLanguage, type Language, type Names } from '../../../schema/ids.ts';
import type { MessageKind } from '../../../schema/messages/message.ts';
import { dateText, dayText, timeText } from '../../../schema/time-text.ts';
import { hallRecord } from '../../hall/tables/hall-record.ts';
import type { Tables } from '../../ledger/table.ts';
import type { MessageFacts } from '../facts.ts';
import { MESSAGE_WORDS } from '../words.ts';

const PLACES = /\{(\w+)\}/g;

/** C9. */
const MAY_MOVE: Names = { 'zh-Hans': '（暂定）', 'zh-Hant': '（暫定）', en: ' (provisional)' };

/** `origin`: where phones reach the hall. */
export function messageText(
  from: Tables,
  kind: MessageKind,
  facts: MessageFacts,
  language: Language,
  origin: string,
): string {
  const { names, telephone, timeZone } = from.read(hallRecord).get();
  // The one place where a message's day becomes words.
  const may = facts.mayMove ? inLanguage(MAY_MOVE, language) : '';
  const said: Record<string, string> = {
    hall: inLanguage(names, language),
    matter: facts.matterNames ? inLanguage(facts.matterNames, language) : '',
    day: facts.day ? dayText(facts.day, language) + may : '',
    // Months may lie between: with its year.
    date: facts.day ? dateText(facts.day, language) + may : '',
    on: facts.on ? dayText(facts.on, language) : '',
    time: facts.startsAt ? timeText(facts.startsAt, timeZone) : '',
    clerk: facts.clerk ?? '',
    code: facts.code ?? '',
    url: origin + facts.path,
    telephone,
    ...Object.fromEntries(
      Object.entries(facts.words ?? {}).map(([name, words]) => [name, inLanguage(words, language)]),
    ),
  };
  const optional = (text: string) => ([...text.matchAll(PLACES)].every(([, name]) => said[name!]) ? text : '');
  const text = MESSAGE_WORDS[kind][language].replace(/<([^>]*)>/g, (_, part: string) => optional(part));
  return text.replace(PLACES, (_, name: string) => said[name] ?? '');
}
