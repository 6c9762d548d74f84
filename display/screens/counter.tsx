import type { Boards } from '../../schema/board.ts';
import { clockTime } from '../../web/hours.ts';
import type { Say } from '../words/say.ts';

/** The small screen over one counter (`?counter=3`): its label, and the number that belongs here now. */
export function CounterSign({
  rows,
  label,
  nowMs,
  t,
}: {
  rows: Boards['display'];
  label: string;
  nowMs: number;
  t: Say;
}) {
  const counter = rows.counters.find((one) => one.label === label);
  const called = counter?.ticketPhase === 'called';
  const closed = !counter || counter.phase === 'closed';
  return (
    <main className={called ? 'sign is-called' : closed ? 'sign is-closed' : 'sign'} data-testid="counter-sign">
      <header>
        <p>
          {t('counterBefore')} <strong>{label}</strong> {t('counterAfter')}
        </p>
        <time>{clockTime(nowMs)}</time>
      </header>
      {!counter ? (
        <p className="sign-word">{t('unknownCounter', { label })}</p>
      ) : counter.number ? (
        <>
          <p className="sign-number" data-testid="sign-number">
            {counter.number}
          </p>
          <p className="sign-word">{t(called ? 'called' : 'serving')}</p>
        </>
      ) : (
        <p className="sign-word is-alone">
          {t(counter.phase === 'closed' ? 'counterClosed' : counter.phase === 'paused' ? 'paused' : 'welcome')}
        </p>
      )}
    </main>
  );
}
