/** The fold of a case's events: first-contact responsibility (C1–C3, C5–C7), ordinance Art. 28. */
import { z } from 'zod';
import type { PauseKind } from '../catalogue/facts/pauses.ts';
import type { AcceptanceStage } from '../catalogue/facts/stage.ts';
import type { CaseId, ClerkId, Day, HandoverId, Instant, Letter, MatterId, PauseId, PersonId } from '../ids.ts';
import type { Helper } from '../people/helper.ts';
import type { CaseOutcome, ChangedWords, Destination, RingWhy, TellingWay, UntoldDay } from './conclusion.ts';
import type { Counted, LateDuty, Limit, Pause, WarnedDuty } from './deadline.ts';
import type { CaseOrigin } from './events.ts';
import type { LatePapers } from './late-papers.ts';
import type { PaperItem } from './paper.ts';
import type { Question } from './question.ts';
import type { Inquiry } from './resident.ts';

/**
 * `open` while it is being dealt with at the counter; `noticed` waits for what is missing; `accepted` is worked on;
 * `proposed` waits for a second person to confirm its refusal (C6); `decided` has an outcome that the resident was not
 * told yet; `closed` is over.
 */
export const CasePhase = z.enum(['open', 'noticed', 'accepted', 'proposed', 'decided', 'closed']);
export type CasePhase = z.infer<typeof CasePhase>;

/** An offer waits for an answer; responsibility stays with `from` until `to` accepts, or one of the group (C3). */
export type Handover = { id: HandoverId; from: ClerkId; to?: ClerkId; note: string; lapsesAt: Instant };
/** C3: who declined the last offer, and why. */
export type Declined = { by: ClerkId; reason: string; at: Instant };
/** Who of a counter's group may still accept. */
export type GroupOffer = { letter: Letter; receivers: ClerkId[] };

/** C17: how a day that the hall told was counted. */
export type IsCounted = { counted?: Counted };

/** C6: what waits to be confirmed, and what was not confirmed and why. */
export type Proposal = { by: ClerkId; reason: string; basis?: string; at: Instant; reviewBy?: Day } & IsCounted & {
    confirmedBy?: ClerkId;
    /** Where the resident was sent: it is proposed that this is not ours. */
    destination?: Destination;
    /** Nobody can be rung up if it is ours. */
    unreachable?: true;
    /** C12: the resident was there when it was proposed. */
    heard?: true;
  };
/** C6: a refusal that is to take the place of the decision `corrects`; sent back, it waits until `reviewBy` for its author again. */
export type Correction = {
  by: ClerkId;
  reason: string;
  basis: string;
  corrects: string;
  at: Instant;
  reviewBy: Day;
  /** C5: it stays a refusal, in other words. */
  changed?: ChangedWords[];
} & IsCounted & {
    sentBack?: SentBack;
  };
/** `answerBy`: of a correction. */
export type SentBack = { by: ClerkId; remark: string; at: Instant; answerBy?: Day } & IsCounted;

/** C7: what is missing, what of it came, and until when the rest may. */
export type Notice = {
  no: string;
  /**
   * As of which the case is accepted where the hall takes it back: the day of the first notice, or of a later one that on
   * which all was there that those before it had asked for.
   */
  sinceOn: Day;
  /** L1: its items are of the list that the matter had then, and so are those of a second one. */
  at?: Instant;
  items: PaperItem[];
  received: string[];
  /** The day on which nothing was missing any more. */
  completeOn?: Day;
  answerBy?: Day;
  /** For how many days after that it told that it is taken up again; of older ledgers nothing. */
  revivalDays?: number;
  reminded?: boolean;
};

/** C13: what follows on the resident's promise, what of it came, and until when the rest may. */
export type Promised = { items: PaperItem[]; received: string[]; by: Day; reminded?: boolean };

/** C6: who gave an outcome, and who confirmed it. */
export type Givers = { by: ClerkId; confirmedBy?: ClerkId };

/**
 * C5: `papers`: that say so and hold. `corrected`: the last time; `linkedNo`: of the receipt with which the matter goes on;
 * `changed`: the outcome is the same, and these words are others.
 */
export type Ending = Givers & {
  papers: string[];
  corrected?: {
    was: CaseOutcome;
    by: ClerkId;
    on: Day;
    voids: string[];
    linkedNo?: string;
    changed?: ChangedWords[];
  };
};

