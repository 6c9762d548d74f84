import { inLanguage } from '../../../schema/ids.ts';
import { gapIn } from '../../../schema/texts/unbroken.ts';
import { newRequestId } from '../../../web/client.ts';
import { dayAndTime, kindName } from '../../../web/hours.ts';
import { pageOf } from '../../layout.ts';
import { Pager } from '../../parts/pager.tsx';
import type { Drawn, View } from '../../view.ts';

/** First touch: the group of the matter. */
export function startScreen(view: View, page: number): Drawn {
  const { t, state, dispatch, rows, catalogue, layout } = view;
  const hall = rows.hall[0];
  const groups = [...catalogue.groups].sort((a, b) => a.order - b.order);
  const list = pageOf(groups, page, layout.groups);
  const chosen = state.chosen.length;
  return {
    info: (
      <>
        <h1>{t(chosen > 0 ? 'welcomeMore' : 'welcome')}</h1>
        {hall && !hall.open && (
          <p className="note is-soon" data-testid="closed">
            <b>{t('closed')}</b>
            {gapIn(state.language)}
            {nextOpening(view)}
          </p>
        )}
      </>
    ),
    controls: (
      <>
        <div className="groups">
          {list.shown.map((group) => {
            const queue = rows.queues.find((one) => one.id === group.id);
            return (
              <button
                key={group.id}
                type="button"
                className="group"
                data-testid={`group-${group.id}`}
                onClick={() => dispatch({ type: 'group-chosen', letter: group.id })}
              >
                <i>{group.id}</i>
                <span>{inLanguage(group.names, state.language)}</span>
                {queue && (
                  <em className={queue.open ? undefined : 'is-shut'}>
                    {queue.open ? t('waitingCount', { n: queue.waiting }) : t('notIssued')}
                  </em>
                )}
              </button>
            );
          })}
        </div>
        <Pager view={view} page={list.page} pages={list.pages} />
        <div className="ways">
          <button type="button" data-testid="search" onClick={() => dispatch({ type: 'search-opened' })}>
            {t('search')}
          </button>
          {chosen > 0 ? (
            <button
              type="button"
              className="is-main"
              data-testid="to-confirm"
              onClick={() => dispatch({ type: 'confirm-opened', requestId: newRequestId() })}
            >
              {t('chosenCount', { n: chosen })} · {t('toConfirm')}
            </button>
          ) : (
            <>
              <button
                type="button"
                data-testid="check-in"
                onClick={() => dispatch({ type: 'check-in-opened', requestId: newRequestId() })}
              >
                {t('checkIn')}
              </button>
              <button type="button" data-testid="lookup" onClick={() => dispatch({ type: 'look-up-opened' })}>
                {t('lookUp')}
              </button>
            </>
          )}
        </div>
      </>
    ),
  };
}

/** When the hall opens again, or whom to ask. */
export function nextOpening(view: View, startsAt?: string | null): string {
  const { t, rows, nowMs, state } = view;
  const hall = rows.hall[0];
  const next = startsAt ?? hall?.nextStartsAt;
  if (!next) return t('noNextOpening', { telephone: hall?.telephone ?? '' });
  const kind = next === hall?.nextStartsAt && hall?.nextKind && hall.nextKind !== 'regular' ? hall.nextKind : null;
  const when = dayAndTime(next, nowMs, state.language);
  return t('nextOpening', { when: kind ? `${when} (${kindName(kind, state.language)})` : when });
}
