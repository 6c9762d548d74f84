import { inLanguage } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { callsByHour } from '../hall-figures.ts';
import { BarsChart } from '../parts/bars.tsx';
import { Nothing } from '../parts/page.tsx';
import { rangeWords } from '../range-words.ts';

const PINE = '#0b6e4f';
const AMBER = '#d9914a';

/** Two charts: where people wait now, and when they were called today. */
export function HallCharts() {
  const { say, board, language } = useApp();
  const { queues, tickets } = board.rows;
  const hours = callsByHour(tickets);
  return (
    <>
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
      </div>
      <div className="panel">
        <h2>{say('chart-calls')}</h2>
        {hours.length === 0 ? (
          <Nothing sentence={say('no-calls')} />
        ) : (
          <BarsChart
            label={say('chart-calls')}
            bars={{
              labels: hours.map(({ hour }) => `${hour}:00`),
              series: [{ name: say('calls'), values: hours.map(({ calls }) => calls), color: PINE }],
            }}
          />
        )}
      </div>
      <div className="panel">
        <h2>{say('queues')}</h2>
        <div className="plain-rows">
          {queues.map((queue) => (
            <div key={queue.id}>
              <b>{queue.id}</b>
              <span>{inLanguage(queue.names, language)}</span>
              <span className="soft">{rangeWords(say, queue.range)}</span>
              <em>{say('queue-waiting', { count: queue.waiting })}</em>
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
