import type { PlaceView } from '../../../schema/line/views.ts';
import { shortDate } from '../../../web/hours.ts';
import { NumberHead } from '../../parts/number-head.tsx';
import type { Drawn, View } from '../../view.ts';
import { sayNamed } from '../../words/say.ts';

/** C12, P3: a number can be read off the display by anybody, so alone it tells the place in line and nothing else. */
export function placeScreen(view: View, ticket: PlaceView): Drawn {
  const { t, state, dispatch } = view;
  return {
    info: (
      <div className="found">
        <NumberHead
          view={view}
          ticket={ticket}
          phase={sayNamed(t, 'phase', ticket.phase)}
          day={t('placeOfDay', { day: shortDate(ticket.day, state.language) })}
        />
        <p className="note" data-testid="place-only">
          {t('placeOnly')}
        </p>
      </div>
    ),
    controls: (
      <div className="actions">
        <button type="button" data-testid="by-receipt" onClick={() => dispatch({ type: 'receipt-opened' })}>
          {t('byReceipt')}
        </button>
      </div>
    ),
  };
}
