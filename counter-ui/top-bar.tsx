import { Button } from 'antd';
import { useEffect } from 'react';
import type { Language } from '../schema/ids.ts';
import { useApp } from './app-context.ts';
import { useCaseNews } from './cases/news/case-news.tsx';
import { useNow } from './hooks/use-now.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { KeyCap } from './parts/key-cap.tsx';
import { keyOf, type Section } from './role-sections.ts';
import { clockTime } from './words/hall-time.ts';
import { useWorkItems } from './worklist/use-work-items.ts';

const TITLE = '首问';

type Props = {
  hallName: string;
  /** The hall serves a newer screen. */
  outdated: boolean;
  sections: Section[];
  section: Section;
  setSection: (section: Section) => void;
  setLanguage: (language: Language) => void;
  lock: () => void;
  /** Opens the one box. */
  find: () => void;
  openAccount: () => void;
  signOut: () => void;
};

export function TopBar(props: Props) {
  const { hallName, outdated, sections, section, setSection, setLanguage, lock, find, openAccount, signOut } = props;
  const { say, me, language, board, stale } = useApp();
  const news = useCaseNews().data?.items.length ?? 0;
  const todo = useWorkItems().filter(({ mine }) => mine).length;
  // Also where the tab is not in front.
  useEffect(() => {
    document.title = todo > 0 ? `(${todo}) ${TITLE}` : TITLE;
    return () => {
      document.title = TITLE;
    };
  }, [todo]);
  const counts: Partial<Record<Section, number>> = {
    todo,
    cases: board.rows.offers.filter(
      (row) =>
        row.offer?.receivers.includes(me.clerkId) ||
        row.asked.includes(me.clerkId) ||
        row.late?.to === me.clerkId ||
        row.ring === me.clerkId ||
        (row.correction?.isSentBack === true && row.correction.by === me.clerkId) ||
        row.deputies.includes(me.clerkId) ||
        ((row.sentBack || row.inquiryBy !== null || row.warned.length > 0) && row.handler === me.clerkId),
    ).length,
    'hall-cases': board.rows.offers.filter(
      ({ phase, late, correction, warned }) =>
        phase === 'proposed' || late?.to === null || correction?.isSentBack === false || warned.includes('deemed'),
    ).length,
  };
  return (
    <>
      <header className="top-bar">
        <span className="brand">首问</span>
        <span className="hall-name" title={hallName}>
          {hallName}
        </span>
        {board.rows.hall[0]?.sample && <span className="chip chip-late">{say('sampleHall')}</span>}
        <nav aria-label={say('sections')}>
          <span className="nav-alt">
            <KeyCap>Alt</KeyCap> +
          </span>
          {sections.map((name, at) => (
            <button
              key={name}
              type="button"
              className="nav-item"
              data-testid={`section-${name}`}
              aria-current={name === section ? 'page' : undefined}
              title={`Alt+${keyOf(at)}`}
              onClick={(event) => {
                event.currentTarget.blur();
                setSection(name);
              }}
            >
              {say(`section.${name}`)}
              {(counts[name] ?? 0) > 0 && <b className="count">{counts[name]}</b>}
              {name === 'cases' && news > 0 && (
                <b className="count count-news" title={say('caseNews')} data-testid="news-count">
                  {news}
                </b>
              )}
              <KeyCap>{keyOf(at)}</KeyCap>
            </button>
          ))}
        </nav>
        <Button
          size="small"
          type="text"
          onClick={find}
          aria-label={say('boxOpen')}
          title={say('boxOpen')}
          data-testid="box-open"
        >
          <KeyCap>/</KeyCap>
        </Button>
        <Clock />
        <LanguageSwitch language={language} setLanguage={setLanguage} say={say} />
        <button
          type="button"
          className="me-button"
          title={`${say('myAccount')} · ${me.account} · ${say(`role.${me.role}`)}`}
          data-testid="my-account"
          onClick={openAccount}
        >
          {me.name}
        </button>
        <Button size="small" type="text" onClick={lock} title="Alt+L" data-testid="lock">
          {say('lockNow')}
        </Button>
        <Button size="small" type="text" onClick={signOut} data-testid="sign-out">
          {say('signOut')}
        </Button>
      </header>
      {outdated && (
        <div className="newer" role="status" data-testid="newer">
          {say('newerScreen')}{' '}
          <Button size="small" onClick={() => location.reload()} data-testid="load-newer">
            {say('loadNewerScreen')}
          </Button>
        </div>
      )}
      {me.role !== 'clerk' &&
        board.rows.unhandled.map(({ id, name, cases, why }) => (
          <div key={id} className="unhandled" role="alert" data-testid="unhandled">
            {say(why === 'away' ? 'awayCases' : 'unhandledCases', { name, count: cases })}
            {me.role === 'supervisor' && (
              <Button size="small" onClick={() => setSection('hall-cases')} data-testid="hand-over-unhandled">
                {say('section.hall-cases')}
              </Button>
            )}
          </div>
        ))}
      {stale && (
        <div className="stale" role="alert" data-testid="stale">
          {say('stale', { time: clockTime(board.at) })}
        </div>
      )}
    </>
  );
}

function Clock() {
  const now = useNow();
  return <time className="clock">{clockTime(now)}</time>;
}
