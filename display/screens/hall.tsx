import type { Boards } from '../../schema/board.ts';
import { inLanguage, type Language } from '../../schema/ids.ts';
import type { CallRow, QueueRow } from '../../schema/line/rows.ts';
import { clockTime, dayAndTime, fromTo, kindName, longDay, openingsOf } from '../../web/hours.ts';
import { keptLines } from '../kept.ts';
import type { Say } from '../words/say.ts';

const QUEUES_AT_ONCE = 9;
const TURN_PAGE_MS = 12_000;

/** The hall by day: the last calls, each queue, today's hours. `calls` are the last ones, newest first. */
export function Hall(props: { rows: Boards['display']; calls: CallRow[]; nowMs: number; language: Language; t: Say }) {
  const { rows, calls, nowMs, language, t } = props;
  const hall = rows.hall[0];
  if (!hall) return null;
  const today = openingsOf(hall.today, rows.openings);
  return (
    <div className="hall">
      <header className="hall-head">
        <h1>{inLanguage(hall.names, language)}</h1>
        {hall.sample && <p className="hall-sample">{t('sample')}</p>}
        <p className="hall-date">{longDay(nowMs, language)}</p>
        <time className="hall-clock" data-testid="clock">
          {clockTime(nowMs)}
        </time>
      </header>
      <Kept lines={keptLines(rows.queues, nowMs, language, t)} />
      <Calls calls={calls} places={rows.settings[0]!.callsShown} t={t} />
      <Queues queues={rows.queues} nowMs={nowMs} language={language} t={t} />
      <footer className="hall-foot">
        <p data-testid="hours-today">
          <span>{t('today')}</span>
          {today.length === 0 && <b>{t('noneToday')}</b>}
          {today.map((opening) => (
            <b key={opening.id} className={opening.phase === 'ended' ? 'is-over' : undefined}>
              {fromTo(opening)}
              {opening.kind !== 'regular' && <em>{kindName(opening.kind, language)}</em>}
            </b>
          ))}
        </p>
        {hall.nextStartsAt && (
          <p data-testid="next-opening">
            <span>{t('next')}</span>
            <b>
              {dayAndTime(hall.nextStartsAt, nowMs, language)}
              {hall.nextKind && hall.nextKind !== 'regular' && <em>{kindName(hall.nextKind, language)}</em>}
            </b>
          </p>
        )}
        <p>
          <span>{t('telephone')}</span>
          <b>{hall.telephone}</b>
        </p>
      </footer>
    </div>
  );
}

export function Kept({ lines }: { lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="kept" role="status" data-testid="kept">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** Each call keeps its place, also while fewer are there. */
function Calls({ calls, places, t }: { calls: CallRow[]; places: number; t: Say }) {
  return (
    <section className="calls" data-testid="calls">
      <h2>{t('calls')}</h2>
      {calls.length === 0 ? (
        <div className="calls-none">
          <p>{t('noCalls')}</p>
          <p>{t('noCallsHint')}</p>
        </div>
      ) : (
        <ol style={{ gridTemplateRows: `1.7fr repeat(${places - 1}, 1fr)` }}>
          {calls.map((call) => (
            <li key={call.seq} data-number={call.number}>
              <b>{call.number}</b>
              <span>
                {t('counterBefore')} <strong>{call.counterLabel}</strong> {t('counterAfter')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Queues(props: { queues: QueueRow[]; nowMs: number; language: Language; t: Say }) {
  const { nowMs, language, t } = props;
  const all = [...props.queues].sort((a, b) => a.id.localeCompare(b.id));
  const pages = Math.max(1, Math.ceil(all.length / QUEUES_AT_ONCE));
  const page = Math.floor(nowMs / TURN_PAGE_MS) % pages;
  const shown = all.slice(page * QUEUES_AT_ONCE, (page + 1) * QUEUES_AT_ONCE);
  const minutes = (n: number | undefined) => (n === undefined ? t('unsaid') : t('minutes', { n }));
  return (
    <section className="queues" data-testid="queues">
      <table>
        <thead>
          <tr>
            <th>
              {t('queue')} {pages > 1 && <i>{`${page + 1} / ${pages}`}</i>}
            </th>
            <th>{t('lastNumber')}</th>
            <th>{t('waiting')}</th>
            <th>{t('half')}</th>
            <th>{t('most')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((queue) => (
            <tr key={queue.id} data-queue={queue.id} className={queue.open ? undefined : 'is-shut'}>
              <th scope="row">
                <i>{queue.id}</i>
                <span>{inLanguage(queue.names, language)}</span>
              </th>
              <td className="queues-last">{queue.lastNumber ?? t('unsaid')}</td>
              <td className="queues-waiting">{queue.kept?.count ?? queue.waiting}</td>
              {queue.kept ? (
                <td colSpan={2} className="queues-shut">
                  {queue.kept.startsAt
                    ? t('goesOn', { when: dayAndTime(queue.kept.startsAt, nowMs, language) })
                    : t('goesOnUnknown')}
                </td>
              ) : queue.closing ? (
                <td colSpan={2} className="queues-may">
                  {t('mayMiss', { at: clockTime(queue.closing.at) })}
                </td>
              ) : queue.open || queue.waiting > 0 ? (
                <>
                  <td>{minutes(queue.range?.halfMin)}</td>
                  <td>{minutes(queue.range?.mostMin)}</td>
                </>
              ) : (
                <td colSpan={2} className="queues-shut">
                  {t('notIssued')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
