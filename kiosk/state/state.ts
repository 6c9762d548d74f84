/** What a kiosk shows, as a pure state. The page asks the server whenever a screen says `asking`. */
import type { CaseAct } from '../../schema/cases/resident.ts';
import type { WholeCase } from '../../schema/cases/views.ts';
import type { Language, Letter, MatterId, RequestId } from '../../schema/ids.ts';
import type { Forecast, OwnTicket, PlaceView, TicketView } from '../../schema/line/views.ts';

export type Issued = Pick<TicketView, 'ticketId' | 'number' | 'booked'> & { link: string };
/** For what the number is, and how many stand before it; asked for once the number is shown. */
export type Stands = Pick<TicketView, 'ticketId' | 'ahead' | 'matterNames'>;
/** What a scanner read: the QR code of a slip, of a case's paper, or of an appointment. */
export type Scanned = { kind: 'ticket' | 'case'; link: string } | { kind: 'appointment'; code: string };
/** A case that is chosen of those of a slip, `slip`, is looked up as one that is scanned. */
type Sought = Scanned & { slip?: string };
/** `off`: this kiosk has no printer. */
export type SlipShown = 'off' | 'printing' | 'printed' | 'failed';
export type Wish = 'step-away' | 'return' | 'rejoin' | 'withdraw' | 'undo' | { pass: number };

/** `requestId` belongs to one wish: a changed wish gets a new one, a repeated one keeps it (T3). */
type Asking = { asking: boolean; sentence: string | null };
export type Confirm = Asking & {
  phase: 'confirm';
  requestId: RequestId;
  forecast: Forecast | null;
  /** What it was without priority care, to show what that gains. */
  plain: Forecast | null;
  /** Which of the chosen matters is described. */
  shown: number;
  careAsked: boolean;
};
/** By the link of its slip: everything, and everything can be done (C12). */
export type Found = Asking & {
  phase: 'found';
  link: string;
  view: OwnTicket;
  question: 'withdraw' | 'pass' | null;
  wish: Wish | null;
  requestId: RequestId | null;
};
/** By what a case was found, and so what may be done with it: by a number and four digits nothing that ends it. */
export type CaseKey = { link: string } | { receiptNo: string; lastFour: string };
/** What of a case is on the screen; `facts` comes first. */
export type CasePart = 'facts' | 'days' | 'steps' | 'papers' | 'ask' | 'messages' | 'withdraw';
export type CaseShown = Asking & {
  phase: 'case';
  key: CaseKey;
  /** The link of the slip from which it was opened, and to which the way back leads. */
  slip: string | null;
  view: WholeCase;
  part: CasePart;
  page: number;
  act: CaseAct | null;
  requestId: RequestId | null;
};
/** H8: what the hall asks for instead of what was typed: the full number, or with it whose appointment it is. */
export type CheckInAsks = 'telephone' | 'whose';
/** `telephone`: typed before, and shared by several people. */
export type CheckIn = Asking & {
  phase: 'check-in';
  code: string;
  telephone: string | null;
  asks: CheckInAsks | null;
  requestId: RequestId;
};
export type Screen =
  | { phase: 'start'; page: number }
  | { phase: 'group'; letter: Letter; page: number }
  | { phase: 'search'; text: string; page: number }
  | Confirm
  | { phase: 'issued'; ticket: Issued; slip: SlipShown; stands: Stands | null }
  | CheckIn
  | (Asking & { phase: 'scan'; scanned: Sought; requestId: RequestId })
  | (Asking & { phase: 'look-up'; number: string })
  | (Asking & { phase: 'receipt'; digits: string })
  | { phase: 'place'; view: PlaceView }
  | CaseShown
  | Found;

export type State = {
  language: Language;
  /** Wheelchair layout: everything to touch is in the lower half. */
  low: boolean;
  chosen: MatterId[];
  care: boolean;
  screen: Screen;
};

export function startState(language: Language): State {
  return { language, low: false, chosen: [], care: false, screen: { phase: 'start', page: 0 } };
}

/** A request is under way: nothing returns to the start and nothing is asked twice. */
export function isAsking(screen: Screen): boolean {
  return 'asking' in screen && screen.asking;
}

/** What is new to its reader: another screen, or another part of a case. */
export function shownOf(screen: Screen): string {
  return screen.phase === 'case' ? `case ${screen.part}` : screen.phase;
}

/** True on the first screen as a new resident finds it: nothing to count down from. */
export function isFresh(state: State, language: Language): boolean {
  const { screen } = state;
  return (
    screen.phase === 'start' &&
    screen.page === 0 &&
    state.chosen.length === 0 &&
    !state.low &&
    state.language === language
  );
}

/** Ten of the receipt's number, SLyyyy-nnnnnn, or twelve of an older one, SLyyyymmdd-nnnn; then the telephone's last four. */
const NEW_RECEIPT = { head: 4, all: 10 };
const OLD_RECEIPT = { head: 8, all: 12 };
const LAST_FOUR = 4;
export const RECEIPT_MOST = OLD_RECEIPT.all + LAST_FOUR;

/** As it stands on the paper, as far as it is typed; and the last four. */
export function receiptOf(digits: string): { receiptNo: string; lastFour: string } {
  const { head, all } = digits.length > NEW_RECEIPT.all + LAST_FOUR ? OLD_RECEIPT : NEW_RECEIPT;
  const no = digits.slice(head, all);
  return { receiptNo: `SL${digits.slice(0, head)}${no ? `-${no}` : ''}`, lastFour: digits.slice(all) };
}

/** Whether a receipt's number and the last four are typed. */
export function isReceiptTyped(digits: string): boolean {
  return [NEW_RECEIPT, OLD_RECEIPT].some(({ all }) => digits.length === all + LAST_FOUR);
}
