/** On lawful request (个人信息保护法 Art. 47): once the reason is written, and for good. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { PersonId } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Labelled } from '../parts/labelled.tsx';

type Props = { personId: PersonId; leave: () => void; done: () => void };

export function ErasePerson({ personId, leave, done }: Props) {
  const { say, client, act, tell } = useApp();
  const [reason, setReason] = useState('');
  const enough = reason.trim().length >= 2;
  async function erase() {
    const wish = { personId, reason: reason.trim() };
    if (!(await act((requestId) => client.people.erase({ requestId, ...wish })))) return;
    tell(say('personErasedDone'));
    done();
  }
  return (
    <Dialog title={say('personErase')} leave={leave} width={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (enough) void erase();
        }}
      >
        <p>{say('personEraseLead')}</p>
        <Labelled label={say('personEraseReason')}>
          <Input.TextArea
            rows={3}
            maxLength={500}
            data-testid="erase-reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Labelled>
        <div className="form-foot">
          <Button onClick={leave}>{say('back')}</Button>
          <Button type="primary" danger htmlType="submit" disabled={!enough} data-testid="erase-submit">
            {say('personErase')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
