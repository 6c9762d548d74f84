/** What may be wished of a ticket. */
import type {
  AppointmentId,
  CaseId,
  ClerkId,
  CounterId,
  Day,
  DeviceId,
  Instant,
  Letter,
  MatterId,
  OpeningId,
} from '../../../schema/ids.ts';
import type { CallReason, PassedTo, Rank, TicketClass, UndoableStep } from '../../../schema/line/ticket.ts';
import type { ActorKind, Channel } from '../../../schema/who.ts';
import type { Serves } from './ticket-life.ts';

/** T8: on one slip, at the kiosk and at a counter alike. */
export const MOST_MATTERS = 5;

/** The counter at which a command is given: who sits there and which queues it serves. */
export type AtCounter = Serves & { counterId: CounterId; clerkId: ClerkId };

export type TicketCommand =
  | {
      type: 'issue-ticket';
      day: Day;
      ordinal: number;
      /** The hall's running number of records: a key, and the order of two who came in the same millisecond. */
      issueNo: number;
      /** When somebody took it whose kiosk had no line (Q8); else it is now. */
      happenedAt?: Instant;
      matters: { id: MatterId; letter: Letter }[];
      klass: TicketClass;
      channel: Channel;
      printing: boolean;
      slotStartMs?: number;
      deviceId?: DeviceId;
      appointmentId?: AppointmentId;
    }
  | { type: 'call-ticket'; at: AtCounter; why: CallReason }
  | { type: 'recall-ticket'; at: AtCounter }
  | { type: 'put-back'; at: AtCounter; reason: string }
  | { type: 'miss-ticket'; counterId: CounterId; by: ActorKind }
  | { type: 'rejoin'; rank: Rank | null; behind: number; by: ActorKind }
  | { type: 'start-serving'; at: AtCounter }
  | { type: 'conclude-matter'; at: AtCounter; matterId: MatterId; caseId: CaseId }
  | { type: 'hand-back'; at: AtCounter }
  | { type: 'finish-ticket'; at: AtCounter }
  | { type: 'step-away'; by: ActorKind }
  | { type: 'return'; by: ActorKind; lapsed: boolean }
  | { type: 'let-pass'; count: number; rank: Rank | null; by: ActorKind }
  | { type: 'withdraw'; by: ActorKind; clerk?: { id: ClerkId; reason: string; today: Day } }
  /** `here`: the counter that serves the ticket can do it, too. */
  | { type: 'add-matter'; matterId: MatterId; letter: Letter; by: ActorKind; here: boolean }
  | { type: 'hold-ticket'; at: AtCounter }
  /** `serves`: what whoever gets it can do. */
  | { type: 'pass-ticket'; at: AtCounter; to: PassedTo; serves: Serves }
  | { type: 'release'; reason: string }
  | { type: 'carry-over'; toDay: Day; openingId: OpeningId; because?: string }
  | { type: 'expire' }
  /** `calledAgain`: its counter has called somebody since, or is nobody's any more. */
  | {
      type: 'undo';
      by: ActorKind;
      clerkId?: ClerkId | undefined;
      calledAgain: boolean;
      /** Which one was meant: a wish that comes twice takes nothing else back. */
      step?: UndoableStep | undefined;
    }
  | { type: 'report-slip'; slip: 'printed' | 'failed' | 'reprinted' };
