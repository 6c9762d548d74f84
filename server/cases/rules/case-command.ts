/** What may be wished of a case, and what its rules know besides it. */

import type {
  Conclusion,
  Destination,
  SignedFor,
  TellingWay,
  ToldBy,
  UntoldDay,
} from '../../../schema/cases/conclusion.ts';
import type { Limit } from '../../../schema/cases/deadline.ts';
import type { CaseOrigin } from '../../../schema/cases/events.ts';
import type { LateAnswer } from '../../../schema/cases/late-papers.ts';
import type { PaperContent, PaperKind } from '../../../schema/cases/paper.ts';
import type { AnswerWay, Asked } from '../../../schema/cases/question.ts';
import type { PauseKind } from '../../../schema/catalogue/facts/pauses.ts';
import type { AcceptanceStage } from '../../../schema/catalogue/facts/stage.ts';
import type { Context } from '../../../schema/context.ts';
import type { Calendar } from '../../../schema/hall/calendar.ts';
import type { ObjectTo } from '../../../schema/hall/plan.ts';
import type {
  CaseId,
  ClerkId,
  CounterId,
  Day,
  HandoverId,
  InquiryId,
  Letter,
  MatterId,
  PauseId,
  PersonId,
  QuestionId,
} from '../../../schema/ids.ts';
import type { MessageKind } from '../../../schema/messages/message.ts';
import type { ApplicantsWord, HelperRelation, HelperTerms } from '../../../schema/people/helper.ts';
import type { StandIn } from './owners/in-place.ts';

export type CaseContext = Context & {
  /** The service day (T2). */
  today: Day;
  calendar: Calendar;
  /** Of the case's matter as the catalogue has it now; null: none. */
  limit: Limit | null;
  /** The law's, where the hall promises less. */
  legalLimit: Limit | null;
  /** What a paper would say; its items are all that the catalogue lists. */
  content: PaperContent;
  /** C6: where a refusal is objected to, where the hall says it. */
  objectTo?: ObjectTo;
  /** C9: of the limit's unit. */
  extensionMost: number;
  /** C9: what the matter names as the basis of such a pause; undefined: Art. 45 lists it. */
  namedBasis: (kind: PauseKind) => string | null | undefined;
  /** C13: ids of materials that the catalogue lets follow. */
  mayFollow: ReadonlySet<string>;
  /** The words that the command holds a reference to (P1). */
  said: (text: string) => string;
  /** C5: of the case's applicant; asked only where somebody is not there. */
  reach: () => Reach;
  /** C3: the open time of its offer is over; `gone`: its sender may not sign in any more (C15). */
  lapsed: { gone: boolean } | null;
  /** C11: in whose places whoever acts stands; null: in nobody's. */
  standIn: StandIn | null;
  /** The next number of this kind. */
  paperNo: (kind: PaperKind) => string;
};

/** P2: of an applicant, where the matter keeps the number of a document. */
export type Lacks = 'applicant' | 'document' | null;
/** C7: of another case of the same applicant and matter that is not decided: what it asked for, and could have. */
export type EarlierNotice = { no: string; asked: string[]; listed: string[] };

/** C5: `linked`: the case that goes on with a matter whose end was wrong, and its receipt; `wasThere`: an objection had opened it. */
export type Correcting =
  | { outcome: 'granted' | 'refused' | 'done' | 'answered' | 'not-needed' | 'withdrawn' }
  | { outcome: 'not-ours'; destination: Destination }
  | { outcome: 'corrected'; linked: CaseId; linkedNo: string; wasThere?: boolean };
/** C5: what the paper says that holds until it is corrected; its basis in each language. */
export type Standing = { why: string; grounds: string[] };
/** C5: what the receipt of a case that goes on says of the outcome before. */
export type Corrects = Pick<PaperContent, 'was' | 'corrected'> & { basis?: string };
/** C5, P1: how a resident can be told; `erasedOn`: nobody knows any more who it was. */
export type Reach = 'telephone' | 'nobody' | { erasedOn: Day };

type By<T extends string, M = object> = { type: T; by: ClerkId } & M;
/** C14: the helper comes for it, not the applicant. */
type Comes = { helper?: boolean | undefined };
export type HelperEntry = HelperTerms & { personId: PersonId; relation: HelperRelation };
type OnOffer = { handoverId: HandoverId };

