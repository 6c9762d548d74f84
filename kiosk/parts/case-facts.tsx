import type { ResidentCase } from '../../schema/cases/views.ts';
import { inLanguage } from '../../schema/ids.ts';
import { shortDate } from '../../web/hours.ts';
import type { View } from '../view.ts';
import { sayNamed } from '../words/say.ts';

/** C12: who was first, who has it now, by when. */
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
                ? shortDate(one.dueOn, state.language)
                : t(one.phase === 'accepted' || one.phase === 'proposed' ? 'noDue' : 'dueLater')}
              {one.provisional && <small> {t('provisional')}</small>}
            </dd>
          </>
        )}
      </dl>
    </article>
  );
}
