/** Leaving is never silent: what stands is said, and the sensible answer is the first one. */
import { Button } from 'antd';
import { useApp } from '../../app-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { KeyCap } from '../../parts/key-cap.tsx';
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
  const { counter, ticket, waiting, onlyHere } = standing;
  const label = counter.label;
  // Whoever pressed the key to close meant to; whoever signs out may not know who waits.
  const staysFirst = signOut !== null && (ticket !== null || onlyHere > 0);
  return (
    <Dialog title={say(signOut ? 'leaveTitle' : 'leaveCloseTitle', { label })} leave={stay} width={500}>
      {ticket && (
        <p data-testid="leave-ticket">
          {say(ticket.phase === 'serving' ? 'leaveServing' : 'leaveCalled', { number: ticket.number })}
        </p>
      )}
      {waiting > onlyHere && <p data-testid="leave-others">{say('leaveWaiting', { count: waiting })}</p>}
      {onlyHere > 0 && <p data-testid="leave-waiting">{say('leaveOnlyHere', { count: onlyHere })}</p>}
      <p className="soft">
        {say(ticket ? 'leaveStaysOpen' : signOut ? 'leaveChoose' : onlyHere > 0 ? 'leaveCloses' : 'leaveClosesOthers')}
      </p>
      <div className="form-foot">
        <Button
          autoFocus={staysFirst}
          type={staysFirst ? 'primary' : 'default'}
          data-testid="leave-stay"
          onClick={stay}
        >
          {say(signOut ? 'leaveStay' : 'leaveKeepOpen')} {!signOut && <KeyCap>Esc</KeyCap>}
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
            danger={onlyHere > 0}
            data-testid="leave-close"
            onClick={close}
          >
            {say(signOut ? 'leaveCloseSignOut' : onlyHere > 0 ? 'leaveClose' : 'closeCounter')}{' '}
            {!staysFirst && <KeyCap>{say('keyEnter')}</KeyCap>}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
