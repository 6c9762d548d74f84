/** What a touch, a key or an answer of the server makes of the kiosk's state. Pure. */
import type { RequestId } from '../../schema/ids.ts';
import { digitsOf, numberOf } from '../../schema/typed/numbers.ts';
import { searchOf } from '../../schema/typed/search.ts';
import type { Action } from './action.ts';
import { actWished, caseFound, partOpened } from './case-shown.ts';
import {
  type CheckIn,
  type CheckInAsks,
  isAsking,
  isReceiptTyped,
  RECEIPT_MOST,
  type Screen,
  type State,
  startState,
} from './state.ts';

/** T8: matters of one visit. */
export const MATTERS_MOST = 5;
const NUMBER_MOST = 6;
/** A landline with the country's code. */
const CODE_MOST = 16;
const LAST_FOUR = 4;
const CODE = 6;
const SEARCH_MOST = 24;

export function reduce(state: State, action: Action): State {
  const { screen } = state;
  const to = (next: Screen): State => ({ ...state, screen: next });
  switch (action.type) {
    case 'restarted':
      return startState(action.language);
    case 'back':
      return isAsking(screen) ? state : back(state, action.requestId);
    case 'language-chosen':
      return { ...state, language: action.language };
    case 'low-toggled':
      return { ...turnTo(state, 0), low: !state.low };
    case 'page-turned':
      return turnTo(state, action.page);
    case 'group-chosen':
      return to({ phase: 'group', letter: action.letter, page: 0 });
    case 'search-opened':
      return to({ phase: 'search', text: '', page: 0 });
    case 'typed':
      return typed(state, action.text, action.requestId);
    case 'matter-chosen': {
      const known = state.chosen.includes(action.matterId);
      if (!known && state.chosen.length >= MATTERS_MOST) return confirm(state, action.requestId);
      const chosen = known ? state.chosen : [...state.chosen, action.matterId];
      return confirm({ ...state, chosen }, action.requestId, chosen.indexOf(action.matterId));
    }
    case 'matter-dropped': {
      if (isAsking(screen)) return state;
      const chosen = state.chosen.filter((id) => id !== action.matterId);
      return chosen.length === 0
        ? { ...state, chosen, screen: { phase: 'start', page: 0 } }
        : confirm({ ...state, chosen }, action.requestId);
    }
    case 'matter-shown':
      return screen.phase === 'confirm' ? to({ ...screen, shown: action.shown }) : state;
    case 'more-wanted':
      return isAsking(screen) || state.chosen.length >= MATTERS_MOST ? state : to({ phase: 'start', page: 0 });
    case 'confirm-opened':
      return state.chosen.length > 0 ? confirm(state, action.requestId) : state;
    case 'care-asked':
      return screen.phase === 'confirm' && !screen.asking ? to({ ...screen, careAsked: true }) : state;
    case 'care-answered':
      if (screen.phase !== 'confirm' || screen.asking) return state;
      return {
        ...state,
        care: action.care,
        screen: {
          ...screen,
          careAsked: false,
          sentence: null,
          requestId: action.requestId,
          // Another class is another place in line: asked again.
          forecast: action.care === state.care ? screen.forecast : null,
          plain: action.care && !state.care ? screen.forecast : action.care ? screen.plain : null,
        },
      };
    case 'forecast-came':
      return screen.phase === 'confirm' && screen.requestId === action.requestId
        ? to({ ...screen, forecast: action.forecast, sentence: null })
        : state;
    case 'check-in-opened':
      return to(checkIn(action.requestId));
    case 'look-up-opened':
      return to({ phase: 'look-up', number: '', asking: false, sentence: null });
    case 'receipt-opened':
      return to({ phase: 'receipt', digits: '', asking: false, sentence: null });
    case 'scanned':
      return isAsking(screen) ? state : to(sought(action.scanned, action.requestId));
    case 'question-asked':
      return screen.phase === 'found' && !screen.asking ? to({ ...screen, question: action.question }) : state;
    case 'wished':
      return screen.phase === 'found' && !screen.asking
        ? to({
            ...screen,
            wish: action.wish,
            requestId: action.requestId,
            question: null,
            asking: true,
            sentence: null,
          })
        : state;
    case 'asked':
      return mayAsk(screen) ? to({ ...screen, asking: true, sentence: null }) : state;
    case 'refused':
      if (action.asks && (screen.phase === 'check-in' || screen.phase === 'scan'))
        return to(askedFor(action.asks, action.sentence, screen));
      return 'asking' in screen ? to({ ...screen, asking: false, sentence: action.sentence }) : state;
    case 'issued':
      return {
        ...state,
        chosen: [],
        care: false,
        screen: { phase: 'issued', ticket: action.ticket, slip: action.slip, stands: null },
      };
    case 'stands-came':
      return screen.phase === 'issued' && screen.ticket.ticketId === action.stands.ticketId
        ? to({ ...screen, stands: action.stands })
        : state;
    case 'slip-came':
      return screen.phase === 'issued' && screen.ticket.ticketId === action.ticketId
        ? to({ ...screen, slip: action.slip })
        : state;
    case 'found':
      if (screen.phase !== 'scan' && screen.phase !== 'found') return state;
      return to({
        phase: 'found',
        link: action.link,
        view: action.view,
        question: null,
        wish: null,
        requestId: null,
        asking: false,
        sentence: null,
      });
    case 'place-found':
      return screen.phase === 'look-up' ? to({ phase: 'place', view: action.view }) : state;
    case 'case-found':
      return ['receipt', 'scan', 'case'].includes(screen.phase)
        ? to(caseFound(screen, action.key, action.view))
        : state;
    case 'case-opened': {
      if (screen.phase !== 'found' || screen.asking) return state;
      return to(sought({ kind: 'case', link: action.link, slip: screen.link }, action.requestId));
    }
    case 'part-opened':
      return screen.phase === 'case' ? to(partOpened(screen, action.part)) : state;
    case 'act-wished':
      return screen.phase === 'case' ? to(actWished(screen, action.act, action.requestId)) : state;
    default:
      return action satisfies never;
  }
}

