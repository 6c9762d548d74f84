import { Alert } from 'antd';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { type Day, inLanguage } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { useApp } from '../../app-context.ts';
import { dateText } from '../../words/hall-time.ts';

/** L2: administrators are warned so many days before, and again when it is near. */
const WARNED_DAYS = 30;
const NEAR_DAYS = 7;
const DAY_MS = 86_400_000;

/** Entrustments that end soon, or ended lately, the nearest first. */
export function Ending({ matters, today }: { matters: readonly Matter[]; today: Day }) {
  const { say, language } = useApp();
  const ending = matters
    .flatMap((matter) => {
      const until = matter.standing?.entrustment?.until;
      return until && until <= addDays(today, WARNED_DAYS) && until >= addDays(today, -WARNED_DAYS)
        ? [{ matter, until, days: Math.round((Date.parse(until) - Date.parse(today)) / DAY_MS) }]
        : [];
    })
    .sort((a, b) => a.days - b.days);
  return ending.map(({ matter, until, days }) => (
    <Alert
      key={matter.id}
      showIcon
      className="calendar-wrong"
      data-testid={`ending-${matter.id}`}
      type={days <= NEAR_DAYS ? 'error' : 'warning'}
      title={say(days < 0 ? 'entrustmentEnded' : 'entrustmentEnds', {
        ...{ name: inLanguage(matter.names, language), day: dateText(until, language), days },
      })}
    />
  ));
}
