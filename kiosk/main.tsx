/// <reference types="vite/client" />
/** The kiosk: connects, wires the pure state to the server, and keeps the page closed in itself. */
import { useEffect, useReducer, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Snapshot } from '../schema/board.ts';
import type { Catalogue } from '../schema/catalogue/catalogue.ts';
import { createClient, newRequestId } from '../web/client.ts';
import { Enrolled } from '../web/enrolled.tsx';
import { followBoard } from '../web/follow-board.ts';
import { reloadWhenIdle } from '../web/reload-when-idle.ts';
import { storedLanguage } from '../web/words.ts';
import { useServer } from './ask-server.ts';
import { Frame } from './frame.tsx';
import { IDLE_MS, secondsLeft } from './idle.ts';
import { pressByFingers } from './input/press.ts';
import { createScanner, scannedOf } from './input/scanner.ts';
import { useSettling } from './input/settle.ts';
import { type Layout, layoutOf } from './layout.ts';
import { hasPrinter } from './printer.ts';
import { caseScreen } from './screens/case/case.tsx';
import { checkInScreen, lookUpScreen, receiptScreen } from './screens/find/entry.tsx';
import { foundScreen } from './screens/find/found.tsx';
import { placeScreen } from './screens/find/place.tsx';
import { scanScreen } from './screens/find/scan.tsx';
import { confirmScreen } from './screens/take/confirm.tsx';
import { groupScreen } from './screens/take/group.tsx';
import { issuedScreen } from './screens/take/issued.tsx';
import { searchScreen } from './screens/take/search.tsx';
import { startScreen } from './screens/take/start.tsx';
import type { Action } from './state/action.ts';
import { reduce } from './state/reduce.ts';
import { isAsking, isFresh, type Screen, shownOf, startState } from './state/state.ts';
import type { Drawn, View } from './view.ts';
import { say } from './words/say.ts';
import '../web/fonts.css';
import '../web/tokens.css';
// In the order of the cascade: what comes later may correct what came before.
import './kiosk.css';
import './parts/buttons.css';
import './screens/take/start.css';
import './screens/take/group.css';
import './screens/find/entry.css';
import './screens/take/confirm.css';
import './screens/take/chosen.css';
import './screens/take/issued.css';
import './screens/find/found.css';
import './screens/case/case.css';

const CATALOGUE_EVERY_MS = 60_000;
const client = createClient();
const language = storedLanguage();
const printer = hasPrinter();

function Kiosk({ onRevoked }: { onRevoked: () => void }) {
  const [state, dispatch] = useReducer(reduce, language, startState);
  const { board, stale, outdated } = useKioskBoard(onRevoked);
  const catalogue = useCatalogue(state.screen.phase === 'start');
  const layout = useLayout(state.low);
  const nowMs = useNow();
  const left = useIdle(!isFresh(state, language) && !isAsking(state.screen), dispatch, shownOf(state.screen));
  const server = useServer({ client, state, dispatch, printer });
  useScanner(dispatch);
  useTyping(state.screen, dispatch);
  useSettling(shownOf(state.screen));
  useEffect(() => {
    document.documentElement.lang = state.language;
  }, [state.language]);
  useNewBuild(outdated, isFresh(state, language));

  const t = say(state.language);
  if (!board || !catalogue) return <main className="wait">{t('asking')}</main>;
  const { printAgain, countLeft } = server;
  const view: View = { state, dispatch, t, layout, rows: board.rows, stale, catalogue, nowMs, printAgain };
  const leave = () => {
    countLeft();
    dispatch({ type: 'restarted', language });
  };
  return <Frame view={view} drawn={draw(view, leave)} left={left} />;
}

function draw(view: View, leave: () => void): Drawn {
  const { screen } = view.state;
  switch (screen.phase) {
    case 'start':
      return startScreen(view, screen.page);
    case 'group':
      return groupScreen(view, screen.letter, screen.page);
    case 'search':
      return searchScreen(view, screen.text, screen.page);
    case 'confirm':
      return confirmScreen(view, screen, leave);
    case 'issued':
      return issuedScreen(view, screen);
    case 'check-in':
      return checkInScreen(view, screen);
    case 'look-up':
      return lookUpScreen(view, screen);
    case 'receipt':
      return receiptScreen(view, screen);
    case 'scan':
      return scanScreen(view, screen);
    case 'place':
      return placeScreen(view, screen.view);
    case 'case':
      return caseScreen(view, screen);
    case 'found':
      return foundScreen(view, screen);
    default:
      return screen satisfies never;
  }
}

function useKioskBoard(onRevoked: () => void) {
  const [seen, setSeen] = useState<{ board: Snapshot<'kiosk'> | null; stale: boolean }>({ board: null, stale: true });
  const [outdated, setOutdated] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one line for the life of the page
  useEffect(
    () =>
      followBoard('kiosk', {
        onBoard: (snapshot, stale) => setSeen({ board: snapshot as Snapshot<'kiosk'>, stale }),
        onRevoked,
        onOutdated: () => setOutdated(true),
      }),
    [],
  );
  return { ...seen, outdated };
}

