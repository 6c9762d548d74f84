/** Leaving is never silent: what stands is said, and the sensible answer is the first one. */
import { Button } from 'antd';
import { useApp } from '../../app-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { Leaving } from './leaving.ts';

type Props = {
  standing: Leaving;
  stay: () => void;
  /** Closes the counter; after it the clerk is signed out, where that was asked for. */
  close: () => void;
  /** Signs out and leaves the counter as it is; null where only the counter is to be closed. */
  signOut: (() => void) | null;
};

export function LeaveDialog({ standing, stay, close, signOut }: Props) {
  const { say } = useApp();
  const { counter, ticket, onlyHere } = standing;
  const label = counter.label;
  const staysFirst = ticket !== null || onlyHere > 0;
  return (
    <Dialog title={say(signOut ? 'leave-title' : 'leave-close-title', { label })} leave={stay} width={500}>
      {ticket && (
        <p data-testid="leave-ticket">
          {say(ticket.phase === 'serving' ? 'leave-serving' : 'leave-called', { number: ticket.number })}
        </p>
      )}
      {onlyHere > 0 && <p data-testid="leave-waiting">{say('leave-only-here', { count: onlyHere })}</p>}
      <p className="soft">{say(ticket ? 'leave-stays-open' : signOut ? 'leave-choose' : 'leave-closes')}</p>
      <div className="form-foot">
        <Button
          autoFocus={staysFirst}
          type={staysFirst ? 'primary' : 'default'}
          data-testid="leave-stay"
          onClick={stay}
        >
          {say(signOut ? 'leave-stay' : 'leave-keep-open')}
        </Button>
        {signOut && (
          <Button danger={ticket !== null} data-testid="leave-open" onClick={signOut}>
            {say('leave-sign-out-open')}
          </Button>
        )}
        {!ticket && (
          <Button
            autoFocus={!staysFirst}
            type={staysFirst ? 'default' : 'primary'}
            danger={staysFirst}
            data-testid="leave-close"
            onClick={close}
          >
            {say(signOut ? 'leave-close-sign-out' : 'leave-close')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
