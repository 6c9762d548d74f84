/** The calendar by which working days are counted: its years, official or provisional, and the hall's own days (H1, C17). */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Segmented, Table } from 'antd';
import { useRef, useState } from 'react';
import type { CalendarYear, HallDay } from '../../../schema/hall/calendar.ts';
import { useApp } from '../../app-context.ts';
import { Answer } from '../../parts/answer.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { dateText, weekdayOf } from '../../words/hall-time.ts';
import { ConfirmChange, type Planned } from './confirm-change.tsx';
import { OwnDayForm } from './own-day-form.tsx';
import { readCalendarFile } from './read-file.ts';
import { YearDays } from './year-days.tsx';
import './calendar.css';

export function Calendar() {
  const { say, client } = useApp();
  const asked = useQuery({ queryKey: ['calendar'], queryFn: () => client.calendar.read({}) });
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [adding, setAdding] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  async function choose(file: File | undefined) {
    if (!file) return;
    const read = await readCalendarFile(say, file);
    setWrong('wrong' in read ? read.wrong : null);
    if ('change' in read) setPlanned(read);
  }
  return (
    <Page
      title={say('section.calendar')}
      lead={say('calendarLead')}
      actions={
        <>
          <Button onClick={() => setAdding(true)} data-testid="add-own-day">
            {say('calendarOwnAdd')}
          </Button>
          <Button type="primary" onClick={() => chooser.current?.click()} data-testid="import-year">
            {say('calendarImport')}
          </Button>
          <input
            ref={chooser}
            type="file"
            accept=".json,application/json"
            hidden
            data-testid="calendar-file"
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              // The same file can be chosen again once it was put right.
              event.target.value = '';
            }}
          />
        </>
      }
    >
      {wrong && <Alert type="error" showIcon title={wrong} className="calendar-wrong" data-testid="file-wrong" />}
      <Answer asked={asked}>
        {({ years, hallDays }) => (
          <div className="calendar">
            <Years years={years} />
            <OwnDays days={hallDays} remove={setPlanned} />
          </div>
        )}
      </Answer>
      {adding && (
        <OwnDayForm
          leave={() => setAdding(false)}
          plan={(change) => {
            setAdding(false);
            setPlanned(change);
          }}
        />
      )}
      {planned && (
        <ConfirmChange
          planned={planned}
          leave={() => setPlanned(null)}
          done={async () => {
            setPlanned(null);
            await asked.refetch();
          }}
        />
      )}
    </Page>
  );
}

function Years({ years }: { years: CalendarYear[] }) {
  const { say } = useApp();
  const [chosen, setChosen] = useState(years[0]!.year);
  const year = years.find((one) => one.year === chosen) ?? years[0]!;
  return (
    <section className="calendar-year">
      <Segmented<number>
        value={year.year}
        onChange={setChosen}
        options={years.map((one) => ({
          value: one.year,
          label: (
            <span data-testid={`year-${one.year}`}>
              {one.year} · {say(one.isOfficial ? 'calendarOfficial' : 'calendarProvisional')}
            </span>
          ),
        }))}
      />
      {year.isOfficial ? (
        <p className="soft">
          {say('calendarSource', { source: year.source === 'chinese-days' ? say('calendarShipped') : year.source })}
        </p>
      ) : (
        <Alert type="warning" showIcon title={say('calendarProvisionalLead')} />
      )}
      <YearDays year={year} />
    </section>
  );
}

function OwnDays({ days, remove }: { days: HallDay[]; remove: (planned: Planned) => void }) {
  const { say, language } = useApp();
  return (
    <section>
      <h2>{say('calendarOwn')}</h2>
      <p className="soft calendar-own">{say('calendarOwnLead')}</p>
      <Table<HallDay>
        size="small"
        rowKey="day"
        pagination={false}
        locale={{ emptyText: <Nothing sentence={say('calendarOwnNone')} /> }}
        dataSource={days}
        columns={[
          {
            title: say('calendarDay'),
            render: (_, { day }) => `${dateText(day, language)} ${weekdayOf(day, language)}`,
          },
          { title: say('calendarKind'), width: 90, render: (_, { kind }) => kind && say(`kind.${kind}`) },
          { title: say('calendarReason'), dataIndex: 'reason' },
          {
            title: '',
            width: 90,
            render: (_, { day }) => (
              <Button
                size="small"
                type="text"
                data-testid="remove-own-day"
                onClick={() =>
                  remove({
                    title: say('calendarOwnRemoveTitle', { day: dateText(day, language) }),
                    change: { hallDay: { day, kind: null, reason: '' } },
                  })
                }
              >
                {say('calendarOwnRemove')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