/** Nobody stands there: the start page has been untouched for as long as one resident is given. */
function useNewBuild(outdated: boolean, fresh: boolean): void {
  const untouchedFrom = useRef(performance.now());
  const isFreshNow = useRef(fresh);
  isFreshNow.current = fresh;
  useEffect(() => {
    if (!outdated) return;
    const touched = () => {
      untouchedFrom.current = performance.now();
    };
    document.addEventListener('pointerdown', touched);
    document.addEventListener('keydown', touched);
    const stop = reloadWhenIdle(() => isFreshNow.current && performance.now() - untouchedFrom.current > IDLE_MS);
    return () => {
      stop();
      document.removeEventListener('pointerdown', touched);
      document.removeEventListener('keydown', touched);
    };
  }, [outdated]);
}

/** Read at the start and again each minute while nobody is choosing: nothing changes under a finger. */
function useCatalogue(mayChange: boolean): Catalogue | null {
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null);
  useEffect(() => {
    if (!mayChange) return;
    const read = () => client.catalogue().then(setCatalogue, () => {});
    void read();
    const timer = setInterval(read, CATALOGUE_EVERY_MS);
    return () => clearInterval(timer);
  }, [mayChange]);
  return catalogue;
}

function useLayout(low: boolean): Layout {
  const [size, setSize] = useState({ width: innerWidth, height: innerHeight });
  useEffect(() => {
    const measure = () => setSize({ width: innerWidth, height: innerHeight });
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return layoutOf(size.width, size.height, low);
}

function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

/** Counts down when nobody touches; `running` is false on the untouched start and while the server is asked. */
function useIdle(running: boolean, dispatch: (action: Action) => void, shown: string): number | null {
  const touchedAt = useRef(performance.now());
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const touched = () => {
      touchedAt.current = performance.now();
      setLeft(null);
    };
    document.addEventListener('pointerdown', touched);
    document.addEventListener('keydown', touched);
    return () => {
      document.removeEventListener('pointerdown', touched);
      document.removeEventListener('keydown', touched);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen gives its reader the full time
  useEffect(() => {
    touchedAt.current = performance.now();
    setLeft(null);
    if (!running) return;
    const timer = setInterval(() => {
      const seconds = secondsLeft(performance.now() - touchedAt.current);
      setLeft(seconds);
      if (seconds === 0) dispatch({ type: 'restarted', language });
    }, 250);
    return () => clearInterval(timer);
  }, [running, shown]);
  return running ? left : null;
}

/** C12, H8: a code held to the scanner is obeyed on every screen. It hears the keys before the entry screens do. */
function useScanner(dispatch: (action: Action) => void) {
  useEffect(() => {
    const scan = createScanner();
    const heard = (event: KeyboardEvent) => {
      const scanned = scannedOf(scan(event.key, event.timeStamp) ?? '');
      if (!scanned) return;
      event.preventDefault();
      event.stopPropagation();
      dispatch({ type: 'scanned', scanned, requestId: newRequestId() });
    };
    document.addEventListener('keydown', heard, { capture: true });
    return () => document.removeEventListener('keydown', heard, { capture: true });
  }, [dispatch]);
}

/** A scanner or a keyboard types into the entry screens as the keys on the screen do. */
function useTyping(screen: Screen, dispatch: (action: Action) => void) {
  useEffect(() => {
    const text = entryText(screen);
    if (text === null) return;
    const typed = (event: KeyboardEvent) => {
      if (event.key === 'Enter') {
        // A scanner ends with Enter, and the key touched last must not take it for a touch.
        event.preventDefault();
        return dispatch({ type: 'asked' });
      }
      if (event.key === 'Backspace') dispatch({ type: 'typed', text: text.slice(0, -1), requestId: newRequestId() });
      if (/^[0-9A-Za-z]$/.test(event.key))
        dispatch({ type: 'typed', text: text + event.key, requestId: newRequestId() });
    };
    document.addEventListener('keydown', typed);
    return () => document.removeEventListener('keydown', typed);
  }, [screen, dispatch]);
}

function entryText(screen: Screen): string | null {
  switch (screen.phase) {
    case 'check-in':
      return screen.code;
    case 'look-up':
      return screen.number;
    case 'receipt':
      return screen.digits;
    case 'start':
    case 'group':
    case 'search':
    case 'confirm':
    case 'issued':
    case 'scan':
    case 'place':
    case 'case':
    case 'found':
      return null;
    default:
      return screen satisfies never;
  }
}

// No way out of the page: no menu, no dragging, no zoom by two fingers.
for (const name of ['contextmenu', 'dragstart', 'selectstart', 'gesturestart']) {
  document.addEventListener(name, (event) => event.preventDefault());
}
pressByFingers();

createRoot(document.getElementById('root')!).render(
  <Enrolled client={client} kind="kiosk" language={language}>
    {(onRevoked) => <Kiosk onRevoked={onRevoked} />}
  </Enrolled>,
);
