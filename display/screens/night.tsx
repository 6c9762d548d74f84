import type { HallRow } from '../../schema/hours/rows.ts';
import { inLanguage, type Language } from '../../schema/ids.ts';
import type { QueueRow } from '../../schema/line/rows.ts';
import { clockTime, dayAndTime, kindName, longDay } from '../../web/hours.ts';
import { keptLines } from '../kept.ts';
import type { Say } from '../words/say.ts';
import { Kept } from './hall.tsx';

/** Dark and drifting slowly while no opening runs, so that nothing burns in. */
export function Night(props: { hall: HallRow; queues: QueueRow[]; nowMs: number; language: Language; t: Say }) {
  const { hall, queues, nowMs, language, t } = props;
  return (
    <main className="night" data-testid="night">
      <div className="night-drift">
        <time className="night-clock">{clockTime(nowMs)}</time>
        <p className="night-date">{longDay(nowMs, language)}</p>
        <h1>{inLanguage(hall.names, language)}</h1>
        <p>{t('closed')}</p>
        <Kept lines={keptLines(queues, nowMs, language, t)} />
        {hall.nextStartsAt && (
          <p className="night-next" data-testid="next-opening">
            <span>{t('next')}</span> {dayAndTime(hall.nextStartsAt, nowMs, language)}
            {hall.nextKind && hall.nextKind !== 'regular' && ` ${kindName(hall.nextKind, language)}`}
          </p>
        )}
        <p>
          {t('telephone')} {hall.telephone}
        </p>
        {hall.sample && <p>{t('sample')}</p>}
      </div>
    </main>
  );
}