export type Telling = { way: TellingWay; by: ClerkId; on: Day; reached: boolean; remark: string } & {
  /** C5: who signed for it on paper. */
  signed?: { signedBy: string; lastFour: string; helper: boolean };
};

/** `tries`: when it was tried; `to`: who has it of a closed case whose handler is gone (C15); `days`: told with it (C17). */
export type Ring = { why: RingWhy; answerBy: Day; tries: { by: ClerkId; on: Day }[] } & IsCounted & {
    to?: ClerkId;
    unreachable?: true;
    days?: UntoldDay[];
  };

/** The fold of a case's events. */
export type Case = {
  id: CaseId;
  phase: CasePhase;
  matterId: MatterId;
  origin: CaseOrigin;
  personId?: PersonId;
  helper?: Helper;
  firstContact: ClerkId;
  handler: ClerkId;
  openedAt: Instant;
  /** C8: absent: the law's. */
  acceptance?: AcceptanceStage;
  /** C8: the last day of that stage, as it was told; older ledgers do not hold it. */
  concludeBy?: Day;
  /** L1: its first conclusion; from then on its limit and its list are those that its matter had at that instant. No row has it. */
  ruledAt?: Instant;
  receiptNo?: string;
  acceptedOn?: Day;
  dueOn?: Day;
  legalDueOn?: Day;
  limit?: Limit;
  legalLimit?: Limit;
  provisional?: boolean;
  deemed?: boolean;
  pauses: (Pause & { id: PauseId; kind: PauseKind; basis: string })[];
  extension?: { days: number; reason: string; by: ClerkId; told: Day };
  /** The part of the limit of which somebody was last warned, from 0 to 1. */
  warned?: number;
  /** On which day, also of the law's limit: a part that the limit reaches later, because its day moved since, is warned of again (C10). */
  warnedOn?: Day;
  late: LateDuty[];
  /** It was late before this hall had it. */
  lateOnArrival?: boolean;
  /** C5, C8: of what somebody was warned a working day before, while it is owed. */
  dutiesWarned?: WarnedDuty[];
  explanation?: string;
  escalation?: { by: ClerkId; reason: string; answerBy: Day } & IsCounted;
  noticeNo?: string;
  /** C7: who lets its notice pass, though somebody with the same matter has another one. */
  noticePass?: { by: ClerkId; reason: string };
  notice?: Notice;
  promise?: Promised;
  /** The day on which it was closed because its notice was not answered. */
  silentSince?: Day;
  /** C6, C7: whom nobody has told yet. */
  ring?: Ring;
  decision?: Givers & { no: string; on: Day; tellBy: Day } & IsCounted;
  tellings: Telling[];
  inquiries: Inquiry[];
  questions: Question[];
  /** C5: what came after its end, and who answers; nobody: any supervisor. */
  latePapers: LatePapers[];
  lateTo?: ClerkId;
  /** C15: who had it from whom at once, in order. */
  inherited?: { from: ClerkId; to: ClerkId; at: Instant }[];
  /** C12: messages about it are wanted. */
  messages?: boolean;
  offer?: Handover;
  /** C3: its offer is to a group. */
  offerGroup?: GroupOffer;
  /** C3: the last offer to a group that one of it accepted. */
  takenOffer?: HandoverId;
  /** C3: by whom the last offer was declined, until its sender offers the case again or goes on otherwise. */
  declined?: Declined[];
  /** C3: since when the open time of the offer runs, and how much it has. */
  offerClock?: { since: Instant; openMs: number };
  /** C11: what was done of it in somebody's place, in order. */
  stoodIn: { by: ClerkId; of: ClerkId; at: Instant }[];
  proposal?: Proposal;
  sentBack?: SentBack;
  correction?: Correction;
  outcome?: CaseOutcome;
  destination?: Destination;
  /** C5: who ended it without a decision, with which papers, and how that was corrected. */
  ending?: Ending;
  /** C7: of which papers the original was printed. No row has it. */
  printed?: string[];
  /** C18: how it was before its conclusion, and the papers of that, while nobody was told of it. No row has it. */
  undo?: { before: Case; at: Instant; by: ClerkId; papers: string[] };
  /** C18: from when its conclusion can be undone no more, until that is so for another reason. */
  standsFrom?: Instant;
};
