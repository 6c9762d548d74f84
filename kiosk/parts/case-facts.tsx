import type { ResidentCase } from '../../schema/cases/views.ts';
import { nextStep } from '../../schema/cases/words/next-step.ts';
import { materialText } from '../../schema/catalogue/material.ts';
import { inLanguage } from '../../schema/ids.ts';
import { gapIn } from '../../schema/texts/unbroken.ts';
import { CHINA_ZONE } from '../../schema/time.ts';
import { dateText, secondText } from '../../schema/time-text.ts';
import type { View } from '../view.ts';
import { sayNamed } from '../words/say.ts';

/** A screen holds so many lines of what is missing; the notice lists them all. */
const ITEMS_MOST = 4;

/** C12: who was first, who has it now, by when, what is missing, and what comes next, as the phone's page says it. */
export function CaseFacts({ view, one }: { view: View; one: ResidentCase }) {
  const { t, state } = view;
  return (
    <article className="case" data-testid="case">
      <h2>{inLanguage(one.matterNames, state.language)}</h2>
      <p className="case-phase">
        {sayNamed(t, 'case', one.phase)}
        {one.outcome && ` · ${sayNamed(t, 'outcome', one.outcome)}`}
        {one.receiptNo && <small>{t('receipt', { no: one.receiptNo })}</small>}
      </p>
      {one.standsFrom && (
        <p className="case-late" data-testid="stands-from">
          {t('standsFrom', { time: secondText(one.standsFrom, CHINA_ZONE) })}
        </p>
      )}
      <dl>
        <dt>{t('firstContact')}</dt>
        <dd data-testid="first-contact">{one.firstContact}</dd>
        <dt>{t('handler')}</dt>
        <dd data-testid="handler">
          {one.handler}
          {one.standIn && <small data-testid="stand-in"> {t('standIn', { name: one.standIn.name })}</small>}
          {one.handlerCounter && one.phase !== 'closed' && (
            <small> {t('sitsAt', { counter: one.handlerCounter })}</small>
          )}
        </dd>
        {one.phase !== 'closed' && (
          <>
            <dt>{t('due')}</dt>
            <dd data-testid="due">
              {one.dueOn
                ? dateText(one.dueOn, state.language)
                : t(one.phase === 'accepted' || one.phase === 'proposed' ? 'noDue' : 'dueLater')}
              {one.provisional && <small> {t('provisional')}</small>}
            </dd>
          </>
        )}
      </dl>
      {one.explanation && (
        <p className="case-late" data-testid="explanation">
          <b>{t('explanation')}</b>
          {gapIn(state.language)}
          {one.explanation}
        </p>
      )}
      {one.corrected && (
        <p className="case-late" data-testid="corrected">
          {correctedWords(view, one.corrected)}
        </p>
      )}
      <Missing view={view} one={one} />
      {one.destination && (
        <p data-testid="destination">
          <b>{one.destination.place}</b> {one.destination.address} {one.destination.telephone}
        </p>
      )}
      <p className="case-next" data-testid="next">
        <b>{t('next')}</b> {nextWords(view, one)}
      </p>
    </article>
  );
}

function Missing({ view, one }: { view: View; one: ResidentCase }) {
  const { t, state } = view;
  const missing = one.missing ?? [];
  if (missing.length === 0) return null;
  const more = missing.length - ITEMS_MOST;
  return (
    <div className="case-missing" data-testid="missing">
      <b>{t('missing')}</b> {one.answerBy && t('missingBy', { day: dateText(one.answerBy, state.language) })}
      <ol>
        {missing.slice(0, ITEMS_MOST).map((item) => (
          <li key={item.id}>{materialText(item, state.language)}</li>
        ))}
      </ol>
      {more > 0 && t('missingMore', { n: more })}
    </div>
  );
}

/** C5: what it ended as before, and which papers hold no more. */
function correctedWords({ t, state }: View, { was, on, voids, changed }: ResidentCase['corrected'] & object): string {
  const day = dateText(on, state.language);
  const what = changed?.map((one) => t(`changed.${one}`)).join(state.language === 'en' ? ', ' : '、');
  const said = what ? t('reworded', { day, what }) : t('corrected', { day, was: sayNamed(t, 'outcome', was) });
  return voids.length > 0 ? `${said}${t('correctedVoid', { no: voids.join('、') })}` : said;
}

function nextWords({ t, state }: View, one: ResidentCase): string {
  const { step, day, mayMove, no } = nextStep(one);
  const by = day ? dateText(day, state.language) + (mayMove ? t('provisional') : '') : '';
  return sayNamed(t, 'next', step, { day: by, no: no ?? '' });
}
