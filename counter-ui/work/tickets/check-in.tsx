import { Button, Input } from 'antd';
import { useState } from 'react';
import { isCheckIn, isCode } from '../../../schema/typed/numbers.ts';
import { useApp } from '../../app-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { Issued, type IssuedTicket } from './issued.tsx';

/** H8: an appointment checks in by its code, by the telephone or its last four. */
export function CheckIn({ leave }: { leave: () => void }) {
  const { say, client, act } = useApp();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [ticket, setTicket] = useState<IssuedTicket | null>(null);
  const [busy, setBusy] = useState(false);
  const valid = isCheckIn(code);
  /** H6: several people may share a telephone. */
  const takesName = valid && !isCode(code);

  async function checkIn() {
    setBusy(true);
    const whose = takesName && name.trim() ? { whose: name } : {};
    setTicket(await act((requestId) => client.appointments.checkIn({ requestId, code, ...whose, printing: false })));
    setBusy(false);
  }

  return (
    <Dialog title={say('checkIn')} leave={leave} width={420}>
      {ticket ? (
        <Issued ticket={ticket} leave={leave} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (valid && !busy) void checkIn();
          }}
        >
          <Labelled label={say('checkInCode')} help={say('checkInHelp')}>
            <Input
              autoFocus
              size="large"
              inputMode="numeric"
              data-testid="check-in-code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Labelled>
          {takesName && (
            <Labelled label={say('checkInName')} help={say('checkInNameHelp')}>
              <Input
                size="large"
                data-testid="check-in-name"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </Labelled>
          )}
          <div className="form-foot">
            <Button onClick={leave}>{say('cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={busy} disabled={!valid} data-testid="check-in-submit">
              {say('checkIn')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
