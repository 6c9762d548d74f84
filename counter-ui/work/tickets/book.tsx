/** A1, H5: what a phone can book can be booked at the counter, out of the same capacity. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { MatterId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { clockTime, dayText } from '../../words/hall-time.ts';
import { MatterPicker } from './matter-picker.tsx';
import { type FreeSlot, SlotChoice } from './slot-choice.tsx';

type Held = { slot: FreeSlot; link: string; until: string };

/** Matter, slot (held for some minutes, H6), name and telephone, code. */
export function Book({ leave }: { leave: () => void }) {
  const { say, client, act, language } = useApp();
  const [matterIds, setMatterIds] = useState<MatterId[]>([]);
  const [held, setHeld] = useState<Held | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const matterId = matterIds[0];

  async function hold(slot: FreeSlot) {
    const answer = await act((requestId) =>
      client.appointments.hold({ requestId, slotId: slot.id, matterId: matterId! }),
    );
    if (answer) setHeld({ slot, link: answer.link, until: answer.until });
    return answer !== null;
  }
  async function confirm({ link }: Held, name: string, telephone: string) {
    const answer = await act((requestId) =>
      client.appointments.confirm({ requestId, link, name, telephone, language }),
    );
    if (answer) setCode(answer.code);
  }

  const when = held ? `${dayText(held.slot.day, language)} ${clockTime(held.slot.startsAt)}` : '';
  return (
    <Dialog title={say('book')} leave={leave} width={620}>
      {code ? (
        <div className="issued">
          <p className="soft">{say('bookedLead', { when })}</p>
          <div className="number" data-testid="booked-code">
            {code}
          </div>
          <div className="form-foot">
            <Button type="primary" autoFocus onClick={leave}>
              {say('finishedHere')}
            </Button>
          </div>
        </div>
      ) : held ? (
        <Person
          lead={say('heldUntil', { when, time: clockTime(held.until) })}
          leave={leave}
          confirm={(name, telephone) => confirm(held, name, telephone)}
        />
      ) : (
        <>
          <MatterPicker chosen={matterIds} choose={setMatterIds} most={1} />
          {matterId && <SlotChoice matterId={matterId} hold={hold} />}
        </>
      )}
    </Dialog>
  );
}

type PersonProps = { lead: string; leave: () => void; confirm: (name: string, telephone: string) => Promise<void> };

/** The telephone is asked for as the contract takes it, so that a slip is seen before it is sent. */
function Person({ lead, leave, confirm }: PersonProps) {
  const { say } = useApp();
  const [name, setName] = useState('');
  const [telephone, setTelephone] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = name.trim() !== '' && /^\+?[0-9 -]{6,20}$/.test(telephone.trim());
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || busy) return;
        setBusy(true);
        void confirm(name.trim(), telephone.trim()).finally(() => setBusy(false));
      }}
    >
      <p className="soft">{lead}</p>
      <div className="field-row">
        <Labelled label={say('name')}>
          <Input
            autoFocus
            maxLength={40}
            data-testid="book-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Labelled>
        <Labelled label={say('telephone')}>
          <Input
            type="tel"
            maxLength={20}
            data-testid="book-telephone"
            value={telephone}
            onChange={(event) => setTelephone(event.target.value)}
          />
        </Labelled>
      </div>
      <div className="form-foot">
        <Button onClick={leave}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="book-submit">
          {say('book')}
        </Button>
      </div>
    </form>
  );
}
