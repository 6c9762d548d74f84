/** What one person may see of a case (C2, C10, C12). */
import { z } from 'zod';
import { PauseKind } from '../catalogue/facts/pauses.ts';
import { AcceptanceStage } from '../catalogue/facts/stage.ts';
import { CaseId, ClerkId, Day, HandoverId, Instant, MatterId, Names, PauseId } from '../ids.ts';
import { HelperView } from '../people/helper.ts';
import { MaskedPerson } from '../people/person.ts';
import { CaseOutcome, ChangedWords, Destination, EndWay, RingWhy, TellingWay, UntoldDay } from './conclusion.ts';
import { Count, LateDuty, Limit, WarnedDuty } from './deadline.ts';
import { CameBy } from './events.ts';
import { CaseStep, ResidentStepFacts } from './history.ts';
import { LatePapersView, LateTask } from './late-papers.ts';
import { PaperItem, PaperKind } from './paper.ts';
import { QuestionView } from './question.ts';
import { InquiryView } from './resident.ts';

/** C12: who was first, who has it now, what happens next, by when. Names of clerks, none of residents. */
export const CaseView = z.object({
  caseId: CaseId,
  phase: z.string(),
  matterNames: Names,
  firstContact: z.string(),
  handler: z.string(),
  receiptNo: z.string().nullable(),
  acceptedOn: Day.nullable(),
  /** C8: by the law, from the day on which everything was received, because nobody answered in time. */
  deemed: z.boolean(),
  /** C8: its own stage of acceptance; null: the law's. */
  acceptance: AcceptanceStage.nullable(),
  /** C8: of what came without a ticket, or is all there: the last day for the next step, before it is taken as accepted. */
  concludeBy: Day.nullable(),
  dueOn: Day.nullable(),
  /** C9: the law's, where the hall promises an earlier one. */
  legalDueOn: Day.nullable(),
  /** C9: a day that was counted is of a year without an official calendar. */
  provisional: z.boolean(),
  /** C9, C17: of the other days that were counted those that may still move for that reason. */
  mayMove: z.array(Day),
  outcome: z.string().nullable(),
  /** C9: its clock stands still until that day. */
  pause: z.object({ id: PauseId, kind: PauseKind, basis: z.string(), told: Day, until: Day }).nullable(),
  /** C9: its one extension, in days of the limit's unit, and why. */
  extension: z.object({ days: z.number().int(), reason: z.string() }).nullable(),
  /** C9: how its due day is counted as the calendar is now; null without a limit, and of a case that is decided. */
  count: Count.nullable(),
  /** C5: until when the resident is told of the decision. */
  tellBy: Day.nullable(),
  /** What the resident asked, in order, and whether messages about the case are wanted. */
  inquiries: z.array(InquiryView),
  messages: z.boolean(),
  /** C5: what came after its end, and what was answered, in order. */
  latePapers: z.array(LatePapersView),
  /** C11: its handler is away; who answers meanwhile, and on which day the handler is back, where that is known. */
  standIn: z.object({ name: z.string(), backOn: Day.nullable() }).nullable(),
  /** Why it is overdue, in the hall's words. */
  explanation: z.string().nullable(),
  /** C6: a refusal is to take the place of the decision `no`, which stands until a second person confirms it. */
  correction: z.object({ no: z.string(), reviewBy: Day }).nullable(),
  /** C5: it ended as something else before; `linkedNo`: the matter goes on under that number. */
  corrected: z
    .object({
      was: CaseOutcome,
      on: Day,
      voids: z.array(z.string()),
      linkedNo: z.string().nullable(),
      /** It is the same outcome; these words are others. */
      changed: z.array(ChangedWords).nullable(),
    })
    .nullable(),
  /** C5, C6: where the resident was sent, also while somebody else looks at whether it is not ours. */
  destination: Destination.nullable(),
  /** C6: of a refusal that was told, the last days of both remedies. */
  remedies: z.object({ reviewUntil: Day, courtUntil: Day }).nullable(),
});
export type CaseView = z.infer<typeof CaseView>;

/** C12 on phone and kiosk alike; `handlerCounter` is where its handler sits now, null at no counter. */
export const ResidentCase = CaseView.extend({
  handlerCounter: z.string().nullable(),
  /** C7, C13: of its notice, or of a promise, what was not handed in yet; null of a ledger that does not hold it. */
  missing: z.array(PaperItem).nullable(),
  /** C7, C13: until when what is missing may be handed in. */
  answerBy: Day.nullable(),
  /** C18: what was concluded counts from then; until then the counter may still take it back. Null: it counts. */
  standsFrom: Instant.nullable(),
  /** C9: accepted, and past its limit. */
  isOverdue: z.boolean(),
  /** C7: until when what ended by silence is taken up again at any counter. */
  revivableUntil: Day.nullable(),
});
export type ResidentCase = z.infer<typeof ResidentCase>;

