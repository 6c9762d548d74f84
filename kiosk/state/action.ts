import type { CaseAct } from '../../schema/cases/resident.ts';
import type { WholeCase } from '../../schema/cases/views.ts';
import type { Language, Letter, MatterId, RequestId, TicketId } from '../../schema/ids.ts';
import type { Forecast, OwnTicket, PlaceView } from '../../schema/line/views.ts';
import type { CaseKey, CasePart, CheckInAsks, Found, Issued, Scanned, SlipShown, Stands, Wish } from './state.ts';

/** A touch, a key, or an answer of the server. */
export type Action =
  | { type: 'restarted'; language: Language }
  | { type: 'back'; requestId: RequestId }
  | { type: 'language-chosen'; language: Language }
  | { type: 'low-toggled' }
  | { type: 'page-turned'; page: number }
  | { type: 'group-chosen'; letter: Letter }
  | { type: 'search-opened' }
  | { type: 'typed'; text: string; requestId: RequestId }
  | { type: 'matter-chosen'; matterId: MatterId; requestId: RequestId }
  | { type: 'matter-dropped'; matterId: MatterId; requestId: RequestId }
  | { type: 'matter-shown'; shown: number }
  | { type: 'more-wanted' }
  | { type: 'confirm-opened'; requestId: RequestId }
  | { type: 'care-asked' }
  | { type: 'care-answered'; care: boolean; requestId: RequestId }
  | { type: 'forecast-came'; requestId: RequestId; forecast: Forecast }
  | { type: 'check-in-opened'; requestId: RequestId }
  | { type: 'look-up-opened' }
  | { type: 'receipt-opened' }
  | { type: 'scanned'; scanned: Scanned; requestId: RequestId }
  | { type: 'question-asked'; question: Found['question'] }
  | { type: 'wished'; wish: Wish; requestId: RequestId }
  | { type: 'asked' }
  | { type: 'refused'; sentence: string; asks?: CheckInAsks | undefined }
  | { type: 'issued'; ticket: Issued; slip: SlipShown }
  | { type: 'stands-came'; stands: Stands }
  | { type: 'slip-came'; ticketId: TicketId; slip: SlipShown }
  | { type: 'found'; link: string; view: OwnTicket }
  | { type: 'place-found'; view: PlaceView }
  | { type: 'case-found'; key: CaseKey; view: WholeCase }
  | { type: 'case-opened'; link: string; requestId: RequestId }
  | { type: 'part-opened'; part: CasePart }
  | { type: 'act-wished'; act: CaseAct; requestId: RequestId };
