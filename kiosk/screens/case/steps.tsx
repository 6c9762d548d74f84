import { stepText } from '../../../schema/cases/words/step-text.ts';
import { CHINA_ZONE } from '../../../schema/time.ts';
import { dateText } from '../../../schema/time-text.ts';
import { pageOf } from '../../layout.ts';
import { Pager } from '../../parts/pager.tsx';
import type { CaseShown } from '../../state/state.ts';
import type { Drawn, View } from '../../view.ts';

/** C12: what happened, in the sentences of the page by link; the latest first. */
export function stepsPart(view: View, { view: one, page }: CaseShown): Drawn {
  const { t, state, layout } = view;
  const told = one.steps.map((step, nth) => ({ nth, ...stepText(step, state.language, CHINA_ZONE, t) })).reverse();
  const cut = pageOf(told, page, layout.lines);
  return {
    info: (
      <ol className="case-lines">
        {cut.shown.map(({ nth, day, text }) => (
          <li key={nth}>
            <span>{dateText(day, state.language)}</span> {text}
          </li>
        ))}
      </ol>
    ),
    controls: <Pager view={view} page={cut.page} pages={cut.pages} />,
  };
}
