/** Who is waiting at my queues. The list holds still while it is pointed at or has the focus. */
import { Button } from 'antd';
import { type KeyboardEvent, useMemo } from 'react';
import { inLanguage } from '../../schema/ids.ts';
import type { TicketRow } from '../../schema/line/rows.ts';
import type { PassedTo } from '../../schema/line/ticket.ts';
import { type App, matterName, useApp } from '../app-context.ts';
import { useHeld } from '../hooks/lists/use-held.ts';
import { useNow } from '../hooks/use-now.ts';
import type { Send } from '../hooks/use-one-at-a-time.ts';
import { Broken } from '../parts/broken.tsx';
import { ClassTag } from '../parts/class-tag.tsx';
import { KeyButton } from '../parts/key-button.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { clockTime, minutesSince } from '../words/hall-time.ts';
import { closingWords, rangeWords } from '../words/range-words.ts';
import { atCounter, behindOf } from './line-order.ts';
import type { Seat } from './seat.ts';
import type { Dialog } from './work-dialogs.tsx';

type Props = { seat: Seat; send: Send; busy: boolean; dialog: (dialog: Dialog) => void };

export function WaitingList({ seat, send, busy, dialog }: Props) {
  const { say, board, catalogue } = useApp();
  const { tickets, counters } = board.rows;
  const { counter } = seat;
  const live = useMemo(
    () => (counter ? atCounter(tickets, counter, { counters, matters: catalogue.matters }) : []),
    [tickets, counter, counters, catalogue.matters],
  );
  const { rows, hold } = useHeld(live);
  return (
    <aside className="waiting">
      <div className="waiting-head">
        <h2>{say('waitingHere')}</h2>
        <span className="waiting-tools">
          <KeyButton size="small" keyName="T" testId="issue-ticket" onPress={() => dialog({ kind: 'issue' })}>
            {say('issueTicket')}
          </KeyButton>
          <KeyButton size="small" keyName="I" testId="check-in" onPress={() => dialog({ kind: 'check-in' })}>
            {say('checkIn')}
          </KeyButton>
          <KeyButton size="small" keyName="K" testId="book" onPress={() => dialog({ kind: 'book' })}>
            {say('book')}
          </KeyButton>
        </span>
      </div>
      <Queues seat={seat} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the rows, which are buttons */}
      <div className="waiting-rows" {...hold} onKeyDown={moveFocus}>
        {rows.length === 0 && <Nothing sentence={say('nobodyWaits')} />}
        {rows.map(({ row, gone }) => (
          <WaitingRow
            key={row.id}
            row={row}
            gone={gone}
            behind={behindOf(row, tickets)}
            seat={seat}
            send={send}
            busy={busy}
            dialog={dialog}
          />
        ))}
      </div>
      <p className="waiting-foot soft">{say('waitingKeys')}</p>
    </aside>
  );
}

/** `behind`: how many might be let pass (T7). */
type RowProps = Props & { row: TicketRow; gone: boolean; behind: number };

