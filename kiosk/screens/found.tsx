import type { CaseView, PlaceView } from '../../schema/api.ts';
import { inLanguage } from '../../schema/ids.ts';
import { newRequestId } from '../../web/client.ts';
import { clockTime, dayAndTime, localDay, shortDate } from '../../web/hours.ts';
import type { Found, Wish } from '../state/state.ts';
import type { Drawn, View } from '../view.ts';
import { sayNamed, type Word } from '../words/say.ts';
import { closingWords } from './confirm.tsx';

/** C12: who was first, who has it now, by when; and what can be done with the ticket now. */
export function foundScreen(view: View, screen: Found): Drawn {
  const { t, state } = view;
  const { view: ticket } = screen;
  return {
    info: (
      <div className="found">
        <header>
          <p className="found-number" data-testid="found-number">
            {ticket.number}
          </p>
          <div>
            <p className="found-phase" data-testid="found-phase" data-phase={ticket.phase}>
              {phaseWords(view, screen)}
            </p>
            <p>{place(view, ticket)}</p>
          </div>
        </header>
        <p className="found-matters">
          {ticket.matterNames.map((names) => inLanguage(names, state.language)).join(' · ')}
        </p>
        {ticket.cases.length === 0 && !OVER.includes(ticket.phase) && <p className="note">{t('noCases')}</p>}
        <div className="cases">
          {ticket.cases.map((one) => (
            <Case key={one.caseId} view={view} one={one} />
          ))}
        </div>
        {screen.sentence && (
          <p className="note is-wrong" role="alert" data-testid="sentence">
            {screen.sentence}
          </p>
        )}
      </div>
    ),
    controls: screen.question ? <Question view={view} screen={screen} /> : <Wishes view={view} screen={screen} />,
  };
}

const OVER = ['finished', 'withdrawn', 'expired'];

function phaseWords({ t }: View, { view: ticket }: Found): string {
  const noticed = ticket.cases.filter((one) => one.phase === 'noticed').length;
  if (ticket.phase === 'finished' && noticed > 0) return t('phase.ended', { n: noticed });
  if (ticket.phase === 'waiting' && ticket.waitsFor) return t('phase.kept');
  return sayNamed(t, 'phase', ticket.phase);
}

/** T10, T12: while nobody is called: until when the number is kept, and why. */
function keptWords({ t, rows, nowMs, state }: View, ticket: PlaceView): string {
  const { waitsFor, ahead } = ticket;
  if (!waitsFor) return '';
  const n = (ahead ?? 0) + 1;
  const because = waitsFor.because ? ` ${t('because', { because: waitsFor.because })}` : '';
  if (!waitsFor.startsAt) return t('stoppedNone', { telephone: rows.hall[0]?.telephone ?? '' }) + because;
  if (waitsFor.day === localDay(nowMs)) return t('stoppedToday', { time: clockTime(waitsFor.startsAt), n }) + because;
  return t('stoppedLater', { when: dayAndTime(waitsFor.startsAt, nowMs, state.language), n }) + because;
}

/** Where the ticket stands, in one sentence. */
export function place(view: View, ticket: PlaceView): string {
  const { t } = view;
  const { phase, counterLabel: counter } = ticket;
  if (phase === 'called' && counter) return t('goToCounter', { counter });
  if (phase === 'serving' && counter) return t('atCounter', { counter });
  if (phase === 'away' && ticket.awayUntil) return t('awayUntil', { time: clockTime(ticket.awayUntil) });
  if (phase === 'missed' && ticket.rejoinUntil) return t('rejoinUntil', { time: clockTime(ticket.rejoinUntil) });
  if (phase !== 'waiting' || ticket.ahead === null) return '';
  if (ticket.waitsFor) return keptWords(view, ticket);
  const booked = ticket.booked
    ? t('bookedFor', { slot: clockTime(ticket.booked.slotAt), time: clockTime(ticket.booked.callableAt) })
    : '';
  const ahead = ticket.ahead > 0 ? t('aheadSentence', { n: ticket.ahead }) : t('nobodySentence');
  if (ticket.closing) return `${booked} ${ahead} ${closingWords(t, ticket.closing)}`;
  const range = ticket.range ? t('range', { half: ticket.range.halfMin, most: ticket.range.mostMin }) : t('noRange');
  return `${booked} ${ahead} ${range}`;
}

export function Case({ view, one }: { view: View; one: CaseView }) {
  const { t, state } = view;
  return (
    <article className="case" data-testid="case">
      <h2>{inLanguage(one.matterNames, state.language)}</h2>
      <p className="case-phase">
        {sayNamed(t, 'case', one.phase)}
        {one.outcome && ` · ${sayNamed(t, 'outcome', one.outcome)}`}
        {one.receiptNo && <small>{t('receipt', { no: one.receiptNo })}</small>}
      </p>
      <dl>
        <dt>{t('firstContact')}</dt>
        <dd data-testid="first-contact">{one.firstContact}</dd>
        <dt>{t('handler')}</dt>
        <dd data-testid="handler">{one.handler}</dd>
        {one.phase !== 'closed' && (
          <>
            <dt>{t('due')}</dt>
            <dd data-testid="due">
              {one.dueOn
                ? shortDate(one.dueOn, state.language)
                : t(one.phase === 'accepted' || one.phase === 'proposed' ? 'noDue' : 'dueLater')}
            </dd>
          </>
        )}
      </dl>
    </article>
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
        !screen.view.waitsFor && [wish('stepAway', 'step-away'), ask('letPass', 'pass'), ask('withdraw', 'withdraw')]}
      {phase === 'away' && [ask('withdraw', 'withdraw'), wish('cameBack', 'return', true)]}
      {phase === 'missed' && screen.view.rejoinUntil && wish('rejoin', 'rejoin', true)}
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
            {[1, 2, 3].map((n) => (
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
