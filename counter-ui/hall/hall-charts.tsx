import type { QueueRow } from '../../schema/board.ts';
import type { DayFigures } from '../../schema/figures.ts';
import { inLanguage } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import type { Asked } from '../hooks/use-asked.ts';
import { Answer } from '../parts/answer.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { closingWords, keptWords, rangeWords } from '../words/range-words.ts';
import { BarsChart } from './bars.tsx';
import { inSeveralQueues } from './hall-figures.ts';

const PINE = '#0b6e4f';
const AMBER = '#d9914a';

/** Where people wait now, and from the ledger: when they were called that day, and what became of its tickets. */
export function HallCharts({ asked }: { asked: Asked<DayFigures> }) {
  const { say, board } = useApp();
  const { queues } = board.rows;
  return (
    <>
      <div className="panel">
        <h2>{say('chart-calls')}</h2>
        <Answer asked={asked}>{(figures) => <Calls figures={figures} />}</Answer>
      </div>
      <div className="panel">
        <h2>{say('chart-queues')}</h2>
        {queues.length === 0 ? (
          <Nothing sentence={say('no-queues')} />
        ) : (
          <BarsChart
            label={say('chart-queues')}
            bars={{
              labels: queues.map((queue) => queue.id),
              series: [
                { name: say('ticket-waiting'), values: queues.map((queue) => queue.waiting), color: PINE },
                { name: say('ticket-away'), values: queues.map((queue) => queue.away), color: AMBER },
              ],
            }}
          />
        )}
        <Shared />
      </div>
      <div className="panel">
        <h2>{say('day-figures')}</h2>
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
  if (callsByHour.length === 0) return <Nothing sentence={say('no-calls')} />;
  return (
    <BarsChart
      label={say('chart-calls')}
      bars={{
        labels: callsByHour.map(({ hour }) => `${hour}:00`),
        series: [
          { name: say('first-calls'), values: callsByHour.map(({ calls }) => calls), color: PINE },
          { name: say('recalls'), values: callsByHour.map(({ recalls }) => recalls), color: AMBER },
        ],
      }}
    />
  );
}

/** H13: what came in and what became of it add up. */
function Sheet({ figures }: { figures: DayFigures }) {
  const { say } = useApp();
  if (figures.tickets.length === 0 && figures.turnedAway === 0) return <Nothing sentence={say('no-tickets')} />;
  const rows: [string, number][] = [
    [say('sheet-issued'), figures.issued],
    [say('sheet-carried-in'), figures.carriedIn],
    [say('sheet-finished'), figures.finished],
    [say('sheet-carried-over'), figures.carriedOver],
    [say('sheet-withdrawn'), figures.withdrawn],
    [say('sheet-expired'), figures.expired],
    [say('sheet-unfinished'), figures.unfinished],
    [say('first-calls'), figures.calls],
    [say('recalls'), figures.recalls],
    [say('sheet-turned-away'), figures.turnedAway],
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
  if (queues.length === 0) return <Nothing sentence={say('no-queues')} />;
  const words = ({ kept, closing, range }: QueueRow) =>
    kept ? keptWords(say, kept.startsAt, language) : closing ? closingWords(say, closing) : rangeWords(say, range);
  return (
    <div className="plain-rows">
      {queues.map((queue) => (
        <div key={queue.id}>
          <b>{queue.id}</b>
          <span>{inLanguage(queue.names, language)}</span>
          <span className="soft">{words(queue)}</span>
          <em>{say('queue-waiting', { count: queue.kept?.count ?? queue.waiting })}</em>
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
      {say('queues-shared', { count, total })}
    </p>
  );
}
