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
    <Dialog title={say(signOut ? 'leaveTitle' : 'leaveCloseTitle', { label })} leave={stay} width={500}>
      {ticket && (
        <p data-testid="leave-ticket">
          {say(ticket.phase === 'serving' ? 'leaveServing' : 'leaveCalled', { number: ticket.number })}
        </p>
      )}
      {onlyHere > 0 && <p data-testid="leave-waiting">{say('leaveOnlyHere', { count: onlyHere })}</p>}
      <p className="soft">{say(ticket ? 'leaveStaysOpen' : signOut ? 'leaveChoose' : 'leaveCloses')}</p>
      <div className="form-foot">
        <Button
          autoFocus={staysFirst}
          type={staysFirst ? 'primary' : 'default'}
          data-testid="leave-stay"
          onClick={stay}
        >
          {say(signOut ? 'leaveStay' : 'leaveKeepOpen')}
        </Button>
        {signOut && (
          <Button danger={ticket !== null} data-testid="leave-open" onClick={signOut}>
            {say('leaveSignOutOpen')}
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
            {say(signOut ? 'leaveCloseSignOut' : 'leaveClose')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
