/// <reference types="vite/client" />
/** The display: follows its board, lines the calls up, and says when it no longer knows (D1, D2). */
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Snapshot } from '../schema/board.ts';
import { LANGUAGES, type Language } from '../schema/ids.ts';
import { createClient } from '../web/client.ts';
import { Enrolled } from '../web/enrolled.tsx';
import { followBoard } from '../web/follow-board.ts';
import { clockTime } from '../web/hours.ts';
import { reloadWhenIdle } from '../web/reload-when-idle.ts';
import { storedLanguage, storeLanguage } from '../web/words.ts';
import { hear, lastCalls, quiet, spoken } from './announcer.ts';
import { Announcement } from './screens/announcement.tsx';
import { CounterSign } from './screens/counter.tsx';
import { Hall } from './screens/hall.tsx';
import { Night } from './screens/night.tsx';
import { clipsFor } from './voice/clips.ts';
import { createPlayer, type Player } from './voice/player.ts';
import { say } from './words/say.ts';
import '../web/fonts.css';
import '../web/tokens.css';
// In the order of the cascade: what comes later may correct what came before.
import './display.css';
import './screens/hall.css';
import './screens/queues.css';
import './screens/hall-foot.css';
import './screens/announcement.css';
import './screens/kept.css';
import './screens/night.css';
import './screens/counter.css';

/** Without sound a call still stays long enough to be read across the hall. */
const SHOWN_AT_LEAST_MS = 7_000;
/** From this many waiting calls on, a call is spoken once, else the voice would fall behind a busy hall. */
const HURRY_FROM = 4;

const address = new URL(location.href).searchParams;
const counterLabel = address.get('counter');
const wished = address.get('language') as Language | null;
if (wished && LANGUAGES.includes(wished)) storeLanguage(wished);
const language = storedLanguage();
document.documentElement.lang = language;

function Display({ onRevoked }: { onRevoked: () => void }) {
  const t = say(language);
  const [board, setBoard] = useState<Snapshot<'display'> | null>(null);
  const [stale, setStale] = useState(true);
  const [announcer, setAnnouncer] = useState(quiet);
  const [outdated, setOutdated] = useState(false);
  const nowMs = useNow();
  const { player, suspended } = usePlayer(counterLabel === null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one line for the life of the page
  useEffect(
    () =>
      followBoard('display', {
        onBoard: (snapshot, isStale) => {
          const mine = snapshot as Snapshot<'display'>;
          setBoard(mine);
          setStale(isStale);
          setAnnouncer((state) => hear(state, mine));
        },
        onRevoked,
        onOutdated: () => setOutdated(true),
      }),
    [],
  );
  const speaking = useRef(true);
  speaking.current = announcer.current !== null || announcer.waiting.length > 0;
  useEffect(() => (outdated ? reloadWhenIdle(() => !speaking.current) : undefined), [outdated]);

  const current = announcer.current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a call is spoken once, whatever else changes meanwhile
  useEffect(() => {
    if (!current) return;
    const sound = player?.play(clipsFor(current, announcer.waiting.length >= HURRY_FROM ? 1 : 2));
    let live = true;
    void Promise.all([sound, new Promise((resolve) => setTimeout(resolve, SHOWN_AT_LEAST_MS))]).then(() => {
      if (live) setAnnouncer(spoken);
    });
    return () => {
      live = false;
    };
  }, [current?.seq]);

  useEffect(() => {
    const { dataset } = document.body;
    dataset.stale = String(stale);
    dataset.announcing = announcer.current?.number ?? '';
    dataset.spokenSeq = String(announcer.spokenSeq ?? '');
  }, [stale, announcer]);

  const hall = board?.rows.hall[0];
  if (!board || !hall) return <main className="wait">{t('connecting')}</main>;
  const { callsShown } = board.rows.settings[0]!;
  const busy = board.rows.counters.some((counter) => counter.number !== null);
  const night = !hall.open && !busy && !current;
  // A few pixels, another place each minute: the still parts of the page do not burn in.
  const minute = Math.floor(nowMs / 60_000);
  const shift = `${(minute % 5) * 2 - 4}px ${(Math.floor(minute / 5) % 5) * 2 - 4}px`;
  return (
    <div className="wall">
      {stale && (
        <p className="stale" role="status" data-testid="stale">
          {t('stale', { time: clockTime(board.at) })}
        </p>
      )}
      {counterLabel !== null ? (
        <CounterSign rows={board.rows} label={counterLabel} nowMs={nowMs} t={t} />
      ) : night ? (
        <Night hall={hall} queues={board.rows.queues} nowMs={nowMs} language={language} t={t} />
      ) : (
        <div className="day" style={{ translate: shift }}>
          <Hall
            rows={board.rows}
            calls={lastCalls(announcer, board.rows.calls, callsShown)}
            nowMs={nowMs}
            language={language}
            t={t}
          />
          {current && <Announcement key={current.seq} call={current} t={t} />}
        </div>
      )}
      {suspended && !night && (
        <button type="button" className="sound" data-testid="sound" onClick={() => player?.wake()}>
          {t('sound')}
        </button>
      )}
    </div>
  );
}

function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

/** The voice of the hall's screen. A counter's own screen is silent: one voice per hall. */
function usePlayer(wanted: boolean): { player: Player | null; suspended: boolean } {
  const player = useRef<Player | null>(null);
  const [suspended, setSuspended] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    const made = createPlayer(() => setSuspended(made.isSuspended()));
    player.current = made;
    setSuspended(made.isSuspended());
    const wake = () => void made.wake();
    document.addEventListener('pointerdown', wake);
    document.addEventListener('keydown', wake);
    return () => {
      document.removeEventListener('pointerdown', wake);
      document.removeEventListener('keydown', wake);
    };
  }, [wanted]);
  return { player: player.current, suspended };
}

const client = createClient();
createRoot(document.getElementById('root')!).render(
  <Enrolled client={client} kind="display" language={language}>
    {(onRevoked) => <Display onRevoked={onRevoked} />}
  </Enrolled>,
);
