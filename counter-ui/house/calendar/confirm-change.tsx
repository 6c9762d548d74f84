/** Which dates a change of the calendar moves, before it is saved (C17). */
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import type { CalendarChange, MovedDue } from '../../../schema/hall/calendar.ts';
import { useApp } from '../../app-context.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Answer } from '../../parts/answer.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { dateText } from '../../words/hall-time.ts';
import { YearDays } from './year-days.tsx';

export type Planned = { title: string; change: CalendarChange };
type Props = { planned: Planned; leave: () => void; done: () => Promise<void> };

export function ConfirmChange({ planned: { title, change }, leave, done }: Props) {
  const { say, client, tell } = useApp();
  const { send, busy, refused } = useFormWish();
  const asked = useQuery({
    queryKey: ['calendar-preview', change],
    queryFn: () => client.calendar.preview({ change }),
  });

  async function save() {
    const saved = await send((requestId) => client.calendar.change({ requestId, change }));
    if (!saved) return;
    const count = saved.moved.length;
    tell(count > 0 ? say('calendarSaved', { count }) : say('calendarSavedNone'));
    await done();
  }
  return (
    <ConfirmDialog
      title={title}
      width={680}
      leave={leave}
      confirm={() => void save()}
      doesWhat={say('save')}
      leaves="back"
      busy={busy}
      disabled={!asked.isSuccess}
      testId="save-calendar"
    >
      {'file' in change && (
        <>
          <p className="soft">{say('calendarSource', { source: change.file.source })}</p>
          <YearDays year={{ daysOff: change.file.days_off, makeUpWorkdays: change.file.make_up_workdays }} />
        </>
      )}
      {'hallDay' in change && change.hallDay.reason && <p>{change.hallDay.reason}</p>}
      <Answer asked={asked}>{(moved) => <Moved moved={moved} />}</Answer>
      {refused}
    </ConfirmDialog>
  );
}

function Moved({ moved }: { moved: MovedDue[] }) {
  const { say, language } = useApp();
  if (moved.length === 0) return <p data-testid="moved-none">{say('calendarMovesNone')}</p>;
  return (
    <>
      <p className="calendar-moves">{say('calendarMoves', { count: moved.length })}</p>
      <Table<MovedDue>
        size="small"
        rowKey={({ number, duty = 'due', from }) => `${number} ${duty} ${from}`}
        pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={moved}
        data-testid="moved"
        columns={[
          { title: say('calendarMovedNumber'), dataIndex: 'number' },
          { title: say('calendarMovedWhat'), render: (_, { duty }) => say(`late.${duty ?? ('due' as const)}`) },
          { title: say('calendarMovedFrom'), render: (_, { from }) => <s>{dateText(from, language)}</s> },
          { title: say('calendarMovedTo'), render: (_, { to }) => <b>{dateText(to, language)}</b> },
        ]}
      />
    </>
  );
}
