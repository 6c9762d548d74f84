import { newRequestId } from '../../../web/client.ts';
import type { CaseShown } from '../../state/state.ts';
import type { Drawn, View } from '../../view.ts';

/** C5, P3: asked once more, and only by the paper's QR code: a number and four digits others may know. */
export function withdrawPart({ t, dispatch, stale }: View, screen: CaseShown): Drawn {
  if (!('link' in screen.key))
    return {
      info: (
        <>
          <p>{t('c.withdrawHint')}</p>
          <p className="note" data-testid="withdraw-by-code">
            {t('withdrawByCode')}
          </p>
        </>
      ),
      controls: null,
    };
  const disabled = screen.asking || stale;
  return {
    info: (
      <>
        <p>
          <b>{t('c.withdrawAsk')}</b>
        </p>
        <p>{t('c.withdrawHint')}</p>
      </>
    ),
    controls: (
      <div className="actions">
        <button
          type="button"
          className="is-wrong"
          disabled={disabled}
          data-testid="take-back-yes"
          onClick={() => dispatch({ type: 'act-wished', act: { kind: 'withdraw' }, requestId: newRequestId() })}
        >
          {t('c.withdrawYes')}
        </button>
        <button
          type="button"
          className="is-main"
          disabled={disabled}
          data-testid="take-back-no"
          onClick={() => dispatch({ type: 'part-opened', part: 'facts' })}
        >
          {t('c.withdrawNo')}
        </button>
      </div>
    ),
  };
}
