import { dateText } from '../../../schema/time-text.ts';
import { pageOf } from '../../layout.ts';
import { Pager } from '../../parts/pager.tsx';
import type { CaseShown } from '../../state/state.ts';
import type { Drawn, View } from '../../view.ts';

/** C12: the papers that were given, the latest first, and where one is given again. */
export function papersPart(view: View, { view: one, page }: CaseShown): Drawn {
  const { t, state, layout } = view;
  const cut = pageOf([...one.papers].reverse(), page, layout.lines - 1);
  return {
    info: (
      <>
        <ol className="case-lines">
          {cut.shown.map(({ no, kind, day, voidedBy }) => (
            <li key={no} className={voidedBy ? 'is-soft' : undefined}>
              <b>{t(`c.${kind}`)}</b> {no} <span>{dateText(day, state.language)}</span>
              {voidedBy && ` ${t('paperVoid', { no: voidedBy })}`}
            </li>
          ))}
        </ol>
        <p className="note">{t('papersAgain')}</p>
      </>
    ),
    controls: <Pager view={view} page={cut.page} pages={cut.pages} />,
  };
}
