/** What the work asks for before it can be done: a reason, a matter, a code. */
import type { TicketRow } from '../../schema/line/rows.ts';
import { useApp } from '../app-context.ts';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import type { Seat } from './seat.ts';
import { AddMatter } from './tickets/add-matter.tsx';
import { Book } from './tickets/book.tsx';
import { CheckIn } from './tickets/check-in.tsx';
import { IssueTicket } from './tickets/issue-ticket.tsx';
import { PassTicket } from './tickets/pass-ticket.tsx';

export type Dialog =
  | { kind: 'pause' }
  | { kind: 'put-back' }
  | { kind: 'call-this'; ticket: TicketRow }
  | { kind: 'withdraw'; ticket: TicketRow }
  | { kind: 'add-matter'; ticket: TicketRow }
  | { kind: 'pass'; ticket: TicketRow }
  | { kind: 'issue' }
  | { kind: 'check-in' }
  | { kind: 'book' };

type Props = {
  dialog: Dialog | null;
  leave: () => void;
  seat: Seat;
  pause: (reason: string) => void;
  putBack: (reason: string) => void;
  callThis: (ticket: TicketRow, reason: string) => void;
  withdraw: (ticket: TicketRow, reason: string) => void;
};

export function Dialogs({ dialog, leave, seat, pause, putBack, callThis, withdraw }: Props) {
  const { say } = useApp();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'pause':
      return <ReasonDialog about="pause" title={say('pause')} leave={leave} give={pause} />;
    case 'put-back': {
      const title = say('putBackTitle', { number: seat.ticket?.number ?? '' });
      return <ReasonDialog about="put-back" title={title} leave={leave} give={putBack} />;
    }
    case 'call-this': {
      const title = say('callThisTitle', { number: dialog.ticket.number });
      return (
        <ReasonDialog
          about="call-this"
          title={title}
          leave={leave}
          give={(reason) => callThis(dialog.ticket, reason)}
        />
      );
    }
    case 'withdraw': {
      const title = say('withdrawTitle', { number: dialog.ticket.number });
      return (
        <ReasonDialog about="withdraw" title={title} leave={leave} give={(reason) => withdraw(dialog.ticket, reason)} />
      );
    }
    case 'add-matter':
      return <AddMatter ticket={dialog.ticket} leave={leave} />;
    case 'pass':
      return <PassTicket ticket={dialog.ticket} leave={leave} />;
    case 'issue':
      return <IssueTicket leave={leave} />;
    case 'check-in':
      return <CheckIn leave={leave} />;
    case 'book':
      return <Book leave={leave} />;
    default:
      return dialog satisfies never;
  }
}
