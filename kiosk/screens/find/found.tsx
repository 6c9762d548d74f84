import { inLanguage } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { CaseFacts } from '../../parts/case-facts.tsx';
import { NumberHead } from '../../parts/number-head.tsx';
import type { Found, Wish } from '../../state/state.ts';
import type { Drawn, View } from '../../view.ts';
import { sayNamed, type Word } from '../../words/say.ts';

/** C12: who was first, who has it now, by when; and what can be done with the ticket now. */
export function foundScreen(view: View, screen: Found): Drawn {
  const { t, state } = view;
  const { view: ticket } = screen;
  return {
    info: (
      <div className="found">
        <NumberHead view={view} ticket={ticket} phase={phaseWords(view, screen)} />
        <p className="found-matters">
          {ticket.matterNames.map((names) => inLanguage(names, state.language)).join(' · ')}
        </p>
        {ticket.cases.length === 0 && !OVER.includes(ticket.phase) && <p className="note">{t('noCases')}</p>}
        <div className="cases">
          {ticket.cases.map((one) => (
            <CaseFacts key={one.caseId} view={view} one={one} />
          ))}
        </div>
        {screen.sentence && (
          <p className="note is-wrong" role="alert" data-testid="sentence">
            {screen.sentence}
          </p>
        )}
      </div>
    ),
    controls: screen.question ? (
      <Question view={view} screen={screen} />
    ) : (
      <>
        <Cases view={view} screen={screen} />
        <Wishes view={view} screen={screen} />
      </>
    ),
  };
}

const OVER = ['finished', 'withdrawn', 'expired'];

function phaseWords({ t }: View, { view: ticket }: Found): string {
  const noticed = ticket.cases.filter((one) => one.phase === 'noticed').length;
  if (ticket.phase === 'finished' && noticed > 0) return t('phase.ended', { n: noticed });
  if (ticket.phase === 'waiting' && ticket.waitsFor) return t('phase.kept');
  return sayNamed(t, 'phase', ticket.phase);
}

/** C12: of each case that has a link of its own, all that its page tells. */
function Cases({ view, screen }: { view: View; screen: Found }) {
  const { t, state, dispatch, stale } = view;
  const { cases } = screen.view;
  if (cases.every(({ link }) => !link)) return null;
  return (
    <div className="case-parts">
      {cases.map(
        ({ caseId, link, matterNames }, at) =>
          link && (
            <button
              key={caseId}
              type="button"
              disabled={screen.asking || stale}
              data-testid={`case-open-${at}`}
              onClick={() => dispatch({ type: 'case-opened', link, requestId: newRequestId() })}
            >
              {t('caseMore')}
              {cases.length > 1 && <small>{inLanguage(matterNames, state.language)}</small>}
            </button>
          ),
      )}
    </div>
  );
}

function Wishes({ view, screen }: { view: View; screen: Found }) {
  const { t, dispatch, stale } = view;
  const { phase } = screen.view;
  const disabled = screen.asking || stale;
  const wish = (word: Word, one: Wish, main = false) => (
    <button
      key={word}
      type="button"
      className={main ? 'is-main' : undefined}
      disabled={disabled}
      data-testid={String(one)}
      onClick={() => dispatch({ type: 'wished', wish: one, requestId: newRequestId() })}
    >
      {t(word)}
    </button>
  );
  const ask = (word: Word, question: 'pass' | 'withdraw') => (
    <button
      key={word}
      type="button"
      disabled={disabled}
      data-testid={question === 'pass' ? 'let-pass' : 'withdraw'}
      onClick={() => dispatch({ type: 'question-asked', question })}
    >
      {t(word)}
    </button>
  );
  return (
    <div className="actions">
      {phase === 'waiting' && screen.view.waitsFor && ask('withdraw', 'withdraw')}
      {phase === 'waiting' &&
        !screen.view.waitsFor && [
          wish('stepAway', 'step-away'),
          screen.view.behind > 0 && ask('letPass', 'pass'),
          ask('withdraw', 'withdraw'),
        ]}
      {phase === 'away' && [ask('withdraw', 'withdraw'), wish('cameBack', 'return', true)]}
      {phase === 'missed' && screen.view.rejoinUntil && wish('rejoin', 'rejoin', true)}
      {phase === 'withdrawn' && screen.view.undoUntil && wish('undo', 'undo', true)}
    </div>
  );
}

function Question({ view, screen }: { view: View; screen: Found }) {
  const { t, dispatch } = view;
  const wished = (wish: Wish) => () => dispatch({ type: 'wished', wish, requestId: newRequestId() });
  return (
    <div className="question">
      {screen.question === 'pass' ? (
        <>
          <p>{t('letPassQuestion')}</p>
          <div className="actions">
            {[1, 2, 3].slice(0, screen.view.behind).map((n) => (
              <button key={n} type="button" data-testid={`pass-${n}`} onClick={wished({ pass: n })}>
                {t('passCount', { n })}
              </button>
            ))}
          </div>
        </>
      ) : (
        <>
          <p>{t('withdrawQuestion', { number: screen.view.number })}</p>
          <div className="actions">
            <button type="button" className="is-wrong" data-testid="withdraw-yes" onClick={wished('withdraw')}>
              {t('withdrawYes')}
            </button>
            <button
              type="button"
              className="is-main"
              data-testid="withdraw-no"
              onClick={() => dispatch({ type: 'question-asked', question: null })}
            >
              {t('withdrawNo')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
