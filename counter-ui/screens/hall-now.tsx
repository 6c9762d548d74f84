/** The supervisor's view: who waits longest, which counter has whom, what needs stepping in now. */
import { Button, Table } from 'antd';
import type { CounterRow, TicketRow } from '../../schema/board.ts';
import { whySentence } from '../../schema/why.ts';
import { matterName, useApp } from '../app-context.ts';
import { freeCounters, longestWaiting, outOfOrder } from '../hall-figures.ts';
import { clockTime, minutesSince } from '../hall-time.ts';
import { noteSentence } from '../note-words.ts';
import { byLabel } from '../order.ts';
import { ClassTag } from '../parts/class-tag.tsx';
import { Nothing, Page } from '../parts/page.tsx';
import { saveFile } from '../table-file.ts';
import { ticketsFile } from '../tickets-file.ts';
import { useHeld } from '../use-held.ts';
import { useNow } from '../use-now.ts';
import { HallCharts } from './hall-charts.tsx';

/** Minutes after which a wait is shown in amber. */
const LONG_WAIT_MIN = 30;

export function HallNow() {
  const app = useApp();
  const { say, board } = app;
  const hall = board.rows.hall[0];
  const lead = hall?.open
    ? say('hall-open-until', { time: hall.endsAt ? clockTime(hall.endsAt) : '' })
    : say('hall-closed-now');
  const save = () => saveFile(`${hall?.day ?? 'hall'}.csv`, ticketsFile(app));
  return (
    <Page
      title={say('section-hall')}
      lead={lead}
      actions={
        <Button onClick={save} data-testid="save-csv">
          {say('save-csv')}
        </Button>
      }
    >
      <Figures />
      <div className="hall-grid">
        <div className="panel">
          <h2>{say('counters')}</h2>
          <CounterTable />
        </div>
        <div className="panel">
          <h2>{say('longest-waiting')}</h2>
          <Longest />
        </div>
        <div className="panel">
          <h2>{say('notes')}</h2>
          <Notes />
        </div>
        <HallCharts />
      </div>
    </Page>
  );
}

function Figures() {
  const { say, board } = useApp();
  const now = useNow(10_000);
  const { rows } = board;
  const longest = longestWaiting(rows.tickets)[0];
  const longestMin = longest ? minutesSince(longest.arrivedAt, now) : 0;
  const figures: [string, string | number, boolean][] = [
    [say('figure-waiting'), rows.tickets.filter((ticket) => ticket.phase === 'waiting').length, false],
    [say('figure-longest'), longest ? say('minutes', { minutes: longestMin }) : '—', longestMin >= LONG_WAIT_MIN],
    [say('figure-serving'), rows.tickets.filter((ticket) => ticket.phase === 'serving').length, false],
    [
      say('figure-open-counters'),
      `${rows.counters.filter((counter) => counter.phase === 'open').length} / ${rows.counters.length}`,
      false,
    ],
    [say('figure-free-counters'), freeCounters(rows.counters).length, false],
    [say('figure-missed'), rows.tickets.filter((ticket) => ticket.phase === 'missed').length, false],
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

function CounterTable() {
  const { say, board } = useApp();
  const now = useNow(10_000);
  return (
    <Table<CounterRow>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ y: 300 }}
      locale={{ emptyText: <Nothing sentence={say('no-counters')} /> }}
      dataSource={[...board.rows.counters].sort(byLabel)}
      columns={[
        { title: say('counter'), dataIndex: 'label', width: 84, render: (label) => <b>{label}</b> },
        { title: say('clerk'), dataIndex: 'clerkName', ellipsis: true, render: (name) => name ?? '—' },
        {
          title: say('phase'),
          dataIndex: 'phase',
          width: 96,
          render: (phase: CounterRow['phase']) => (
            <span className={`chip phase-${phase}`}>{say(`counter-${phase}`)}</span>
          ),
        },
        {
          title: say('ticket'),
          width: 130,
          render: (_, row) =>
            row.number ? (
              <>
                <b>{row.number}</b>{' '}
                <span className="soft">{row.ticketPhase ? say(`ticket-${row.ticketPhase}`) : ''}</span>
              </>
            ) : (
              '—'
            ),
        },
        {
          title: say('since'),
          width: 84,
          render: (_, row) => (row.since ? say('minutes', { minutes: minutesSince(row.since, now) }) : ''),
        },
      ]}
    />
  );
}

function Longest() {
  const app = useApp();
  const { say, board } = app;
  const now = useNow(10_000);
  const { rows, hold } = useHeld(longestWaiting(board.rows.tickets));
  if (rows.length === 0) return <Nothing sentence={say('nobody-waits')} />;
  return (
    <div className="plain-rows" {...hold}>
      {rows.slice(0, 12).map(({ row, gone }) => {
        const minutes = minutesSince(row.arrivedAt, now);
        return (
          <div key={row.id} className={gone ? 'gone' : ''}>
            <b>{row.number}</b>
            <span>{row.remaining.map((matterId) => matterName(app, matterId)).join(say('list-comma'))}</span>
            <ClassTag klass={row.klass} />
            <em className={minutes >= LONG_WAIT_MIN ? 'amber' : ''}>{say('minutes', { minutes })}</em>
          </div>
        );
      })}
    </div>
  );
}

/** What the supervisor is told, newest first, and which calls passed somebody over (Q3, Q4, C3). */
function Notes() {
  const { say, board, language } = useApp();
  const notes = [...board.rows.notes].reverse();
  const passing = outOfOrder(board.rows.tickets);
  if (notes.length === 0 && passing.length === 0) return <Nothing sentence={say('no-notes')} />;
  return (
    <div className="plain-rows notes">
      {notes.map((note) => (
        <div key={note.id}>
          <em className="amber">{clockTime(note.at)}</em>
          <span>{noteSentence(say, note)}</span>
        </div>
      ))}
      {passing.map((ticket: TicketRow) => (
        <div key={ticket.id}>
          <b>{ticket.number}</b>
          <span>{ticket.why && whySentence(ticket.why, language)}</span>
        </div>
      ))}
    </div>
  );
}
