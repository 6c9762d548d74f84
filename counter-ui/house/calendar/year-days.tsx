import type { CalendarYear } from '../../../schema/hall/calendar.ts';
import { useApp } from '../../app-context.ts';
import { monthName } from '../../words/hall-time.ts';
import { monthsOf } from './month-list.ts';

/** Days off and make-up workdays of a year, month by month. */
export function YearDays({ year }: { year: Pick<CalendarYear, 'daysOff' | 'makeUpWorkdays'> }) {
  const { say, language } = useApp();
  const days = (spans: string[]) => spans.join(say('listComma'));
  return (
    <>
      <p>{say('calendarPreviewCount', { off: year.daysOff.length, worked: year.makeUpWorkdays.length })}</p>
      <table className="calendar-months" data-testid="calendar-months">
        <thead>
          <tr>
            <th>{say('calendarMonth')}</th>
            <th>{say('calendarOff')}</th>
            <th>{say('calendarWorked')}</th>
          </tr>
        </thead>
        <tbody>
          {monthsOf(year).map(({ month, off, worked }) => (
            <tr key={month}>
              <th scope="row">{monthName(month, language)}</th>
              <td>{days(off)}</td>
              <td>{days(worked)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
