import { Checkbox } from 'antd';
import { useApp } from '../../app-context.ts';
import { weekdayName } from '../../words/hall-time.ts';

type Props = { value: number[]; onChange: (value: number[]) => void };

/** ISO weekdays, Monday is 1. */
export function WeekdayTicks({ value, onChange }: Props) {
  const { language } = useApp();
  return (
    <Checkbox.Group<number>
      value={value}
      onChange={(days) => onChange([...days].sort())}
      options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, label: weekdayName(day, language) }))}
    />
  );
}
