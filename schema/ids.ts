/** The nouns of the hall. One branded id each; the sentence above an id is its entry in the glossary. */
import { z } from 'zod';

const id = () => z.string().min(1).max(64);

/** A ticket 号票: one resident's visit with one number and one or more matters. */
export const TicketId = id().brand<'TicketId'>();
export type TicketId = z.infer<typeof TicketId>;

/** A case 办件: one matter of one resident, with an owner, a deadline and a duty to tell the result. */
export const CaseId = id().brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;

/** A counter 窗口: the place where a clerk serves. */
export const CounterId = id().brand<'CounterId'>();
export type CounterId = z.infer<typeof CounterId>;

/** A clerk 窗口人员: whoever signs in, supervisors and administrators included. */
export const ClerkId = id().brand<'ClerkId'>();
export type ClerkId = z.infer<typeof ClerkId>;

/** A matter 事项: what the hall offers; its id is its code in the catalogue. */
export const MatterId = id().brand<'MatterId'>();
export type MatterId = z.infer<typeof MatterId>;

/** A matter group's letter, which begins the numbers of its tickets (T1). */
export const Letter = z
  .string()
  .regex(/^[A-Z]$/)
  .brand<'Letter'>();
export type Letter = z.infer<typeof Letter>;

/** An agency 办理机构: another place that deals with what is not this hall's (C5). */
export const AgencyId = id().brand<'AgencyId'>();
export type AgencyId = z.infer<typeof AgencyId>;

/** An opening 开放时段: the hall is open for these matters from this minute to that one (H1). */
export const OpeningId = id().brand<'OpeningId'>();
export type OpeningId = z.infer<typeof OpeningId>;

/** A series of openings (H2). */
export const SeriesId = id().brand<'SeriesId'>();
export type SeriesId = z.infer<typeof SeriesId>;

/** A slot 预约时段: a piece of an opening that can be booked (H5). */
export const SlotId = id().brand<'SlotId'>();
export type SlotId = z.infer<typeof SlotId>;

/** An appointment 预约, from its hold on. */
export const AppointmentId = id().brand<'AppointmentId'>();
export type AppointmentId = z.infer<typeof AppointmentId>;

/** An offer of a case to another clerk 转办 (C3). */
export const HandoverId = id().brand<'HandoverId'>();
export type HandoverId = z.infer<typeof HandoverId>;

/** A time in which a case's clock stands still (C9). */
export const PauseId = id().brand<'PauseId'>();
export type PauseId = z.infer<typeof PauseId>;

/** A resident's question about a case 询问 (C12). */
export const InquiryId = id().brand<'InquiryId'>();
export type InquiryId = z.infer<typeof InquiryId>;

/** An ask of the handler 征询 (C2). */
export const QuestionId = id().brand<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;

/** An absence 离岗: a clerk is away for a time (C11). */
export const AbsenceId = id().brand<'AbsenceId'>();
export type AbsenceId = z.infer<typeof AbsenceId>;

/** A kiosk 取号机 or a display 大厅屏 enrolled by an administrator. */
export const DeviceId = id().brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

/** A person in the encrypted table; the only form in which events and logs know one (P1). */
export const PersonId = id().brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** What makes a command idempotent: the same request id gives the same answer (T3). Made where the wish is made. */
export const RequestId = z
  .string()
  .regex(/^[0-9A-Za-z-]{16,40}$/)
  .brand<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;

/** An instant, ISO-8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = string;

/** A service day: a local date of the hall's time zone, never derived from UTC (T2). */
export const Day = z.iso.date();
export type Day = string;

/** Of the service day. */
export const Year = z.string().regex(/^\d{4}$/);
export type Year = string;

/** The languages of every screen and paper (A4). */
export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** One text in the three languages. */
export const Names = z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() });
export type Names = z.infer<typeof Names>;

/** The text in this language, or in simplified Chinese where it is empty. */
export function inLanguage(names: Names, language: Language): string {
  return names[language] || names['zh-Hans'];
}
