import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Day } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { isComplete, PlanFields, useFirstDraft } from './plan-fields.tsx';

type Props = { today: Day; leave: () => void; done: () => void };

/** H1: a one-off opening, above the series of its day. */
export function OpeningForm({ today, leave, done }: Props) {
  const { say, client, act, tell } = useApp();
  const [draft, setDraft] = useState(useFirstDraft());
  const [day, setDay] = useState<Day>(today);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = day !== '' && isComplete(draft);

  async function create() {
    setBusy(true);
    const created = await act((requestId) =>
      client.openings.create({ requestId, plan: { ...draft, day }, override: reason.trim() || undefined }),
    );
    setBusy(false);
    if (!created) return;
    tell(say('openingCreated'));
    done();
  }

  return (
    <Dialog title={say('newOpening')} leave={leave} width={720}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void create();
        }}
      >
        <div className="field-row">
          <Labelled label={say('day')}>
            <Input autoFocus type="date" min={today} value={day} onChange={(event) => setDay(event.target.value)} />
          </Labelled>
        </div>
        <PlanFields draft={draft} put={(part) => setDraft((known) => ({ ...known, ...part }))} />
        <Labelled label={say('planOverride')}>
          <Input
            maxLength={200}
            data-testid="plan-override"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Labelled>
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="create-opening">
            {say('newOpening')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
