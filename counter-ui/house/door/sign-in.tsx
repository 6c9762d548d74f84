import { Button, Input } from 'antd';
import { useState } from 'react';
import { errorSentence } from '../../../web/client.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { Door, type DoorProps } from './door.tsx';

export function SignIn(props: DoorProps & { trouble: string | null }) {
  const { client, say, language, signedIn } = props;
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function signIn() {
    setBusy(true);
    setFailure(null);
    try {
      signedIn(await client.session.signIn({ account, password }));
    } catch (error) {
      setFailure(error);
      setPassword('');
    }
    setBusy(false);
  }

  return (
    <Door
      {...props}
      title={say('signInTitle')}
      lead={say('signInLead')}
      trouble={failure ? errorSentence(failure, language) : props.trouble}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void signIn();
        }}
      >
        <Labelled label={say('account')}>
          <Input
            size="large"
            autoFocus
            autoComplete="username"
            data-testid="account"
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
        </Labelled>
        <Labelled label={say('password')}>
          <Input.Password
            size="large"
            autoComplete="current-password"
            data-testid="password"
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
          data-testid="sign-in"
          loading={busy}
          disabled={!account.trim() || !password}
        >
          {say('signIn')}
        </Button>
      </form>
    </Door>
  );
}
