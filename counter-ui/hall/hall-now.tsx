/** The supervisor's view: who waits longest, which counter has whom, what needs stepping in now. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Day } from '../../schema/ids.ts';
import { matterName, useApp } from '../app-context.ts';
import { useHeld } from '../hooks/lists/use-held.ts';
import { useNow } from '../hooks/use-now.ts';
import { Broken } from '../parts/broken.tsx';
import { ClassTag } from '../parts/class-tag.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { Page } from '../parts/page.tsx';
import { clockTime, dayOf, minutesSince } from '../words/hall-time.ts';
import { AnswerablePage } from './answerable/answerable.tsx';
import { HallCharts } from './hall-charts.tsx';
import { CounterTable, Occupied } from './hall-counters.tsx';
import { freeCounters, longestWaiting, waitedThrough } from './hall-figures.ts';
import { SentMessagesPage } from './messages/sent-messages.tsx';
import { Notes } from './notes.tsx';
import { ReportPage } from './report/report.tsx';
import { csvOf, saveFile, workbookOf } from './table-file.ts';
import { ticketsTable } from './tickets-file.ts';
import { useFigures } from './use-figures.ts';

/** Minutes after which a wait is shown in amber. */
const LONG_WAIT_MIN = 30;

export function HallNow() {
  const [shown, show] = useState<'now' | 'report' | 'answerable' | 'messages'>('now');
  const back = () => show('now');
  if (shown === 'report') return <ReportPage back={back} />;
  if (shown === 'messages') return <SentMessagesPage back={back} />;
  return shown === 'answerable' ? <AnswerablePage back={back} /> : <Now show={show} />;
}

function Now({ show }: { show: (page: 'report' | 'answerable' | 'messages') => void }) {
  const app = useApp();
  const { say, board } = app;
  const hall = board.rows.hall[0];
  const lead = hall?.open
    ? say('hallOpenUntil', { time: hall.endsAt ? clockTime(hall.endsAt) : '' })
    : say('hallClosedNow');
  const today = hall?.day ?? dayOf(board.at);
  const [chosen, setChosen] = useState<Day | null>(null);
  const day = chosen ?? today;
  const asked = useFigures(day);
  const saveText = () => asked.data && saveFile(`${day}.csv`, csvOf(ticketsTable(app, asked.data)));
  const saveWorkbook = async () =>
    asked.data && saveFile(`${day}.xlsx`, await workbookOf({ [day]: ticketsTable(app, asked.data) }));
  return (
    <Page
      title={say('section.hall')}
      lead={lead}
      actions={
        <>
          <Input
            type="date"
            className="figures-day"
            aria-label={say('dayOfFigures')}
            max={hall?.today ?? today}
            value={day}
            data-testid="figures-day"
            onChange={({ target }) => setChosen(target.value && target.value !== today ? target.value : null)}
          />
          <Button onClick={() => show('answerable')} data-testid="answerable">
            {say('answerable')}
          </Button>
          <Button onClick={() => show('messages')} data-testid="messages">
            {say('sentMessages')}
          </Button>
          <Button onClick={() => show('report')} data-testid="report">
            {say('report')}
          </Button>
          <Button onClick={saveWorkbook} disabled={!asked.data} data-testid="save-xlsx">
            {say('saveWorkbook')}
          </Button>
          <Button onClick={saveText} disabled={!asked.data} data-testid="save-csv">
            {say('saveCsv')}
          </Button>
        </>
      }
    >
      <Occupied />
      <Figures />
      <div className="hall-grid">
        <div className="panel">
          <h2>{say('counters')}</h2>
          <CounterTable />
        </div>
        <div className="panel">
          <h2>{say('longestWaiting')}</h2>
          <Longest />
        </div>
        <div className="panel">
          <h2>{say('notes')}</h2>
          <Notes />
        </div>
        <HallCharts asked={asked} />
      </div>
    </Page>
  );
}

function Figures() {
  const { say, board } = useApp();
  const now = useNow(10_000);
  const { rows } = board;
  // Who let others pass or was missed has not waited all along: shown below with the word, not counted here.
  const longest = longestWaiting(rows.tickets).find(waitedThrough);
  const longestMin = longest ? minutesSince(longest.arrivedAt, now) : 0;
  const figures: [string, string | number, boolean][] = [
    [say('figureWaiting'), rows.tickets.filter((ticket) => ticket.phase === 'waiting').length, false],
    [say('figureLongest'), longest ? say('minutes', { minutes: longestMin }) : '—', longestMin >= LONG_WAIT_MIN],
    [say('figureServing'), rows.tickets.filter((ticket) => ticket.phase === 'serving').length, false],
    [
      say('figureOpenCounters'),
      `${rows.counters.filter((counter) => counter.phase === 'open').length} / ${rows.counters.length}`,
      false,
    ],
    [say('figureFreeCounters'), freeCounters(rows.counters).length, false],
    [say('figureMissed'), rows.tickets.filter((ticket) => ticket.phase === 'missed').length, false],
  ];
  return (
    <div className="figures">
      {figures.map(([label, value, amber]) => (
        <div key={label} className={amber ? 'amber' : ''}>
          <b>{value}</b>
          <span>{label}</span>
        </div>
      ))}
    </div>
  );
}

function Longest() {
  const app = useApp();
  const { say, board } = app;
  const now = useNow(10_000);
  const { rows, hold } = useHeld(longestWaiting(board.rows.tickets));
  if (rows.length === 0) return <Nothing sentence={say('nobodyWaits')} />;
  return (
    <div className="plain-rows" {...hold}>
      {rows.slice(0, 12).map(({ row, gone }) => {
        const minutes = minutesSince(row.arrivedAt, now);
        return (
          <div key={row.id} className={gone ? 'gone' : ''}>
            <b>{row.number}</b>
            <span>{row.remaining.map((matterId) => matterName(app, matterId)).join(say('listComma'))}</span>
            <ClassTag klass={row.klass} />
            <Broken row={row} />
            <em className={minutes >= LONG_WAIT_MIN ? 'amber' : ''}>{say('minutes', { minutes })}</em>
          </div>
        );
      })}
    </div>
  );
}