/** A paper of a case, to be printed again; `path` is null once the resident's link has run out, `voidedBy`: what holds instead (C5). */
export const PaperLink = z.object({
  ...{ no: z.string(), kind: PaperKind, day: Day, path: z.string().nullable() },
  voidedBy: z.string().nullable(),
});
export type PaperLink = z.infer<typeof PaperLink>;

/** C12 in full, by the own link or at the kiosk: what happened in order, and its papers; `reachable`: a telephone is known. */
export const WholeCase = ResidentCase.extend({
  steps: z.array(ResidentStepFacts),
  papers: z.array(PaperLink.omit({ path: true })),
  reachable: z.boolean(),
});
export type WholeCase = z.infer<typeof WholeCase>;

/** A case with its clock (C9, C10), and what waits to be answered about it. */
const LinkedCase = z.object({ caseId: CaseId, number: z.string(), phase: z.string(), outcome: z.string().nullable() });

/** C11: a part of somebody who is away, before whom it stands, with the briefing. `mine`: before me. */
export const StandIn = z.object({
  part: z.enum(['handler', 'receiver', 'asked', 'late-papers']),
  ofName: z.string(),
  byName: z.string(),
  until: Instant.nullable(),
  /** P1: null for colleagues whom it does not concern. */
  note: z.string().nullable(),
  mine: z.boolean(),
});
export type StandIn = z.infer<typeof StandIn>;

