/** The texts of messages to residents (H8): plain text, one paragraph, no name in it (D3). */
import { type Day, type Instant, inLanguage, type Language, type Names } from '../../schema/ids.ts';
import { dayText, timeText } from './times.ts';
import { words } from './words.ts';

export const MESSAGE_KINDS = ['appointment-confirmed', 'appointment-reminder', 'appointment-cancelled'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** `url`: the appointment's page, or where to book again. `code` is not needed for a cancellation. */
export type MessageFacts = {
  hallNames: Names;
  telephone: string;
  timeZone: string;
  matterNames: Names;
  day: Day;
  startsAt: Instant;
  code: string;
  url: string;
};

export function messageText(kind: MessageKind, facts: MessageFacts, language: Language): string {
  return words(language, `message.${kind}`, {
    hall: inLanguage(facts.hallNames, language),
    matter: inLanguage(facts.matterNames, language),
    day: dayText(facts.day, language),
    time: timeText(facts.startsAt, facts.timeZone),
    code: facts.code,
    url: facts.url,
    telephone: facts.telephone,
  });
}
