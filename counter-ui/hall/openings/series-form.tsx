import { Button, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import type { SeriesDays } from '../../../schema/hours/opening.ts';
import type { Day } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { isComplete, PlanFields, useFirstDraft } from './plan-fields.tsx';
import { WeekdayTicks } from './weekday-ticks.tsx';

type Props = { today: Day; leave: () => void; done: () => void };
type DaysKind = 'workdays' | 'rest-days' | 'weekdays';

/** H2: on workdays, rest days or named weekdays, every n weeks, from a day to a day or for good. */
export function SeriesForm({ today, leave, done }: Props) {
  const { say, client, act, tell } = useApp();
  const [draft, setDraft] = useState(useFirstDraft());
  const [daysKind, setDaysKind] = useState<DaysKind>('workdays');
  const [weekdays, setWeekdays] = useState<number[]>([]);
  const [everyWeeks, setEveryWeeks] = useState(1);
  const [firstDay, setFirstDay] = useState<Day>(today);
  const [lastDay, setLastDay] = useState<Day>('');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const days: SeriesDays = daysKind === 'weekdays' ? weekdays : daysKind;
  const ready = isComplete(draft) && firstDay !== '' && days.length > 0 && (lastDay === '' || lastDay >= firstDay);

  async function create() {
    setBusy(true);
    const plan = { ...draft, days, everyWeeks, firstDay, lastDay: lastDay || undefined };
    const created = await act((requestId) =>
      client.openings.createSeries({ requestId, plan, override: reason.trim() || undefined }),
    );
    setBusy(false);
    if (!created) return;
    tell(say('seriesCreated', { count: created.openings }));
    done();
  }

  return (
    <Dialog title={say('newSeries')} leave={leave} width={720}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void create();
        }}
      >
        <Radio.Group
          className="decisions"
          optionType="button"
          value={daysKind}
          onChange={(event) => setDaysKind(event.target.value)}
          options={(['workdays', 'rest-days', 'weekdays'] as const).map((value) => ({
            value,
            label: say(`days.${value}`),
          }))}
        />
        {daysKind === 'weekdays' && <WeekdayTicks value={weekdays} onChange={setWeekdays} />}
        <div className="field-row">
          <Labelled label={say('firstDay')}>
            <Input type="date" min={today} value={firstDay} onChange={(event) => setFirstDay(event.target.value)} />
          </Labelled>
          <Labelled label={say('lastDay')} help={say('lastDayHelp')}>
            <Input type="date" min={firstDay} value={lastDay} onChange={(event) => setLastDay(event.target.value)} />
          </Labelled>
          <Labelled label={say('everyWeeks')}>
            <InputNumber<number> min={1} max={8} value={everyWeeks} onChange={(weeks) => setEveryWeeks(weeks ?? 1)} />
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
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="create-series">
            {say('newSeries')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
