import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { feeText } from '../../../schema/catalogue/facts/in-languages.ts';
import { type Material, materialText, picturePath, whereFromText } from '../../../schema/catalogue/material.ts';
import { inLanguage } from '../../../schema/ids.ts';
import type { Forecast } from '../../../schema/line/views.ts';
import { gapIn } from '../../../schema/texts/unbroken.ts';
import { newRequestId } from '../../../web/client.ts';
import { dayAndTime } from '../../../web/hours.ts';
import { Qr } from '../../parts/qr.tsx';
import { MATTERS_MOST } from '../../state/reduce.ts';
import type { Confirm } from '../../state/state.ts';
import { type Drawn, phoneAddress, type View } from '../../view.ts';
import { closingWords } from '../../words/place-words.ts';
import { nextOpening } from './start.tsx';

/** Third touch: the ticket. Before it, all that is known: the wait, what to bring, the limit, what to do instead (Q6, T10). */
export function confirmScreen(view: View, screen: Confirm, leave: () => void): Drawn {
  const { t, state, dispatch, catalogue, stale } = view;
  const matters = state.chosen.flatMap((id) => catalogue.matters.find((matter) => matter.id === id) ?? []);
  const matter = matters[screen.shown] ?? matters[0];
  const closed = screen.forecast?.closed ?? null;
  const closing = screen.forecast?.closing ?? null;
  const instead = closed !== null || closing !== null;
  return {
    info: (
      <div className="confirm">
        {matter && <Described view={view} matter={matter} />}
        <aside>
          <Wait view={view} screen={screen} />
          {instead && (
            <div className="instead" data-testid="instead">
              <Qr text={phoneAddress(view, '/book')} label={t('bookInstead')} />
              <p>
                <b>{t('bookInstead')}</b>
                <br />
                {nextOpening(view, screen.forecast?.nextStartsAt)}
              </p>
            </div>
          )}
        </aside>
      </div>
    ),
    controls: screen.careAsked ? (
      <CareQuestion view={view} />
    ) : (
      <>
        {matters.length > 1 && (
          <div className="chosen">
            {matters.map((one, i) => (
              <span key={one.id} className={one === matter ? 'is-shown' : undefined}>
                <button type="button" onClick={() => dispatch({ type: 'matter-shown', shown: i })}>
                  <b>{inLanguage(one.names, state.language)}</b>
                </button>
                <button
                  type="button"
                  aria-label={t('dropMatter')}
                  disabled={screen.asking}
                  data-testid={`drop-${one.id}`}
                  onClick={() => dispatch({ type: 'matter-dropped', matterId: one.id, requestId: newRequestId() })}
                >
                  ×
                </button>
              </span>
            ))}
          </div>
        )}
        {screen.sentence && (
          <p className="note is-wrong" role="alert" data-testid="sentence">
            {screen.sentence}
          </p>
        )}
        <div className="actions">
          {!closed && (
            <button
              type="button"
              className={state.care ? 'is-on' : undefined}
              data-testid="care"
              disabled={screen.asking}
              onClick={() => dispatch({ type: 'care-asked' })}
            >
              {state.care ? `✓ ${t('careOn')}` : t('care')}
              <small>{t('careHint')}</small>
            </button>
          )}
          {closed ? (
            <button
              type="button"
              className="is-main"
              data-testid="finish"
              onClick={() => dispatch({ type: 'back', requestId: newRequestId() })}
            >
              {t('finish')}
            </button>
          ) : (
            <button
              type="button"
              data-testid="add-matter"
              disabled={screen.asking || state.chosen.length >= MATTERS_MOST}
              onClick={() => dispatch({ type: 'more-wanted' })}
            >
              + {t('addMatter')}
            </button>
          )}
          {closing && !closed && (
            <button type="button" data-testid="leave" disabled={screen.asking} onClick={leave}>
              {t('leave')}
            </button>
          )}
        </div>
        {!closed && (
          <button
            type="button"
            className="is-main take"
            data-testid="issue"
            disabled={stale || screen.asking || screen.forecast === null}
            onClick={() => dispatch({ type: 'asked' })}
          >
            {t(screen.asking ? 'taking' : 'take')}
          </button>
        )}
      </>
    ),
  };
}