function WaitingRow({ row, gone, behind, seat, send, busy, dialog }: RowProps) {
  const app = useApp();
  const { say, client, me } = app;
  const now = useNow(10_000);
  const notYet = row.notBefore && Date.parse(row.notBefore) > now ? row.notBefore : null;
  const does = (name: 'stepAway' | 'return' | 'rejoin') => () =>
    void send((requestId) => client.tickets[name]({ requestId, ticketId: row.id }));
  const letPass = (count: number) => () =>
    void send((requestId) => client.tickets.letPass({ requestId, ticketId: row.id, count }));
  const mayCall = me.mayPick && row.phase === 'waiting' && !seat.ticket && seat.counter?.phase === 'open';
  return (
    <details className={`waiting-row ${gone ? 'gone' : ''}`} data-testid="waiting-row" data-number={row.number}>
      <summary data-waiting>
        <b className="waiting-number">{row.number}</b>
        <span className="waiting-matters">
          {row.remaining.map((matterId) => matterName(app, matterId)).join(say('listComma'))}
        </span>
        <span>
          <ClassTag klass={row.klass} />
        </span>
        <WaitingSince row={row} gone={gone} notYet={notYet} now={now} />
      </summary>
      {!gone && (
        <div className="waiting-actions">
          {mayCall && (
            <Button
              size="small"
              data-testid="call-this"
              disabled={busy}
              onClick={() => dialog({ kind: 'call-this', ticket: row })}
            >
              {say('callThis')}
            </Button>
          )}
          {row.phase === 'waiting' && (
            <Button
              size="small"
              data-testid="pass-row"
              disabled={busy}
              onClick={() => dialog({ kind: 'pass', ticket: row })}
            >
              {say('passOn')}
            </Button>
          )}
          {row.phase === 'waiting' &&
            [1, 2, 3].slice(0, behind).map((count) => (
              <Button
                key={count}
                size="small"
                disabled={busy}
                onClick={letPass(count)}
                data-testid={`let-pass-${count}`}
              >
                {say('letPassCount', { count })}
              </Button>
            ))}
          {row.phase === 'waiting' && (
            <Button size="small" disabled={busy} onClick={does('stepAway')}>
              {say('stepAway')}
            </Button>
          )}
          {row.phase === 'away' && (
            <Button size="small" disabled={busy} onClick={does('return')}>
              {say('return')}
            </Button>
          )}
          {row.phase === 'missed' && (
            <Button size="small" data-testid="rejoin" disabled={busy} onClick={does('rejoin')}>
              {say('rejoin')}
            </Button>
          )}
          {row.phase !== 'missed' && (
            <Button
              size="small"
              danger
              data-testid="withdraw"
              disabled={busy}
              onClick={() => dialog({ kind: 'withdraw', ticket: row })}
            >
              {say('withdraw')}
            </Button>
          )}
        </div>
      )}
    </details>
  );
}

type SinceProps = { row: TicketRow; gone: boolean; notYet: string | null; now: number };

function WaitingSince({ row, gone, notYet, now }: SinceProps) {
  const app = useApp();
  const { say } = app;
  if (gone) return <span className="waiting-since soft">{say('gone')}</span>;
  if (row.phase === 'missed') return <span className="waiting-since amber">{say('missed')}</span>;
  if (row.phase === 'away') {
    const time = row.awayUntil ? clockTime(row.awayUntil) : '';
    return <span className="waiting-since amber">{say('awayUntil', { time })}</span>;
  }
  const goesOn = row.waitsFor && (row.waitsFor.startsAt ? clockTime(row.waitsFor.startsAt) : null);
  return (
    <span className="waiting-since">
      {say('minutes', { minutes: minutesSince(row.arrivedAt, now) })}
      <Broken row={row} />
      {row.passedTo && <small className="soft">{passedWords(app, row.passedTo)}</small>}
      {notYet && <small className="soft">{say('notBefore', { time: clockTime(notYet) })}</small>}
      {row.waitsFor && (
        <small className="soft">{goesOn ? say('keptUntil', { time: goesOn }) : say('keptUnknown')}</small>
      )}
    </span>
  );
}

/** T8: for whom alone it waits. */
function passedWords({ say, board }: Pick<App, 'say' | 'board'>, to: PassedTo): string {
  const counter = board.rows.counters.find((row) =>
    'counterId' in to ? row.id === to.counterId : row.clerkId === to.clerkId,
  );
  return say('waitsFor', { name: 'counterId' in to ? (counter?.label ?? '') : (counter?.clerkName ?? '') });
}

function Queues({ seat }: { seat: Seat }) {
  const { say, board, language } = useApp();
  const mine = board.rows.queues.filter((queue) => seat.counter?.letters.includes(queue.id));
  return (
    <div className="queues">
      {mine.map((queue) => (
        <div key={queue.id} className="queue" title={inLanguage(queue.names, language)}>
          <b>{queue.id}</b>
          <span>{say('queueWaiting', { count: queue.waiting })}</span>
          <span className="queue-range soft">
            {queue.closing ? closingWords(say, queue.closing) : rangeWords(say, queue.range)}
          </span>
        </div>
      ))}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (event.key === 'Escape') (event.target as HTMLElement).blur();
  if (by === 0) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-waiting]')];
  const at = rows.findIndex((row) => row.parentElement?.contains(event.target as Node));
  rows[at + by]?.focus();
}