type Scan = Extract<Screen, { phase: 'scan' }>;

function sought(scanned: Scan['scanned'], requestId: RequestId): Scan {
  return { phase: 'scan', scanned, requestId, asking: true, sentence: null };
}

function checkIn(requestId: RequestId): CheckIn {
  return { phase: 'check-in', code: '', telephone: null, asks: null, requestId, asking: false, sentence: null };
}

/** H8: what was typed is not enough, so its place is free for what the hall asks for. */
function askedFor(asks: CheckInAsks, sentence: string, screen: CheckIn | Scan): CheckIn {
  const telephone = asks === 'whose' && screen.phase === 'check-in' ? (screen.telephone ?? screen.code) : null;
  return { ...checkIn(screen.requestId), telephone, asks, sentence };
}

/** Signs after which asking makes sense. */
export function checkInLeast({ asks }: CheckIn): number {
  return asks === null ? LAST_FOUR : CODE;
}

function mayAsk(screen: Screen): screen is Extract<Screen, { phase: 'confirm' | 'check-in' | 'look-up' | 'receipt' }> {
  if (screen.phase === 'confirm') return !screen.asking && screen.forecast?.closed === null;
  if (screen.phase === 'check-in') return !screen.asking && screen.code.length >= checkInLeast(screen);
  if (screen.phase === 'receipt') return !screen.asking && isReceiptTyped(screen.digits);
  return screen.phase === 'look-up' && !screen.asking && /^[A-Z][0-9]{3,}$/.test(screen.number);
}

function confirm(state: State, requestId: RequestId, shown = 0): State {
  return {
    ...state,
    screen: {
      phase: 'confirm',
      requestId,
      forecast: null,
      plain: null,
      shown,
      careAsked: false,
      asking: false,
      sentence: null,
    },
  };
}

function back(state: State, requestId: RequestId): State {
  const { screen } = state;
  switch (screen.phase) {
    case 'start':
      return state.chosen.length > 0 ? confirm(state, requestId) : state;
    case 'confirm':
      if (screen.careAsked) return { ...state, screen: { ...screen, careAsked: false } };
      return { ...state, chosen: state.chosen.slice(0, -1), screen: { phase: 'start', page: 0 } };
    case 'found':
      if (screen.question) return { ...state, screen: { ...screen, question: null } };
      return { ...state, screen: { phase: 'start', page: 0 } };
    case 'case':
      if (screen.part !== 'facts') return { ...state, screen: partOpened(screen, 'facts') };
      if (screen.slip) return { ...state, screen: sought({ kind: 'ticket', link: screen.slip }, requestId) };
      return { ...state, screen: { phase: 'look-up', number: '', asking: false, sentence: null } };
    case 'place':
    case 'receipt':
      return { ...state, screen: { phase: 'look-up', number: '', asking: false, sentence: null } };
    case 'scan':
    case 'group':
    case 'search':
    case 'check-in':
    case 'look-up':
    case 'issued':
      return { ...state, screen: { phase: 'start', page: 0 } };
    default:
      return screen satisfies never;
  }
}

function turnTo(state: State, page: number): State {
  const { screen } = state;
  return 'page' in screen ? { ...state, screen: { ...screen, page: Math.max(0, page) } } : state;
}

function typed(state: State, text: string, requestId: RequestId): State {
  const { screen } = state;
  switch (screen.phase) {
    case 'search':
      return { ...state, screen: { ...screen, text: searchOf(text, SEARCH_MOST), page: 0 } };
    case 'check-in':
      if (screen.asking) return state;
      return {
        ...state,
        screen: { ...screen, code: digitsOf(text).slice(0, CODE_MOST), requestId, sentence: null },
      };
    case 'look-up': {
      if (screen.asking) return state;
      const number = numberOf(text).match(/^[A-Z][0-9]*/)?.[0] ?? '';
      return { ...state, screen: { ...screen, number: number.slice(0, NUMBER_MOST), sentence: null } };
    }
    case 'receipt':
      if (screen.asking) return state;
      return {
        ...state,
        screen: { ...screen, digits: digitsOf(text).slice(0, RECEIPT_MOST), sentence: null },
      };
    case 'start':
    case 'group':
    case 'confirm':
    case 'issued':
    case 'scan':
    case 'place':
    case 'case':
    case 'found':
      return state;
    default:
      return screen satisfies never;
  }
}
