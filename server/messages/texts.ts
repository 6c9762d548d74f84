/** The texts of messages to residents (H8): plain text, one paragraph, no name in it (D3). */
import { type AppointmentId, type Day, type Instant, inLanguage, type Language, type Names } from '../../schema/ids.ts';
import { MESSAGES, type MessageKind } from '../../schema/message.ts';
import { dayText, timeText } from '../../schema/time-text.ts';
import { words } from '../pages/words.ts';

/** What the texts need from the house. */
export type MessagePort = {
  hall(): { names: Names; telephone: string; timeZone: string };
  /** `url`: the appointment's page, or where to book again. Null when there is no such appointment. */
  appointment(id: AppointmentId): AppointmentMessage | null;
};
export type AppointmentMessage = { matterNames: Names; day: Day; startsAt: Instant; code: string; url: string };

type Text = (port: MessagePort, refs: unknown, language: Language) => string | null;

const TEXTS: Record<MessageKind, Text> = {
  'appointment-confirmed': aboutAppointment('appointment-confirmed'),
  'appointment-reminder': aboutAppointment('appointment-reminder'),
  'appointment-cancelled': aboutAppointment('appointment-cancelled'),
};

/** Null when there is no such kind, or nothing any more that it is about. */
export function messageText(
  port: MessagePort,
  message: { kind: string; refs: unknown },
  language: Language,
): string | null {
  return isKind(message.kind) ? TEXTS[message.kind](port, message.refs, language) : null;
}

function isKind(kind: string): kind is MessageKind {
  return Object.hasOwn(TEXTS, kind);
}

function aboutAppointment(kind: MessageKind): Text {
  return (port, refs, language) => {
    const known = MESSAGES[kind].safeParse(refs);
    const found = known.success ? port.appointment(known.data.appointmentId) : null;
    if (!found) return null;
    const { names, telephone, timeZone } = port.hall();
    return words(language, `message.${kind}`, {
      hall: inLanguage(names, language),
      matter: inLanguage(found.matterNames, language),
      day: dayText(found.day, language),
      time: timeText(found.startsAt, timeZone),
      code: found.code,
      url: found.url,
      telephone,
    });
  };
}
