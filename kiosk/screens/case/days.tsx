import type { Day } from '../../../schema/ids.ts';
import { dateText, dayText } from '../../../schema/time-text.ts';
import { pageOf } from '../../layout.ts';
import { Pager } from '../../parts/pager.tsx';
import type { CaseShown } from '../../state/state.ts';
import type { Drawn, View } from '../../view.ts';

/** C9: each day of the limit, counted or left out, and why. */
export function daysPart(view: View, { view: one, page }: CaseShown): Drawn {
  const { t, state, layout } = view;
  const { count, pause, extension, dueOn } = one;
  if (!count) return { info: null, controls: null };
  const cut = pageOf(count.runs, page, layout.lines);
  const dayIn = (day: Day) => dayText(day, state.language);
  const { unit, days } = count.limit;
  return {
    info: (
      <>
        <p>
          {t(`c.count.${unit}`, { n: days })}
          {count.extendedBy > 0 && t(`c.count.extended.${unit}`, { n: count.extendedBy })}
        </p>
        {dueOn && (
          <p>
            {t('due')} <b>{dateText(dueOn, state.language)}</b> {one.provisional && t('provisional')}
          </p>
        )}
        {pause && (
          <p>
            <b>{t('c.paused')}</b>
            {t(`pause.${pause.kind}`)}（{pause.basis}）
            {t('c.pausedUntil', { day: dateText(pause.until, state.language) })}
          </p>
        )}
        {extension && <p>{t(`c.extended.${unit}`, { n: extension.days })}</p>}
        <ol className="case-lines">
          {cut.shown.map(({ from, to, days: n, why }) => (
            <li key={from} className={why ? 'is-soft' : undefined}>
              <span>{from === to ? dayIn(from) : t('c.count.run', { from: dayIn(from), to: dayIn(to) })}</span>{' '}
              {why ? t(`c.count.${why}`) : t('c.count.counts', { n })}
            </li>
          ))}
        </ol>
      </>
    ),
    controls: <Pager view={view} page={cut.page} pages={cut.pages} />,
  };
}
