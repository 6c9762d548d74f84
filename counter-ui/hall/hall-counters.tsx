/** The counters as they are now, and those that are still occupied after calling ended, with their release (T12). */
import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { CounterRow } from '../../schema/line/rows.ts';
import { useApp } from '../app-context.ts';
import { useNow } from '../hooks/use-now.ts';
import { byLabel } from '../parts/counter-order.ts';
import { Nothing } from '../parts/nothing.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { minutesSince } from '../words/hall-time.ts';
import type { Say } from '../words/speak.ts';
import { occupiedAfterClosing } from './hall-figures.ts';

/** One line for each counter that holds up the closing; nothing where there is none. */
export function Occupied() {
  const { say, board } = useApp();
  const now = useNow(10_000);
  const { ask, dialog } = useRelease();
  const occupied = occupiedAfterClosing(board.rows.counters);
  return (
    <>
      {occupied.length > 0 && (
        <div className="panel occupied" role="status" data-testid="occupied">
          <h2>{say('occupied')}</h2>
          {occupied.map((row) => (
            <div key={row.id}>
              <span>{say('occupiedRow', occupiedFacts(say, row, now))}</span>
              <Button size="small" danger data-testid="release" onClick={() => ask(row)}>
                {say('release')}
              </Button>
            </div>
          ))}
        </div>
      )}
      {dialog}
    </>
  );
}

/** The question before a counter is released, with its reason. */
export function useRelease() {
  const { say, client, act, tell } = useApp();
  const now = useNow(10_000);
  const [asked, setAsked] = useState<CounterRow | null>(null);
  const release = async ({ id, label }: CounterRow, reason: string) => {
    const done = await act((requestId) => client.counters.release({ requestId, counterId: id, reason }));
    if (done) tell(say('released', { label }));
  };
  const dialog = asked && (
    <ReasonDialog
      about="release"
      title={say('releaseTitle', { label: asked.label })}
      lead={say('reason.release', occupiedFacts(say, asked, now))}
      leave={() => setAsked(null)}
      give={(reason) => void release(asked, reason)}
    />
  );
  return { ask: setAsked, dialog };
}

function occupiedFacts(say: Say, row: CounterRow, now: number) {
  return {
    label: row.label,
    name: row.clerkName ?? '',
    number: row.number ?? '',
    phase: row.ticketPhase ? say(`ticket.${row.ticketPhase}`) : '',
    minutes: row.closingSince ? minutesSince(row.closingSince, now) : 0,
  };
}

/** Asked again when another counter pauses. */
function usePauseReasons() {
  const { client, board } = useApp();
  const paused = board.rows.counters.filter(({ phase }) => phase === 'paused').map(({ id, since }) => `${id} ${since}`);
  return useQuery({
    queryKey: ['paused-counters', ...paused],
    queryFn: () => client.counters.paused({}),
    enabled: paused.length > 0,
  });
}

export function CounterTable() {
  const { say, board, me } = useApp();
  const now = useNow(10_000);
  const { ask, dialog } = useRelease();
  const reasons = usePauseReasons();
  return (
    <>
      <Table<CounterRow>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ y: 300 }}
        locale={{ emptyText: <Nothing sentence={say('noCounters')} /> }}
        dataSource={[...board.rows.counters].sort(byLabel)}
        columns={[
          { title: say('counter'), dataIndex: 'label', width: 80, render: (label) => <b>{label}</b> },
          { title: say('clerk'), dataIndex: 'clerkName', ellipsis: true, render: (name) => name ?? '—' },
          {
            title: say('phase'),
            dataIndex: 'phase',
            width: 96,
            render: (phase: CounterRow['phase'], { id, label }) => (
              <>
                <span className={`chip phase-${phase}`}>{say(`counter.${phase}`)}</span>
                {phase === 'paused' && (
                  <div className="soft" data-testid={`pause-reason-${label}`}>
                    {reasons.data?.find(({ counterId }) => counterId === id)?.reason}
                  </div>
                )}
              </>
            ),
          },
          {
            title: say('ticket'),
            width: 176,
            render: (_, row) =>
              row.number ? (
                <>
                  <b>{row.number}</b>{' '}
                  <span className="soft">{row.ticketPhase ? say(`ticket.${row.ticketPhase}`) : ''}</span>
                  {row.clerkId !== me.clerkId && (
                    <Button
                      type="link"
                      size="small"
                      danger
                      aria-label={`${say('release')} ${row.label}`}
                      data-testid={`release-${row.label}`}
                      onClick={() => ask(row)}
                    >
                      {say('releaseShort')}
                    </Button>
                  )}
                </>
              ) : (
                '—'
              ),
          },
          {
            title: say('since'),
            width: 72,
            render: (_, row) =>
              row.since && row.phase !== 'closed' ? say('minutes', { minutes: minutesSince(row.since, now) }) : '',
          },
        ]}
      />
      {dialog}
    </>
  );
}
