import type { ReactNode } from 'react';
import { inLanguage, LANGUAGES } from '../schema/ids.ts';
import { newRequestId } from '../web/client.ts';
import { clockTime } from '../web/hours.ts';
import { isAsking } from './state/state.ts';
import type { Drawn, View } from './view.ts';

const LANGUAGE_NAMES = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' };

/** The frame around every screen: who and when above, ways out below, where everybody reaches them. */
export function Frame({ view, drawn, left }: { view: View; drawn: Drawn; left: number | null }): ReactNode {
  const { t, state, dispatch, rows, layout, stale, nowMs } = view;
  const { screen } = state;
  const hall = rows.hall[0];
  const atStart = screen.phase === 'start';
  // The lower half of a tall screen holds everything, so its upper half is free for what is read from afar.
  const lowered = layout.shape !== 'strip' && state.low;
  // These have more to read than a half holds: there the text takes the upper half, and touching stays below.
  const parted = lowered && ['confirm', 'found', 'case'].includes(screen.phase);
  const head = (
    <>
      <p>{hall && inLanguage(hall.names, state.language)}</p>
      {hall?.sample && <small>{t('sample')}</small>}
      <time>{clockTime(nowMs)}</time>
    </>
  );
  return (
    <div
      className="kiosk"
      data-shape={parted ? 'tall' : layout.shape}
      data-low={lowered && !parted}
      data-parted={parted}
      data-screen={screen.phase}
      lang={state.language}
    >
      {lowered && !parted && <header className="above">{head}</header>}
      <div className="stage">
        <div className="upper">
          {(!lowered || parted) && <header className="head">{head}</header>}
          {stale && (
            <p className="note is-soon is-line" role="status" data-testid="line-lost">
              {t('lineLost')}
            </p>
          )}
          <main className="info">{drawn.info}</main>
        </div>
        <div className="lower">
          <section className="controls">{drawn.controls}</section>
          <nav className="bar">
            <button
              type="button"
              disabled={(atStart && state.chosen.length === 0) || isAsking(screen)}
              data-testid="back"
              onClick={() => dispatch({ type: 'back', requestId: newRequestId() })}
            >
              ‹ {t('back')}
            </button>
            {left !== null ? (
              <button type="button" className="countdown" data-testid="countdown">
                {t('secondsLeft', { n: left })} · <b>{t('goOn')}</b>
              </button>
            ) : (
              <>
                {LANGUAGES.map((language) => (
                  <button
                    key={language}
                    type="button"
                    lang={language}
                    className={language === state.language ? 'is-on' : undefined}
                    data-testid={`language-${language}`}
                    onClick={() => dispatch({ type: 'language-chosen', language })}
                  >
                    {LANGUAGE_NAMES[language]}
                  </button>
                ))}
                <button type="button" data-testid="low" onClick={() => dispatch({ type: 'low-toggled' })}>
                  {t(state.low ? 'lowOff' : 'low')}
                </button>
              </>
            )}
          </nav>
        </div>
      </div>
    </div>
  );
}
