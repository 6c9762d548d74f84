import type { HallCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import { dateText, dayText } from '../../words/hall-time.ts';
import { withinText } from '../case-clock.ts';
import { DueDate, isProvisional, Provisional } from '../due-date.tsx';

/** C8, C9: its limit, and each run of days that counts or is left out, and why. */
export function CaseCount({ one }: { one: HallCase }) {
  const { say, language } = useApp();
  const { count, dueOn } = one;
  if (!count || !dueOn) return null;
  return (
    <section data-testid="case-count">
      <h2>{say('countTitle')}</h2>
      {one.deemed && one.acceptedOn && (
        <p className="offer" data-testid="deemed">
          {one.acceptance
            ? say('deemedWhyOwn', { within: withinText(say, one.acceptance), day: dateText(one.acceptedOn, language) })
            : say('deemedWhy', { day: dateText(one.acceptedOn, language) })}
        </p>
      )}
      <p>
        {say(count.limit.unit === 'working' ? 'countWorking' : 'countCalendar', { count: count.limit.days })}
        {count.extendedBy > 0 && say(`countExtended.${count.limit.unit}`, { count: count.extendedBy })} →{' '}
        <b>
          <DueDate dueOn={dueOn} provisional={one.provisional} />
        </b>
      </p>
      {one.legalDueOn && (
        <p className="soft">
          {say('legalDue', { day: dateText(one.legalDueOn, language) })}
          {isProvisional(one, one.legalDueOn) && <Provisional />}
        </p>
      )}
      <ol className="count-runs">
        {count.runs.map(({ from, to, days, why }) => (
          <li key={from} className={why ? 'soft' : ''}>
            <span>
              {from === to ? dayText(from, language) : `${dayText(from, language)} – ${dayText(to, language)}`}
            </span>
            <span>{why ? say(`count.${why}`) : say('countCounts', { count: days })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
