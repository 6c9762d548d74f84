import { Button, Input } from 'antd';
import { useState } from 'react';
import { errorSentence } from '../../../web/client.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { Door, type DoorProps } from './door.tsx';
import { NewPassword, passwordFault } from './new-password.tsx';

/** The one-time link of a new hall makes its first administrator. */
export function FirstAdministrator(props: DoorProps & { token: string }) {
  const { client, say, language, signedIn, token } = props;
  const [account, setAccount] = useState('');
  const [name, setName] = useState('');
  const [twice, setTwice] = useState({ first: '', second: '' });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function begin() {
    const fault = passwordFault(twice);
    if (fault) return setTrouble(say(fault));
    setBusy(true);
    try {
      signedIn(await client.session.firstAdministrator({ token, account, name, password: twice.first }));
    } catch (error) {
      setTrouble(errorSentence(error, language));
    }
    setBusy(false);
  }

  return (
    <Door {...props} title={say('firstAdministrator')} lead={say('firstAdministratorLead')} trouble={trouble}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void begin();
        }}
      >
        <Labelled label={say('name')}>
          <Input size="large" autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Labelled>
        <Labelled label={say('account')}>
          <Input
            size="large"
            autoComplete="username"
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
        </Labelled>
        <NewPassword say={say} value={twice} onChange={setTwice} />
        <Button
          block
          size="large"
          type="primary"
          htmlType="submit"
          loading={busy}
          disabled={!name.trim() || !account.trim()}
        >
          {say('firstAdministrator')}
        </Button>
      </form>
    </Door>
  );
}
