import type { CallRow } from '../../schema/line/rows.ts';
import type { Say } from '../words/say.ts';

/** What is being called fills the screen while it is spoken, and flashes for those who cannot hear it (D1). */
export function Announcement({ call, t }: { call: CallRow; t: Say }) {
  return (
    <section className="announcement" data-testid="announcement" role="alert">
      <p className="announcement-please">{t('please')}</p>
      <p className={call.number.length > 4 ? 'announcement-number is-long' : 'announcement-number'}>{call.number}</p>
      <p className="announcement-counter">
        {t('toCounter')} <span>{t('counterBefore')}</span> <strong>{call.counterLabel}</strong>{' '}
        <span>{t('counterAfter')}</span>
      </p>
      <p className="announcement-second">{t('second', { counter: call.counterLabel })}</p>
    </section>
  );
}
