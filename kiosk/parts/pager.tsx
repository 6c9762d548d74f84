import type { View } from '../view.ts';

/** Pages and not scrolling: a slipping finger must not lose the list. */
export function Pager({ view, page, pages }: { view: View; page: number; pages: number }) {
  if (pages < 2) return null;
  const turn = (to: number) => view.dispatch({ type: 'page-turned', page: to });
  return (
    <div className="pager">
      <button type="button" disabled={page === 0} onClick={() => turn(page - 1)} data-testid="page-before">
        ‹ {view.t('pageBefore')}
      </button>
      <span>
        {page + 1} / {pages}
      </span>
      <button type="button" disabled={page === pages - 1} onClick={() => turn(page + 1)} data-testid="page-after">
        {view.t('pageAfter')} ›
      </button>
    </div>
  );
}
