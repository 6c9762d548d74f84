/** A1, H5: what a phone can book can be booked at the counter, out of the same capacity. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { MatterId } from '../../../schema/ids.ts';
import { faultSentence } from '../../../schema/typed/faults.ts';
import { faultOfName } from '../../../schema/typed/names.ts';
import { canonicalTelephone } from '../../../schema/typed/telephone.ts';
import { useApp } from '../../app-context.ts';
import { Provisional } from '../../cases/due-date.tsx';
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
          <p className="soft">
            {say('bookedLead', { when })}
            {held?.slot.provisional && <Provisional of="hours" />}
          </p>
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

/** What is wrong with a field is said by the field's own schema, here as at the server (A3). */
function Person({ lead, leave, confirm }: PersonProps) {
  const { say, language } = useApp();
  const [name, setName] = useState('');
  const [telephone, setTelephone] = useState('');
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const ready = name.trim() !== '' && telephone.trim() !== '';
  const wrong = { name: faultOfName(name), telephone: canonicalTelephone(telephone) ? null : 'telephone-wrong' };
  const help = (fault: string | null) => (sent && fault ? faultSentence(fault, language) : null) ?? undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
        if (!ready || busy || wrong.name || wrong.telephone) return;
        setBusy(true);
        void confirm(name, telephone).finally(() => setBusy(false));
      }}
    >
      <p className="soft">{lead}</p>
      <div className="field-row">
        <Labelled label={say('name')} help={help(wrong.name)}>
          <Input
            autoFocus
            status={help(wrong.name) && 'error'}
            data-testid="book-name"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Labelled>
        <Labelled label={say('telephone')} help={help(wrong.telephone)}>
          <Input
            status={help(wrong.telephone) && 'error'}
            type="tel"
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
