import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { TicketRow } from '../../../schema/line/rows.ts';
import type { PassedTo } from '../../../schema/line/ticket.ts';
import { useApp } from '../../app-context.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Nothing } from '../../parts/nothing.tsx';

/** T8: to another counter, or to whoever sits there and wherever that one goes today; number and place stay. */
export function PassTicket({ ticket, leave }: { ticket: TicketRow; leave: () => void }) {
  const { say, client, tell, board, me } = useApp();
  const { send, busy, refused } = useFormWish();
  const [key, setKey] = useState<string | null>(null);
  const counters = board.rows.counters.filter(
    ({ clerkId, letters }) => clerkId && clerkId !== me.clerkId && letters.some((one) => ticket.queues.includes(one)),
  );
  const choices = counters.flatMap(
    ({ id, label, clerkId, clerkName }): { key: string; label: string; to: PassedTo }[] => [
      { key: id, label: say('passToCounter', { label, name: clerkName ?? '' }), to: { counterId: id } },
      ...(clerkId ? [{ key: clerkId, label: say('passToClerk', { name: clerkName ?? '' }), to: { clerkId } }] : []),
    ],
  );
  const to = choices.find((one) => one.key === key)?.to;
  async function submit() {
    if (!to) return;
    const passed = await send((requestId) => client.tickets.pass({ requestId, ticketId: ticket.id, to }));
    if (!passed) return;
    tell(say('passed', { number: ticket.number }));
    leave();
  }
  return (
    <Dialog title={say('passTitle', { number: ticket.number })} leave={leave} width={520}>
      <form
        data-testid="form-pass"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="soft">{say('passLead')}</p>
        {choices.length === 0 && <Nothing sentence={say('passNobody')} />}
        <Radio.Group
          className="decisions"
          value={key}
          onChange={(event) => setKey(event.target.value)}
          options={choices.map((one) => ({ value: one.key, label: one.label }))}
        />
        {refused}
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!to || busy} data-testid="pass-submit">
            {say('passOn')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
