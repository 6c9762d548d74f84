import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { RECEIVED_WITHIN_DAYS, TakenBy } from '../../../schema/cases/events.ts';
import type { MatterId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { useDraftGuard } from '../../hooks/use-draft-guard.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { dayOf } from '../../words/hall-time.ts';
import { MatterPicker } from '../../work/tickets/matter-picker.tsx';
import { withinText } from '../case-clock.ts';

const DAY_MS = 86_400_000;

/** C1: what came without a ticket; its page opens, where it gets its conclusion. */
export function TakeCase({ leave }: { leave: () => void }) {
  const { say, client, tell, openCase, hallNow, matters } = useApp();
  const { send, busy, refused } = useFormWish();
  const today = dayOf(new Date(hallNow()).toISOString());
  const [by, setBy] = useState<TakenBy>('telephone');
  const [number, setNumber] = useState('');
  const [receivedOn, setReceivedOn] = useState(today);
  const [chosen, setChosen] = useState<MatterId[]>([]);
  const [matterId] = chosen;
  const within = withinText(say, matterId && matters.get(matterId)?.acceptance);
  useDraftGuard(matterId !== undefined || number !== '');

  async function submit() {
    if (!matterId || receivedOn === '') return;
    const taken = await send((requestId) => client.cases.take({ requestId, matterId, by, number, receivedOn }));
    if (!taken) return;
    tell(say('takenDone'));
    leave();
    openCase(taken.caseId);
  }

  return (
    <Dialog title={say('takeCaseTitle')} leave={leave} width={600}>
      <form
        data-testid="form-take-case"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="soft">{say('takeCaseLead', { within })}</p>
        <MatterPicker chosen={chosen} choose={setChosen} most={1} />
        <Labelled label={say('takenBy')}>
          <Select
            data-testid="taken-by"
            value={by}
            onChange={setBy}
            options={TakenBy.options.map((value) => ({ value, label: say(`origin.${value}`) }))}
          />
        </Labelled>
        <Labelled label={say('receivedOn')} help={say('receivedOnHelp')}>
          <Input
            type="date"
            data-testid="taken-on"
            value={receivedOn}
            max={today}
            min={dayOf(new Date(hallNow() - RECEIVED_WITHIN_DAYS * DAY_MS).toISOString())}
            onChange={(event) => setReceivedOn(event.target.value)}
          />
        </Labelled>
        <Labelled label={say('takenNumber')} help={say('takenNumberHelp')}>
          <Input
            maxLength={60}
            autoComplete="off"
            data-testid="taken-number"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Labelled>
        {refused}
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!matterId || busy} data-testid="take-case-submit">
            {say('takeCase')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
