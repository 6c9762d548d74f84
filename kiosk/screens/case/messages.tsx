import { newRequestId } from '../../../web/client.ts';
import type { CaseShown } from '../../state/state.ts';
import type { Drawn, View } from '../../view.ts';

/** C12: at each step, to the telephone that was given. P3: stopped only by the paper's QR code. */
export function messagesPart({ t, dispatch, stale }: View, screen: CaseShown): Drawn {
  const { messages } = screen.view;
  const agreed = messages ? ('no' as const) : ('yes' as const);
  if (messages && !('link' in screen.key))
    return {
      info: (
        <>
          <p data-testid="messages-state">{t('c.messagesOn')}</p>
          <p className="note" data-testid="stop-by-code">
            {t('stopByCode')}
          </p>
        </>
      ),
      controls: null,
    };
  const wish = () => dispatch({ type: 'act-wished', act: { kind: 'messages', agreed }, requestId: newRequestId() });
  return {
    info: <p data-testid="messages-state">{t(messages ? 'c.messagesOn' : 'c.messagesOff')}</p>,
    controls: (
      <div className="actions">
        <button
          type="button"
          className={messages ? undefined : 'is-main'}
          disabled={screen.asking || stale}
          data-testid={messages ? 'messages-stop' : 'messages-wish'}
          onClick={wish}
        >
          {t(messages ? 'c.messagesStop' : 'c.messagesWish')}
        </button>
      </div>
    ),
  };
}
