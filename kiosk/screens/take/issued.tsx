import { inLanguage } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import { clockTime } from '../../../web/hours.ts';
import { Qr } from '../../parts/qr.tsx';
import type { Screen } from '../../state/state.ts';
import { type Drawn, phoneAddress, type View } from '../../view.ts';

/** T9: number and QR code are large whether paper came or not. */
export function issuedScreen(view: View, { ticket, slip, stands }: Extract<Screen, { phase: 'issued' }>): Drawn {
  const { t, dispatch, state } = view;
  return {
    info: (
      <div className="issued">
        <p className="issued-your">{t('yourNumber')}</p>
        <p className="issued-number" data-testid="number" data-link={ticket.link} data-ticket-id={ticket.ticketId}>
          {ticket.number}
        </p>
        {/* Their place is kept, so that nothing moves under the hand. */}
        <p className="issued-matters" data-testid="issued-matters">
          {stands?.matterNames.map((names) => inLanguage(names, state.language)).join(t('listComma'))}
        </p>
        <p className="issued-ahead" data-testid="issued-ahead">
          {stands?.ahead != null && (stands.ahead > 0 ? t('aheadSentence', { n: stands.ahead }) : t('firstSentence'))}
        </p>
        {ticket.booked && (
          <p className="note" data-testid="booked">
            {t('bookedFor', { slot: clockTime(ticket.booked.slotAt), time: clockTime(ticket.booked.callableAt) })}
          </p>
        )}
        <p>{t('keepNumber')}</p>
        {slip !== 'off' && (
          <p className={slip === 'failed' ? 'note is-soon' : 'note'} data-testid="slip" data-slip={slip}>
            {t(slip === 'printing' ? 'slipPrinting' : slip === 'printed' ? 'slipPrinted' : 'slipFailed')}
          </p>
        )}
        <div className="issued-qr">
          <Qr text={phoneAddress(view, ticket.link)} label={t('scanLink')} />
          <p>{t('scanLink')}</p>
        </div>
      </div>
    ),
    controls: (
      <div className="actions">
        {slip !== 'off' && (
          <button type="button" disabled={slip === 'printing'} onClick={view.printAgain} data-testid="print-again">
            {t('printAgain')}
          </button>
        )}
        <button
          type="button"
          className="is-main"
          data-testid="finish"
          onClick={() => dispatch({ type: 'back', requestId: newRequestId() })}
        >
          {t('finish')}
        </button>
      </div>
    ),
  };
}
