import { inLanguage, type Letter } from '../../../schema/ids.ts';
import { pageOf } from '../../layout.ts';
import { MatterButton } from '../../parts/matter-button.tsx';
import { Pager } from '../../parts/pager.tsx';
import type { Drawn, View } from '../../view.ts';

/** Second touch: the matter. */
export function groupScreen(view: View, letter: Letter, page: number): Drawn {
  const { t, state, catalogue, layout } = view;
  const group = catalogue.groups.find((one) => one.id === letter);
  const matters = catalogue.matters.filter((matter) => matter.letter === letter && matter.offered);
  const list = pageOf(matters, page, layout.matters);
  return {
    info: (
      <h1>
        <i className="letter">{letter}</i> {group && inLanguage(group.names, state.language)}
      </h1>
    ),
    controls: (
      <>
        <div className="matters">
          {list.shown.map((matter) => (
            <MatterButton key={matter.id} view={view} matter={matter} />
          ))}
          {matters.length === 0 && <p className="note">{t('noMatters')}</p>}
        </div>
        <Pager view={view} page={list.page} pages={list.pages} />
      </>
    ),
  };
}
