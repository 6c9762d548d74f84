import { findMatters } from '../../../schema/catalogue/find-matter.ts';
import { newRequestId } from '../../../web/client.ts';
import { pageOf } from '../../layout.ts';
import { Keys } from '../../parts/keys.tsx';
import { MatterButton } from '../../parts/matter-button.tsx';
import { Pager } from '../../parts/pager.tsx';
import type { Drawn, View } from '../../view.ts';

const LETTERS = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];

/** Search by name, pinyin and initials. The field also takes what a plugged-in keyboard writes, Chinese included. */
export function searchScreen(view: View, text: string, page: number): Drawn {
  const { t, dispatch, catalogue, layout } = view;
  const found = findMatters(
    catalogue.matters.filter((matter) => matter.offered),
    text,
  );
  const list = pageOf(found, page, layout.results);
  const type = (next: string) => dispatch({ type: 'typed', text: next, requestId: newRequestId() });
  return {
    info: <h1>{t('searchTitle')}</h1>,
    controls: (
      <>
        <div className="field">
          <input
            data-testid="search-text"
            value={text}
            inputMode="none"
            placeholder={t('searchHint')}
            aria-label={t('searchTitle')}
            onChange={(event) => type(event.target.value)}
          />
          <button type="button" disabled={!text} onClick={() => type(text.slice(0, -1))} data-testid="erase">
            {t('erase')}
          </button>
          <button type="button" disabled={!text} onClick={() => type('')}>
            {t('clear')}
          </button>
        </div>
        <div className="matters results" data-testid="results">
          {list.shown.map((matter) => (
            <MatterButton key={matter.id} view={view} matter={matter} />
          ))}
          {text && found.length === 0 && <p className="note">{t('noResults', { text })}</p>}
        </div>
        <Pager view={view} page={list.page} pages={list.pages} />
        <Keys rows={LETTERS} className="keys" onKey={(sign) => type(text + sign.toLowerCase())} />
      </>
    ),
  };
}
