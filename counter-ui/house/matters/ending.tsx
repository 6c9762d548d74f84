import { Alert } from 'antd';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { daysUntil, ENTRUSTMENT_WARNED_DAYS } from '../../../schema/catalogue/standing.ts';
import { type Day, inLanguage } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { useApp } from '../../app-context.ts';
import { dateText } from '../../words/hall-time.ts';

const [WARNED_DAYS, NEAR_DAYS] = ENTRUSTMENT_WARNED_DAYS;

/** Entrustments that end soon, or ended lately, the nearest first. */
export function Ending({ matters, today }: { matters: readonly Matter[]; today: Day }) {
  const { say, language } = useApp();
  const ending = matters
    .flatMap((matter) => {
      const until = matter.standing?.entrustment?.until;
      return until && until <= addDays(today, WARNED_DAYS) && until >= addDays(today, -WARNED_DAYS)
        ? [{ matter, until, days: daysUntil(today, until) }]
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
