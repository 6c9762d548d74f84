/** What an administrator may do about somebody's sign-in: see and end sessions, block it at once, allow it again (S2). */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Clerk } from '../../../schema/people/clerk.ts';
import type { BlockForecast } from '../../../schema/people/session.ts';
import { useApp } from '../../app-context.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { SessionList } from './session-list.tsx';

type Props = { clerk: Clerk; leave: () => void; changed: () => void };

export function ClerkAccess({ clerk, leave, changed }: Props) {
  const { say, client, act, tell } = useApp();
  const { id: clerkId, name, blocked } = clerk;
  const asked = useQuery({
    queryKey: ['sessions', clerkId],
    queryFn: () => client.administration.sessions({ clerkId }),
  });
  const contact = useQuery({
    queryKey: ['contact', clerkId],
    queryFn: () => client.administration.contact({ clerkId }),
  });
  const [blocking, setBlocking] = useState(false);

  async function end(sessionId?: string) {
    const done = await act((requestId) => client.administration.endSessions({ requestId, clerkId, sessionId }));
    if (done) tell(say('sessionsEnded', { count: done.ended }));
    void asked.refetch();
  }
  async function clear() {
    if (!(await act((requestId) => client.administration.clearContact({ requestId, clerkId })))) return;
    tell(say('contactCleared'));
    void contact.refetch();
  }
  async function allow() {
    if (!(await act((requestId) => client.administration.allow({ requestId, clerkId })))) return;
    tell(say('allowedAgain', { name }));
    changed();
    leave();
  }
  if (blocking) return <Blocking clerk={clerk} leave={() => setBlocking(false)} done={changed} />;
  return (
    <Dialog title={say('sessionsOf', { name })} leave={leave} width={780}>
      <p className="soft">{say('accessLead')}</p>
      <Answer asked={contact}>
        {({ isEntered }) => (
          <p className="account-contact">
            {say(isEntered ? 'contactEntered' : 'contactNone', { name })}{' '}
            {isEntered && (
              <Button size="small" onClick={() => void clear()} data-testid="clear-contact">
                {say('contactClear')}
              </Button>
            )}
          </p>
        )}
      </Answer>
      <Answer asked={asked}>
        {(sessions) => (
          <>
            <SessionList sessions={sessions} end={({ id }) => void end(id)} />
            <div className="form-foot">
              <Button onClick={() => void end()} disabled={sessions.length === 0} data-testid="end-all">
                {say('endAllSessions')}
              </Button>
              {blocked ? (
                <Button type="primary" onClick={() => void allow()} data-testid="allow-sign-in">
                  {say('allowSignIn')}
                </Button>
              ) : (
                <Button danger onClick={() => setBlocking(true)} data-testid="block-sign-in">
                  {say('blockSignIn')}
                </Button>
              )}
            </div>
          </>
        )}
      </Answer>
    </Dialog>
  );
}

/** What will happen is said before it happens. */
function Blocking({
  clerk: { id: clerkId, name },
  leave,
  done,
}: {
  clerk: Clerk;
  leave: () => void;
  done: () => void;
}) {
  const { say, client, tell } = useApp();
  const asked = useQuery({
    queryKey: ['block-forecast', clerkId],
    queryFn: () => client.administration.blockForecast({ clerkId }),
  });
  const { send, busy, refused } = useFormWish();
  const [reason, setReason] = useState('');
  const enough = reason.trim().length >= 2;

  async function block() {
    if (!(await send((requestId) => client.administration.block({ requestId, clerkId, reason })))) return;
    tell(say('blockedDone', { name }));
    done();
  }
  return (
    <Dialog title={say('blockTitle', { name })} leave={leave} width={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (enough && !busy) void block();
        }}
      >
        <Answer asked={asked}>{(forecast) => <Forecast forecast={forecast} />}</Answer>
        <Labelled label={say('blockReason')}>
          <Input
            autoFocus
            maxLength={200}
            data-testid="block-reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Labelled>
        {refused}
        <div className="form-foot">
          <Button onClick={leave}>{say('back')}</Button>
          <Button type="primary" danger htmlType="submit" loading={busy} disabled={!enough} data-testid="confirm-block">
            {say('blockSignIn')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Forecast({ forecast: { sessions, seat, cases } }: { forecast: BlockForecast }) {
  const { say } = useApp();
  return (
    <div data-testid="block-forecast">
      <p>{say('blockWill')}</p>
      <ul className="account-forecast">
        <li>{say('blockSessions', { count: sessions })}</li>
        {seat && (
          <li>
            {seat.number
              ? say('blockSeatTicket', { label: seat.label, number: seat.number })
              : say('blockSeat', { label: seat.label })}
          </li>
        )}
        <li className={cases > 0 ? 'account-fault' : ''}>
          {cases > 0 ? say('blockCases', { count: cases }) : say('blockNoCases')}
        </li>
      </ul>
    </div>
  );
}
