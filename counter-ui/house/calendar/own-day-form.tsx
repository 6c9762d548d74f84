import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useApp } from '../../app-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { dateText } from '../../words/hall-time.ts';
import type { Planned } from './confirm-change.tsx';

/** A day that the hall has off or works against its year; what it changes is read before it is saved. */
export function OwnDayForm({ leave, plan }: { leave: () => void; plan: (planned: Planned) => void }) {
  const { say, language } = useApp();
  const [day, setDay] = useState('');
  const [kind, setKind] = useState<'off' | 'worked'>('off');
  const [reason, setReason] = useState('');
  const isWhole = day !== '' && reason.trim() !== '';
  return (
    <Dialog title={say('calendarOwnAdd')} leave={leave} width={460}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const title = `${dateText(day, language)} · ${say(`kind.${kind}`)}`;
          plan({ title, change: { hallDay: { day, kind, reason: reason.trim() } } });
        }}
      >
        <Labelled label={say('calendarDay')}>
          <Input type="date" value={day} onChange={(event) => setDay(event.target.value)} data-testid="own-day" />
        </Labelled>
        <Radio.Group
          className="decisions"
          optionType="button"
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          options={(['off', 'worked'] as const).map((value) => ({ value, label: say(`kind.${value}`) }))}
        />
        <Labelled label={say('calendarReason')}>
          <Input
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            data-testid="own-day-reason"
          />
        </Labelled>
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!isWhole} data-testid="check-own-day">
            {say('calendarCheck')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
