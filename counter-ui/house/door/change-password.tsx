import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Me } from '../../../schema/people/clerk.ts';
import { errorSentence } from '../../../web/client.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { Door, type DoorProps } from './door.tsx';
import { NewPassword, passwordFault } from './new-password.tsx';

/** A first password is changed before anything else. */
export function ChangePassword(props: DoorProps & { me: Me; leave: () => void }) {
  const { client, say, language, signedIn, me, leave } = props;
  const [present, setPresent] = useState('');
  const [twice, setTwice] = useState({ first: '', second: '' });
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function change() {
    const fault = passwordFault(twice);
    if (fault) return setTrouble(say(fault));
    setBusy(true);
    try {
      signedIn(await client.session.changePassword({ present, next: twice.first }));
    } catch (error) {
      setTrouble(errorSentence(error, language));
    }
    setBusy(false);
  }

  return (
    <Door
      {...props}
      title={say('changePassword')}
      lead={say('changePasswordLead', { name: me.name })}
      trouble={trouble}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void change();
        }}
      >
        <Labelled label={say('firstPassword')}>
          <Input.Password
            size="large"
            autoFocus
            autoComplete="current-password"
            data-testid="present-password"
            maxLength={200}
            value={present}
            onChange={(event) => setPresent(event.target.value)}
          />
        </Labelled>
        <NewPassword say={say} value={twice} onChange={setTwice} />
        <Button block size="large" type="primary" htmlType="submit" data-testid="change-password" loading={busy}>
          {say('changePassword')}
        </Button>
        <Button block type="link" onClick={() => client.session.signOut({}).finally(leave)}>
          {say('signOut')}
        </Button>
      </form>
    </Door>
  );
}
