/** The texts of messages to residents (H8): plain text, one paragraph, no name in it (D3). */
import { inLanguage, type Language } from '../../../schema/ids.ts';
import type { MessageKind } from '../../../schema/messages/message.ts';
import { dayText, timeText } from '../../../schema/time-text.ts';
import { hallRecord } from '../../hall/tables/hall-record.ts';
import type { Tables } from '../../ledger/table.ts';
import type { MessageFacts } from '../facts.ts';
import { MESSAGE_WORDS } from '../words.ts';

/** `origin`: where phones reach the hall. */
export function messageText(
  from: Tables,
  kind: MessageKind,
  facts: MessageFacts,
  language: Language,
  origin: string,
): string {
  const { names, telephone, timeZone } = from.read(hallRecord).get();
  const said: Record<string, string> = {
    hall: inLanguage(names, language),
    matter: inLanguage(facts.matterNames, language),
    day: dayText(facts.day, language),
    time: timeText(facts.startsAt, timeZone),
    code: facts.code,
    url: origin + facts.path,
    telephone,
  };
  return MESSAGE_WORDS[kind][language].replace(/\{(\w+)\}/g, (_, name: string) => said[name] ?? '');
}
