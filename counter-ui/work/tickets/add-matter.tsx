import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { MatterId } from '../../../schema/ids.ts';
import type { TicketRow } from '../../../schema/line/rows.ts';
import { useApp } from '../../app-context.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { MatterPicker } from './matter-picker.tsx';

/** T8: one more matter for whoever is here, with the same number. */
export function AddMatter({ ticket, leave }: { ticket: TicketRow; leave: () => void }) {
  const { say, client, tell } = useApp();
  const { send, busy, refused } = useFormWish();
  const [chosen, setChosen] = useState<MatterId[]>([]);
  const [matterId] = chosen;
  const sends = useRef<HTMLButtonElement>(null);
  // The search has gone: Enter sends.
  useEffect(() => {
    if (matterId) sends.current?.focus();
  }, [matterId]);

  async function submit() {
    if (!matterId) return;
    const added = await send((requestId) => client.tickets.addMatter({ requestId, ticketId: ticket.id, matterId }));
    if (!added) return;
    tell(say('matterAdded', { number: ticket.number }));
    leave();
  }
  return (
    <Dialog title={say('addMatterTitle', { number: ticket.number })} leave={leave} width={560}>
      <form
        data-testid="form-add-matter"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="soft">{say('addMatterLead')}</p>
        <MatterPicker chosen={chosen} choose={setChosen} most={1} />
        {refused}
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button
            ref={sends}
            type="primary"
            htmlType="submit"
            disabled={!matterId || busy}
            data-testid="add-matter-submit"
          >
            {say('addMatter')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
