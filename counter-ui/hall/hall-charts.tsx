import type { UseQueryResult } from '@tanstack/react-query';
import type { DayFigures } from '../../schema/figures/day-figures.ts';
import { inLanguage } from '../../schema/ids.ts';
import type { QueueRow } from '../../schema/line/rows.ts';
import { useApp } from '../app-context.ts';
import { Answer } from '../parts/answer.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { closingWords, keptWords, rangeWords } from '../words/range-words.ts';
import { BarsChart } from './bars.tsx';
import { inSeveralQueues } from './hall-figures.ts';

const PINE = '#0b6e4f';
const AMBER = '#d9914a';

/** Where people wait now, and from the ledger: when they were called that day, and what became of its tickets. */
export function HallCharts({ asked }: { asked: UseQueryResult<DayFigures> }) {
  const { say, board } = useApp();
  const { queues } = board.rows;
  return (
    <>
      <div className="panel">
        <h2>{say('chartCalls')}</h2>
        <Answer asked={asked}>{(figures) => <Calls figures={figures} />}</Answer>
      </div>
      <div className="panel">
        <h2>{say('chartQueues')}</h2>
        {queues.length === 0 ? (
          <Nothing sentence={say('noQueues')} />
        ) : (
          <BarsChart
            label={say('chartQueues')}
            bars={{
              labels: queues.map((queue) => queue.id),
              series: [
                { name: say('ticket.waiting'), values: queues.map((queue) => queue.waiting), color: PINE },
                { name: say('ticket.away'), values: queues.map((queue) => queue.away), color: AMBER },
              ],
            }}
          />
        )}
        <Shared />
      </div>
      <div className="panel">
        <h2>{say('dayFigures')}</h2>
        <Answer asked={asked}>{(figures) => <Sheet figures={figures} />}</Answer>
      </div>
      <div className="panel hall-queues">
        <h2>{say('queues')}</h2>
        <QueueRows />
      </div>
    </>
  );
}

function Calls({ figures }: { figures: DayFigures }) {
  const { say } = useApp();
  const { callsByHour } = figures;
  if (callsByHour.length === 0) return <Nothing sentence={say('noCalls')} />;
  return (
    <BarsChart
      label={say('chartCalls')}
      bars={{
        labels: callsByHour.map(({ hour }) => `${hour}:00`),
        series: [
          { name: say('firstCalls'), values: callsByHour.map(({ calls }) => calls), color: PINE },
          { name: say('recalls'), values: callsByHour.map(({ recalls }) => recalls), color: AMBER },
        ],
      }}
    />
  );
}

/** H13: what came in and what became of it add up. */
function Sheet({ figures }: { figures: DayFigures }) {
  const { say } = useApp();
  if (figures.tickets.length === 0 && figures.turnedAway === 0) return <Nothing sentence={say('noTickets')} />;
  const rows: [string, number][] = [
    [say('sheetIssued'), figures.issued],
    [say('sheetCarriedIn'), figures.carriedIn],
    [say('sheetFinished'), figures.finished],
    [say('sheetCarriedOver'), figures.carriedOver],
    [say('sheetWithdrawn'), figures.withdrawn],
    [say('sheetExpired'), figures.expired],
    [say('sheetUnfinished'), figures.unfinished],
    [say('firstCalls'), figures.calls],
    [say('recalls'), figures.recalls],
    [say('sheetTurnedAway'), figures.turnedAway],
    [say('sheetNoticesAgain'), figures.noticesAgain],
    ...figures.outOfOrder.map(({ clerkName, count }): [string, number] => [
      say('sheetOutOfOrder', { name: clerkName }),
      count,
    ]),
  ];
  return (
    <div className="plain-rows" data-testid="day-sheet">
      {rows.map(([label, value]) => (
        <div key={label}>
          <span>{label}</span>
          <em>{value}</em>
        </div>
      ))}
    </div>
  );
}

function QueueRows() {
  const { say, board, language } = useApp();
  const { queues } = board.rows;
  if (queues.length === 0) return <Nothing sentence={say('noQueues')} />;
  const words = ({ kept, closing, range }: QueueRow) =>
    kept ? keptWords(say, kept.startsAt, language) : closing ? closingWords(say, closing) : rangeWords(say, range);
  return (
    <div className="plain-rows">
      {queues.map((queue) => (
        <div key={queue.id}>
          <b>{queue.id}</b>
          <span>{inLanguage(queue.names, language)}</span>
          <span className="soft">{words(queue)}</span>
          <em>{say('queueWaiting', { count: queue.kept?.count ?? queue.waiting })}</em>
        </div>
      ))}
    </div>
  );
}

/** Somebody with matters of two groups stands in both queues. */
function Shared() {
  const { say, board } = useApp();
  const { tickets } = board.rows;
  const count = inSeveralQueues(tickets);
  if (count === 0) return null;
  const total = tickets.filter((ticket) => ticket.phase === 'waiting').length;
  return (
    <p className="soft" data-testid="queues-shared">
      {say('queuesShared', { count, total })}
    </p>
  );
}
