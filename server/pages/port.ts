/** What the phone pages and papers need from the house, and nothing more. Answers are values or refusals, shown as sentences. */

import type { Request, Response } from 'express';
import type { CameBy } from '../../schema/cases/events.ts';
import type { PaperContent, PaperKind } from '../../schema/cases/paper.ts';
import type { CaseAct } from '../../schema/cases/resident.ts';
import type { HallCase, ResidentCase, WholeCase } from '../../schema/cases/views.ts';
import type { Catalogue, Matter } from '../../schema/catalogue/catalogue.ts';
import type { MaterialChange } from '../../schema/catalogue/material-changes.ts';
import type { ObjectTo } from '../../schema/hall/plan.ts';
import type { AppointmentPhase } from '../../schema/hours/appointment.ts';
import type { ShownOpening } from '../../schema/hours/opening.ts';
import type { HallRow } from '../../schema/hours/rows.ts';
import type { Slot } from '../../schema/hours/slot.ts';
import type { Day, Instant, Language, MatterId, RequestId, SlotId } from '../../schema/ids.ts';
import type { QueueRow } from '../../schema/line/rows.ts';
import type { Forecast, TicketAct, TicketView } from '../../schema/line/views.ts';
import type { Refusal } from '../../schema/refusal.ts';

/** A matter as it was, as it is, and what it asks for otherwise. */
export type MatterSince = { was: Matter; now: Matter; changes: MaterialChange[] };

type Answer<T> = T | Refusal | Promise<T | Refusal>;

/** What is one for the pages and the API: see server/edge/edge.ts. */
export type PageEdge = {
  /** The reader's; one that the address asks for is remembered. */
  language(request: Request, response: Response): Language;
  headers: Readonly<Record<string, string>>;
};

/** `link` is always the unguessable token alone, without its path (P3). */
export type PagesPort = {
  timeZone: string;
  /** The address by which phones reach the hall, for QR codes; null: as the request came. */
  publicOrigin: string | null;
  edge: PageEdge;
  now(): Instant;
  /** Another one as soon as anything may be shown otherwise than before. */
  version(): string;
  hall(): HallRow;
  queues(): QueueRow[];
  catalogue(): Catalogue;
  /** Of a paper as `url` shows it, asked for `at` an address of ours; null: this hall makes none. */
  pdf: ((place: { url: string; at: string }) => Promise<Buffer | Refusal>) | null;
  /** L3: of a sample, by its id. */
  picture(id: string): { type: string; bytes: Buffer } | null;
  /** From today as far as they are planned ahead (H2), in order of time, cancelled ones left out. */
  openings(): { daysAhead: number; openings: ShownOpening[] };
  forecast(matterId: MatterId): Answer<Forecast>;
  /** In order of time. */
  slots(matterId: MatterId): Answer<SlotRow[]>;
  /** `by`: whose phone it is and what it may hold is the edge's to say; `proof` is of the work that it asked for. */
  hold(
    wish: { requestId: RequestId; slotId: SlotId; matterId: MatterId },
    by: Request,
    proof: string | null,
  ): Answer<{ link: string }>;
  appointment(link: string): Answer<AppointmentFacts>;
  confirm(
    wish: { requestId: RequestId; link: string; name: string; telephone: string; language: Language },
    by: Request,
    proof: string | null,
  ): Answer<unknown>;
  cancel(wish: { requestId: RequestId; link: string }): Answer<unknown>;
  ticket(link: string): Answer<TicketFacts>;
  actOnTicket(wish: { requestId: RequestId; link: string; act: TicketAct }): Answer<unknown>;
  /** By the case's own link (C12). */
  caseOf(link: string): Answer<CaseFacts>;
  /** P2, P3: to whom this paper is addressed: in full to the staff, who print it, and masked to whoever has the link. */
  nameOn(by: Request, link: string, paper: PaperFacts): Promise<string>;
  /** C7: this is the one print without the line of a reprint; said once, to whoever of the staff has the key of it. */
  isOriginal(by: Request, link: string, paper: { no: string; key: string }): Promise<boolean>;
  actOnCase(wish: { requestId: RequestId; link: string; act: CaseAct }): Answer<unknown>;
};

export type SlotRow = ReturnType<(typeof Slot)['parse']>;

export type AppointmentFacts = {
  phase: AppointmentPhase;
  matterId: MatterId;
  /** H12: the matter as it was when the place was held, and what is otherwise now. */
  booked: MatterSince;
  day: Day;
  /** C9: the official calendar of its year is not published yet. */
  provisional: boolean;
  startsAt: Instant;
  /** End of the hold (H6). */
  until: Instant;
  /** Until when the resident may cancel by the link (H6). */
  cancelUntil: Instant;
  code: string | null;
  /** H8: late by at most this keeps the class. */
  lateMinutes: number;
  /** The number that checking in gave, and the link to follow it. */
  ticket: { number: string; link: string } | null;
};

/** `link` leads to the case's page; `noticeNo` says that there is a notice to print. */
export type TicketFacts = TicketView & {
  arrivedAt: Instant;
  /** H12: what was told to bring for each matter, and what is asked for otherwise now. */
  brings: MatterSince[];
  cases: (ResidentCase & { link: string | null; noticeNo: string | null })[];
};

/** A receipt or a notice as it was given that day; clerks by name. */
export type PaperFacts = {
  no: string;
  kind: PaperKind;
  day: Day;
  clerk: string;
  firstContact: string;
  dueOn: Day | null;
  /** C17: the date that was told before, where this paper moves it. */
  dueBefore: Day | null;
  /** C9: the date was told as one that may still move. */
  provisional: boolean;
  note: string;
} & PaperContent;

/** C12 in full, for the case's page and papers. */
export type CaseFacts = Omit<WholeCase, 'papers'> & {
  matterId: MatterId;
  /** C1: how it came, and under which number: a ticket's, the sender's, or none. */
  came: CameBy;
  number: string;
  openedOn: Day;
  /** To whom it is offered now; until that clerk accepts, the handler stays (C3). */
  offeredTo: string | null;
  /** In the order in which they were given. */
  papers: PaperFacts[];
  /** C14: somebody may come for the applicant, until then; `until` null: until the case is closed. */
  helper: { until: Day | null } | null;
  /** The case that it goes on from, and those that go on from it; each has a link of its own (P3). */
  links: HallCase['links'];
  /** C5: the link of the case that goes on with what ended wrongly; null: none, or it has run out. */
  goesOnLink: string | null;
  /** C7: while its notice waits or after nobody answered it, how long it is taken up again after its day. */
  revival: NonNullable<PaperContent['revival']> | null;
  /** C6: where a refusal is objected to, as its paper says it; null where the hall names no place. */
  objectTo: ObjectTo | null;
  /** C5: when somebody signed for the result; nobody’s name (P3). */
  signed: { on: Day; helper: boolean } | null;
  /** What the clerk wrote for the resident with the conclusion; may be empty. */
  note: string;
};
