/** One's own account: the password, messages to oneself, and where one is signed in (S2, C10). */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useApp } from '../../app-context.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { OwnAbsences } from '../absence/own-absences.tsx';
import { NewPassword, passwordFault } from '../door/new-password.tsx';
import { MyContact } from './my-contact.tsx';
import { SessionList } from './session-list.tsx';

export function MyAccount({ leave }: { leave: () => void }) {
  const { say, me, client, act, tell } = useApp();
  const asked = useQuery({ queryKey: ['my-sessions'], queryFn: () => client.session.sessions({}) });

  async function end(sessionId?: string) {
    const done = await act(() => client.session.endSessions({ sessionId }));
    if (done) tell(say('sessionsEnded', { count: done.ended }));
    void asked.refetch();
  }
  return (
    <Dialog title={`${say('myAccount')} · ${me.name} (${me.account})`} leave={leave} width={1180}>
      <div className="account">
        <section>
          <h2>{say('changeOwnPassword')}</h2>
          <OwnPassword changed={() => void asked.refetch()} />
        </section>
        <section>
          <h2>{say('myContact')}</h2>
          <MyContact />
        </section>
        <section className="account-sessions">
          <h2>{say('mySessions')}</h2>
          <Answer asked={asked}>
            {(sessions) => (
              <>
                <SessionList sessions={sessions} end={({ id }) => void end(id)} />
                {sessions.length > 1 && (
                  <div className="form-foot">
                    <Button onClick={() => void end()} data-testid="end-others">
                      {say('endOtherSessions')}
                    </Button>
                  </div>
                )}
              </>
            )}
          </Answer>
          {me.role !== 'administrator' && (
            <>
              <h2>{say('myAbsences')}</h2>
              <OwnAbsences />
            </>
          )}
        </section>
      </div>
    </Dialog>
  );
}

function OwnPassword({ changed }: { changed: () => void }) {
  const { say, client, tell } = useApp();
  const { send, busy, refused } = useFormWish();
  const [present, setPresent] = useState('');
  const [twice, setTwice] = useState({ first: '', second: '' });
  const [fault, setFault] = useState<ReturnType<typeof passwordFault>>(null);

  async function change() {
    const wrong = passwordFault(twice);
    setFault(wrong);
    if (wrong) return;
    const me = await send(() => client.session.changePassword({ present, next: twice.first }));
    if (!me) return;
    setPresent('');
    setTwice({ first: '', second: '' });
    tell(say('ownPasswordChanged'));
    changed();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void change();
      }}
    >
      <p className="soft">{say('changeOwnPasswordLead')}</p>
      <Labelled label={say('presentPassword')}>
        <Input.Password
          size="large"
          autoComplete="current-password"
          data-testid="present-password"
          maxLength={200}
          value={present}
          onChange={(event) => setPresent(event.target.value)}
        />
      </Labelled>
      <NewPassword say={say} value={twice} onChange={setTwice} />
      {fault && (
        <p className="account-fault" role="alert">
          {say(fault)}
        </p>
      )}
      {refused}
      <div className="form-foot">
        <Button
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={!present || !twice.first}
          data-testid="change-own-password"
        >
          {say('changeOwnPassword')}
        </Button>
      </div>
    </form>
  );
}
