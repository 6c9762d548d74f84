/** The counters as they are now, and those that are still occupied after calling ended, with their release (T12). */
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { CounterRow } from '../../schema/board.ts';
import { useApp } from '../app-context.ts';
import { occupiedAfterClosing } from '../hall-figures.ts';
import { minutesSince } from '../hall-time.ts';
import { byLabel } from '../order.ts';
import { Nothing } from '../parts/page.tsx';
import { useNow } from '../use-now.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** One line for each counter that holds up the closing; nothing where there is none. */
export function Occupied() {
  const { say, board, client, act, tell } = useApp();
  const now = useNow(10_000);
  const [asked, setAsked] = useState<CounterRow | null>(null);
  const occupied = occupiedAfterClosing(board.rows.counters);
  const facts = (row: CounterRow) => ({
    label: row.label,
    name: row.clerkName ?? '',
    number: row.number ?? '',
    phase: row.ticketPhase ? say(`ticket-${row.ticketPhase}`) : '',
    minutes: row.closingSince ? minutesSince(row.closingSince, now) : 0,
  });
  const release = async ({ id, label }: CounterRow, reason: string) => {
    const done = await act((requestId) => client.counters.release({ requestId, counterId: id, reason }));
    if (done) tell(say('released', { label }));
  };
  return (
    <>
      {occupied.length > 0 && (
        <div className="panel occupied" role="status" data-testid="occupied">
          <h2>{say('occupied')}</h2>
          {occupied.map((row) => (
            <div key={row.id}>
              <span>{say('occupied-row', facts(row))}</span>
              <Button size="small" danger data-testid="release" onClick={() => setAsked(row)}>
                {say('release')}
              </Button>
            </div>
          ))}
        </div>
      )}
      {asked && (
        <ReasonDialog
          about="release"
          title={say('release-title', { label: asked.label })}
          lead={say('release-lead', facts(asked))}
          leave={() => setAsked(null)}
          give={(reason) => void release(asked, reason)}
        />
      )}
    </>
  );
}

export function CounterTable() {
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