export type CaseCommand =
  | {
      type: 'open-case';
      matterId: MatterId;
      origin: CaseOrigin;
      personId?: PersonId;
      counterId?: CounterId;
      clerkId: ClerkId;
      /** Of a linked case whoever was first of the case that it goes on from (C1). */
      firstContact?: ClerkId;
      /** C8: what its matter names of its own. */
      acceptance?: AcceptanceStage;
    }
  | By<'name-applicant', { personId: PersonId; helper?: HelperEntry | undefined; isSupervisor: boolean }>
  /** C14: with the applicant's word. */
  | By<'enter-helper', { helper: HelperEntry; isSupervisor: boolean }>
  | By<'change-helper', HelperTerms & { isSupervisor: boolean }>
  | By<'end-helper', { how: ApplicantsWord; isSupervisor: boolean }>
  /** C6: `isListed`: where a resident is sent stands in the hall’s directory; `isReachable`: a telephone of the applicant is known. */
  | By<
      'conclude-case',
      {
        conclusion: Conclusion;
        isListed?: boolean;
        isReachable?: boolean;
        earlier?: EarlierNotice | undefined;
        lacks?: Lacks;
        /** C5: may put right what somebody else entered by mistake. */
        isSupervisor?: boolean;
        /** C5: of a linked case that goes on with what ended wrongly. */
        corrects?: Corrects;
      } & Comes
    >
  | By<'let-notice-pass', { reason: string }>
  | By<'print-paper', { no: string }>
  /** C18: whether it may still be is its ticket's question; of what came without one it is undone by whoever concluded it. */
  | { type: 'undo-conclusion'; by?: ClerkId }
  /** Its ticket was withdrawn or expired before it had a conclusion; `byResident`: who knows of it. */
  | { type: 'leave-case'; byResident: boolean }
  /** `isExamined`: whoever takes them in finds them in order; where nothing is missing any more the case is accepted. */
  | By<'receive-materials', { items: readonly string[]; isExamined: boolean } & Comes>
  | By<'accept-case', { note: string }>
  | By<'give-notice-again', { missing: readonly string[]; note: string; override: string | null }>
  | By<'take-back-notice', { reason: string; isSupervisor: boolean }>
  | By<'revive-case', { counterId?: CounterId }>
  /** Where it names nobody the case stays with its handler. */
  | By<'answer-escalation', { remark: string; to?: ClerkId | undefined; destination?: Destination | undefined }>
  | By<'pause-case', { kind: PauseKind; basis: string; days: number }>
  | By<'end-pause', { pauseId: PauseId }>
  | By<'extend-case', { days: number; reason: string }>
  /** The calendar is another one (C17). */
  | { type: 'move-due' }
  | By<'explain-overdue', { text: string; isSupervisor: boolean }>
  | { type: 'offer-handover'; from: ClerkId; to: ClerkId; note: string; lapsesAt: string; openMs: number }
  /** C3: `receivers`: whoever may serve the group and is there. */
  | {
      type: 'offer-to-group';
      from: ClerkId;
      toGroup: Letter;
      receivers: ClerkId[];
      note: string;
      lapsesAt: string;
      openMs: number;
    }
  /** C15: one of the group is here no more. */
  | ({ type: 'leave-offer'; clerkId: ClerkId; senderIsGone: boolean } & OnOffer)
  | By<'accept-handover', OnOffer>
  /** `gone`: its sender may not sign in any more. */
  | By<'decline-handover', OnOffer & { reason: string; gone: boolean }>
  | By<'take-back-handover', OnOffer>
  | ({ type: 'lapse-handover'; gone: boolean } & OnOffer)
  /** C17: the openings are others. */
  | ({ type: 'move-handover'; lapsesAt: string } & OnOffer)
  /** C15: `from` can do it no longer. */
  | By<'reassign-case', { from: ClerkId; to: ClerkId; reason: string; note: string }>
  | By<'propose-refusal', { reason: string; basis: string }>
  /** C15: `isAuthorGone` of a correction. */
  | By<'confirm-refusal', { isAuthorGone?: boolean }>
  | By<'send-back-refusal', { remark: string }>
  | By<'take-back-refusal', { isSupervisor?: boolean }>
  /** A refusal is proposed instead (C6). */
  | By<
      'close-case',
      {
        outcome: 'granted' | 'withdrawn';
        note: string;
        here?: boolean | undefined;
        /** C5: how the resident said that the matter is taken back. */
        told?: ToldBy | undefined;
      } & Comes
    >
  | By<'tell-resident', { way: TellingWay; reached: boolean; remark: string; signed?: SignedFor | undefined } & Comes>
  /** C12: a message did not arrive, so somebody tells it; `days`: those that it told. */
  | { type: 'ring-untold'; kind: MessageKind; days: UntoldDay[] }
  | By<'ring-resident', { reached: boolean; remark: string; way?: TellingWay | undefined }>
  /** By a second person; closed or not. */
  | By<'correct-outcome', Correcting & { reason: string; basis: string; standing?: Standing | undefined }>
  /** By the resident, who then knows of it. */
  | { type: 'take-back-wish' }
  /** `to`: who answers where it is closed; null: any supervisor. */
  | { type: 'send-inquiry'; text: string; to: ClerkId | null }
  | By<'read-inquiry', { inquiryId: InquiryId }>
  | By<'answer-inquiry', { inquiryId: InquiryId; text: string }>
  /** By the handler. */
  | By<'ask-question', { to: Asked; text: string; answerBy: Day }>
  | By<'answer-question', { questionId: QuestionId; text: string; how?: AnswerWay }>
  /** `to`: who answers; null: any supervisor. */
  | By<'take-late-papers', { items: readonly string[]; note: string; to: ClerkId | null }>
  /** `linkedNo`: of a linked case that was opened since they came. */
  | By<
      'answer-late-papers',
      { no: string; kind: LateAnswer; text: string; linkedNo: string | null; isSupervisor: boolean }
    >
  /** C15: whoever was asked is here no more. */
  | { type: 'take-back-question'; questionId: QuestionId }
  | { type: 'agree-messages'; agreed: boolean; by?: ClerkId }
  /** What became due by itself; `overOnly`: what is over, and nobody is warned or reminded yet. */
  | { type: 'watch-case'; overOnly?: true };

export type CommandOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;
