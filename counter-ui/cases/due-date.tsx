import { Tooltip } from 'antd';
import type { Day } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { dateText } from '../words/hall-time.ts';

/** A due date, and whether it may still move because a year has no official calendar yet (C9). */
export function DueDate({ dueOn, provisional }: { dueOn: Day; provisional: boolean }) {
  const { say, language } = useApp();
  return (
    <>
      {dateText(dueOn, language)}
      {provisional && (
        <Tooltip title={say('provisionalWhy')}>
          {' '}
          <span className="provisional" data-testid="provisional">
            {say('provisional')}
          </span>
        </Tooltip>
      )}
    </>
  );
}
