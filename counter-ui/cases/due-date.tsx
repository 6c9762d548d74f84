import { Tooltip } from 'antd';
import type { ListedCase } from '../../schema/cases/views.ts';
import type { Day, Language } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { dateText } from '../words/hall-time.ts';
import type { Say } from '../words/speak.ts';

/** A due date, and whether it may still move because a year has no official calendar yet (C9). */
export function DueDate({ dueOn, provisional }: { dueOn: Day; provisional: boolean }) {
  const { language } = useApp();
  return (
    <>
      {dateText(dueOn, language)}
      {provisional && <Provisional />}
    </>
  );
}

/** Behind a date that may still move; `of` says of what it is. */
export function Provisional({ of = 'due' }: { of?: 'due' | 'hours' }) {
  const { say } = useApp();
  return (
    <Tooltip title={say(of === 'due' ? 'provisionalWhy' : 'hoursProvisionalWhy')}>
      {' '}
      <span className="provisional" data-testid="provisional">
        {say('provisional')}
      </span>
    </Tooltip>
  );
}

type Days = Pick<ListedCase, 'mayMove' | 'ownMayMove' | 'phase' | 'dueOn' | 'provisional'>;

/** A day that somebody was told besides the due day, and whether it may still move (C9, C17). */
export function toldDate(say: Say, language: Language, { mayMove }: Pick<Days, 'mayMove'>, day: Day): string {
  const text = dateText(day, language);
  return mayMove.includes(day) ? say('dateProvisional', { date: text }) : text;
}

/** Of the day by which its clock runs, which may be the staff's own of what is closed. */
export function isProvisional({ mayMove, ownMayMove, phase, dueOn, provisional }: Days, day: Day): boolean {
  const isOwn = phase === 'closed' && ownMayMove.includes(day);
  return mayMove.includes(day) || isOwn || (day === dueOn && provisional);
}
