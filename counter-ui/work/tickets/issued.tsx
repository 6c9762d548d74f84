import { Button } from 'antd';
import type { TicketClass } from '../../../schema/line/ticket.ts';
import { useApp } from '../../app-context.ts';
import { ClassTag } from '../../parts/class-tag.tsx';

export type IssuedTicket = { number: string; klass: TicketClass; link: string };

/** A1: the number for a resident without kiosk or phone, large enough to be read across the counter. */
export function Issued({ ticket, leave }: { ticket: IssuedTicket; leave: () => void }) {
  const { say } = useApp();
  const slip = `/paper/slip/${ticket.link.split('/').filter(Boolean).at(-1) ?? ''}`;
  return (
    <div className="issued">
      <p className="soft">{say('issuedLead')}</p>
      <div className="number" data-testid="issued-number">
        {ticket.number}
      </div>
      <ClassTag klass={ticket.klass} />
      <div className="form-foot">
        <Button href={slip} target="_blank" rel="noreferrer" data-testid="print-slip">
          {say('printSlip')}
        </Button>
        <Button type="primary" autoFocus onClick={leave} data-testid="issued-done">
          {say('finishedHere')}
        </Button>
      </div>
    </div>
  );
}