function Described({ view, matter }: { view: View; matter: Matter }) {
  const { t, state } = view;
  return (
    <article>
      <h1>{inLanguage(matter.names, state.language)}</h1>
      {matter.evidence === 'drafted' && <p className="drafted">{t('draftedLong')}</p>}
      {matter.conditions && (
        <p className="conditions" data-testid="conditions">
          <b>{t('conditions')}</b>
          {gapIn(state.language)}
          {inLanguage(matter.conditions, state.language)}
        </p>
      )}
      <h2>{t('bring')}</h2>
      {matter.materials.length === 0 ? (
        <p>{t('bringNothing')}</p>
      ) : (
        <ol data-testid="materials">
          {matter.materials.map((material) => (
            <Brought key={material.id} view={view} material={material} />
          ))}
        </ol>
      )}
      <dl>
        <dt>{t('fee')}</dt>
        <dd>{feeText(matter.fee, state.language)}</dd>
        {matter.acceptance && (
          <>
            <dt>{t('acceptance')}</dt>
            <dd data-testid="acceptance">
              {t(matter.acceptance.unit === 'working' ? 'acceptanceWorking' : 'acceptanceCalendar', {
                n: matter.acceptance.days,
              })}
            </dd>
          </>
        )}
        <dt>{t('limit')}</dt>
        <dd>{limit(view, matter)}</dd>
        {matter.place && (
          <>
            <dt>{t('place')}</dt>
            <dd data-testid="place">{inLanguage(matter.place, state.language)}</dd>
          </>
        )}
      </dl>
    </article>
  );
}

function Brought({ view, material }: { view: View; material: Material }) {
  const { t, state } = view;
  const whereFrom = whereFromText(material, state.language);
  return (
    <li>
      {material.picture && (
        <img
          className="sample"
          src={picturePath(material.picture)}
          alt={t('materialSample')}
          data-testid={`sample-${material.id}`}
        />
      )}
      {materialText(material, state.language)}{' '}
      {material.mayFollow && <small className="may-follow">{t('mayFollow')}</small>}
      {whereFrom && <small className="where-from">{whereFrom}</small>}
    </li>
  );
}

function limit({ t }: View, { limitDays: n, limitUnit }: Matter): string {
  if (n === null) return t('noLimit');
  if (n === 0) return t('onTheSpot');
  return t(limitUnit === 'working' ? 'workingDays' : 'calendarDays', { n });
}

function Wait({ view, screen }: { view: View; screen: Confirm }) {
  const { t } = view;
  const { forecast } = screen;
  const letters = new Set(
    view.catalogue.matters.filter(({ id }) => view.state.chosen.includes(id)).map(({ letter }) => letter),
  );
  if (!forecast) return <p className="wait-range">{t('forecastComing')}</p>;
  if (forecast.closed) {
    return (
      <p className="note is-soon" data-testid="closed">
        <b>{t(forecast.closed === 'hall-closed' ? 'closed' : 'closedGroup')}</b>
      </p>
    );
  }
  const isStaffed = view.rows.queues.some(({ id, openCounters }) => letters.has(id) && openCounters > 0);
  return (
    <>
      <p className="wait-ahead" data-testid="ahead" data-ahead={forecast.ahead}>
        {forecast.ahead > 0 ? (
          <>
            {t('ahead')} <b>{t('people', { n: forecast.ahead })}</b>
          </>
        ) : isStaffed ? (
          <b>{t('nobodyAhead')}</b>
        ) : (
          t('firstSentence')
        )}
      </p>
      {!isStaffed && (
        <p className="note is-soon" data-testid="no-counter-yet">
          <b>{t('noCounterYet')}</b>
          {gapIn(view.state.language)}
          {whenCounters(view)}
        </p>
      )}
      {view.state.care && <CareGain view={view} screen={screen} />}
      {forecast.closing ? (
        <p className="note is-soon" data-testid="may-not-be-reached">
          {closingWords(t, forecast.closing)}
        </p>
      ) : (
        (isStaffed || forecast.range) && (
          <p className="wait-range" data-testid="range">
            {waitWords(t, forecast.range)}
          </p>
        )
      )}
    </>
  );
}

/** Before the opening: when it begins. In it: that somebody comes to the counter. */
function whenCounters({ t, rows, nowMs, state }: View): string {
  const hall = rows.hall[0];
  if (hall?.open || !hall?.nextStartsAt) return t('noCounterSoon');
  return t('noCounterUntil', { when: dayAndTime(hall.nextStartsAt, nowMs, state.language) });
}

/** Q1: what the head start gains just now; where it gains nothing that is said as well. */
function CareGain({ view, screen }: { view: View; screen: Confirm }) {
  const { t } = view;
  const { forecast, plain } = screen;
  if (!forecast || !plain) return null;
  return (
    <p className="note" data-testid="care-gain">
      {plain.ahead > forecast.ahead ? t('careGain', { before: plain.ahead, n: forecast.ahead }) : t('careSame')}
    </p>
  );
}

function waitWords(t: View['t'], range: Forecast['range']): string {
  if (!range) return t('noRange');
  return range.mostMin === 0 ? t('atOnce') : t('range', { half: range.halfMin, most: range.mostMin });
}

function CareQuestion({ view }: { view: View }) {
  const { t, dispatch } = view;
  const answer = (care: boolean) => dispatch({ type: 'care-answered', care, requestId: newRequestId() });
  return (
    <div className="question">
      <p>{t('careQuestion')}</p>
      <div className="actions">
        <button type="button" data-testid="care-no" onClick={() => answer(false)}>
          {t('no')}
        </button>
        <button type="button" className="is-main" data-testid="care-yes" onClick={() => answer(true)}>
          {t('yes')}
        </button>
      </div>
    </div>
  );
}
