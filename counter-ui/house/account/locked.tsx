import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Me } from '../../../schema/people/clerk.ts';
import { errorSentence } from '../../../web/client.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { Door, type DoorProps } from '../door/door.tsx';

/** S2: a screen that nobody used shows nothing of the hall until its password is given again, or somebody else signs in. */
export function Locked(props: DoorProps & { me: Me; leave: () => void }) {
  const { client, say, language, signedIn, me, leave } = props;
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function unlock() {
    setBusy(true);
    setFailure(null);
    try {
      signedIn(await client.session.unlock({ password }));
    } catch (error) {
      setFailure(error);
      setPassword('');
    }
    setBusy(false);
  }
  return (
    <Door
      {...props}
      title={say('lockedTitle')}
      lead={say('lockedLead', { name: me.name })}
      trouble={failure ? errorSentence(failure, language) : null}
    >
      <form
        data-testid="locked"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void unlock();
        }}
      >
        <input type="hidden" autoComplete="username" value={me.account} readOnly />
        <Labelled label={say('password')}>
          <Input.Password
            size="large"
            autoFocus
            autoComplete="current-password"
            data-testid="unlock-password"
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Labelled>
        <Button
          block
          size="large"
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={!password}
          data-testid="unlock"
        >
          {say('unlock')}
        </Button>
        <Button
          block
          type="link"
          onClick={() => client.session.signOut({}).finally(leave)}
          data-testid="other-signs-in"
        >
          {say('signInAsOther')}
        </Button>
      </form>
    </Door>
  );
}