export const HallCase = CaseView.extend({
  /** The case that it goes on from, and those that go on from it. */
  links: z.array(LinkedCase.extend({ is: z.enum(['from', 'to']) })),
  matterId: MatterId,
  number: z.string(),
  /** C1: how it came to the hall, and on which day; older ledgers do not hold the day. */
  origin: z.object({ by: CameBy, day: Day.or(z.literal('')) }),
  /** Who applies, and who comes for them (C14); null where nobody was entered. */
  applicant: MaskedPerson.nullable(),
  helper: HelperView.nullable(),
  firstContactId: ClerkId,
  handlerId: ClerkId,
  standIns: z.array(StandIn),
  /** C11: I do what its handler does: it is mine, or I stand in. */
  asHandler: z.boolean(),
  /** C5: how I may say that its end is known; of what came without a ticket and has no conclusion. */
  endWays: z.array(EndWay),
  /** C5: nothing of its sender is entered: it does not end without one of them. */
  isSenderUnknown: z.boolean(),
  /** C2, C11: for its handler and its first contact, what was done in the handler's place in the last absence. */
  meanwhile: z.array(CaseStep),
  offer: z
    .object({
      id: HandoverId,
      fromName: z.string(),
      toName: z.string(),
      /** C3: the group to which it is offered; null: to one clerk. */
      toGroup: Names.nullable(),
      toMe: z.boolean(),
      note: z.string(),
      lapsesAt: Instant,
    })
    .nullable(),
  /** C6: what waits for a second person, or was sent back and why. `mine`: I proposed it. */
  proposal: z
    .object({
      byName: z.string(),
      mine: z.boolean(),
      reason: z.string(),
      basis: z.string(),
      at: Instant,
      reviewBy: Day.nullable(),
      /** Where the resident was sent, of what is proposed as not ours. */
      destination: Destination.nullable(),
      /** Of that: nobody can be rung up if it is ours. */
      unreachable: z.boolean(),
      /** The decision in whose place it is to come. */
      corrects: z.string().nullable(),
    })
    .nullable(),
  /** C3: until the case is offered again, or its handler goes on otherwise. */
  declined: z.array(z.object({ byName: z.string(), reason: z.string(), at: Instant })),
  /** C9: as `mayMove`, of the days that the staff alone was told: a call, and a correction that was sent back. */
  ownMayMove: z.array(Day),
  sentBack: z.object({ byName: z.string(), remark: z.string(), at: Instant, answerBy: Day.nullable() }).nullable(),
  /** C6: who proposed to correct its decision, also where that is sent back; a supervisor may take it back. */
  correctionBy: z.string().nullable(),
  /** I proposed to correct its decision, and may take that back. */
  isMyCorrection: z.boolean(),
  /** Days left until `dueOn`, of a decided case until `tellBy`, of a closed one until late papers are answered; negative when overdue; null without a limit. */
  daysLeft: z.number().int().nullable(),
  /** Of the limit that it runs by: whether these are working days, or days of the calendar. */
  daysUnit: Limit.shape.unit,
  papers: z.array(PaperLink),
  /** C7: each thing that was asked for, and whether it came. */
  notice: z
    .object({
      no: z.string(),
      items: z.array(PaperItem.extend({ received: z.boolean() })),
      /** What its matter listed when the case was opened; no notice asks for anything else. */
      listed: z.array(PaperItem),
      answerBy: Day.nullable(),
      /** Nothing is missing any more, and nobody has accepted it yet (C8). */
      completeOn: Day.nullable(),
    })
    .nullable(),
  /** C13: what follows on the resident's promise; null where nothing does, or the case is over. */
  promise: z
    .object({ items: z.array(PaperItem.extend({ received: z.boolean() })), by: Day, isOpen: z.boolean() })
    .nullable(),
  /** C5: the linked case that goes on with it, by its number. */
  goesOnAs: z.string().nullable(),
  /** P1: since when nobody knows any more who applied. */
  erasedOn: Day.nullable(),
  /** `mine`: I decided or confirmed it, and another corrects it. */
  decision: z.object({ no: z.string(), byName: z.string(), mine: z.boolean() }).nullable(),
  /** Of what ended without a decision; `mine`: I ended or confirmed it, and another corrects it. Null once the matter goes on in a linked case. */
  ending: z.object({ byName: z.string(), mine: z.boolean(), papers: z.array(z.string()) }).nullable(),
  /** Who closed it and when; `silent`: nobody, because its notice was not answered (C7). */
  closed: z.object({ on: Day, byName: z.string(), silent: z.boolean() }).nullable(),
  escalation: z.object({ byName: z.string(), reason: z.string(), answerBy: Day }).nullable(),
  extended: z.boolean(),
  /** C7: closed because its notice was not answered; until then it is taken up again under its number. */
  revivableUntil: Day.nullable(),
  late: z.array(LateDuty),
  /** C6, C10: what is still owed after its day, for whoever answers for the case to see. */
  overdue: z.array(z.object({ duty: LateDuty, by: Day })),
  /** C10: the part of its limit that is over, from 0 to 1; null before the first warning, and in a told pause. */
  warned: z.number().nullable(),
  /** C5, C8: what is to be done by the next working day at the latest. */
  warnedDuties: z.array(z.object({ duty: WarnedDuty, by: Day })),
  /** C2: what its handler asked, in order. */
  questions: z.array(QuestionView),
  /** C6, C7: the resident is to be rung up; who tried in vain. */
  ringTask: z
    .object({
      why: RingWhy,
      answerBy: Day,
      tries: z.array(z.object({ byName: z.string(), on: Day })),
      /** No telephone is known: in person, or by letter. */
      unreachable: z.boolean(),
      /** C17: told with it. */
      days: z.array(UntoldDay),
    })
    .nullable(),
  /** C5: papers that came late and wait for an answer. */
  lateTask: LateTask.nullable(),
  /** Tries to tell the decision, the last one last. */
  tellings: z.array(z.object({ way: TellingWay, byName: z.string(), on: Day, reached: z.boolean() })),
  /** C5: who signed for the result on paper; the name is masked (P2). */
  signed: z.object({ name: z.string(), lastFour: z.string(), on: Day, helper: z.boolean() }).nullable(),
});
export type HallCase = z.infer<typeof HallCase>;

/** In a list of many: how its days are counted and what it hangs together with are on its page. */
export const ListedCase = HallCase.omit({ count: true, links: true });
export type ListedCase = z.infer<typeof ListedCase>;

/** At a counter first, then what is offered, then the soonest due: a later place is a greater text. */
export const CasePlace = z
  .string()
  .max(120)
  .regex(/^[01] [01] [0-9-]{4,10} \S+Z \S+$/);

/** `mine` says in which part I answer for it. */
export const MyCase = ListedCase.extend({
  mine: z.enum([
    'handler',
    'first-contact',
    'receiver',
    'asked',
    'late-papers',
    'inquiry',
    'ring',
    'corrector',
    'deputy',
  ]),
  /** Where it stands in the list of whoever asks, for the next page; null: of somebody in whose place it is done, on the first page. */
  place: CasePlace.nullable(),
});
export type MyCase = z.infer<typeof MyCase>;
