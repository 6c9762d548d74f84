import { Table } from 'antd';
import type { LeftOut, SeriesShown } from '../../../schema/hours/opening.ts';
import { dayText } from '../../../schema/time-text.ts';
import { useApp } from '../../app-context.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { clockTime, weekdayName } from '../../words/hall-time.ts';

export function SeriesList({ series }: { series: SeriesShown[] }) {
  const { say, language, board } = useApp();
  const labels = new Map(board.rows.counters.map((row) => [row.id, row.label]));
  const daysOf = (one: SeriesShown) =>
    typeof one.days === 'string'
      ? say(`days.${one.days}`)
      : one.days.map((day) => weekdayName(day, language)).join(say('listComma'));
  const leftOutText = ({ day, why, by }: LeftOut) =>
    say(`leftOut.${why}`, {
      day: dayText(day, language),
      kind: by ? say(`kind.${by.kind}`) : '',
      from: by ? clockTime(by.startsAt) : '',
      to: by ? clockTime(by.endsAt) : '',
    });
  return (
    <Table<SeriesShown>
      size="small"
      rowKey="id"
      pagination={false}
      locale={{ emptyText: <Nothing sentence={say('noSeries')} /> }}
      dataSource={series}
      expandable={{
        expandedRowKeys: series.filter(({ leftOut }) => leftOut.length > 0).map(({ id }) => id),
        showExpandColumn: false,
        expandedRowRender: ({ leftOut }) => (
          <ul className="left-out" data-testid="left-out">
            {leftOut.map((one) => (
              <li key={one.day}>{leftOutText(one)}</li>
            ))}
          </ul>
        ),
      }}
      columns={[
        { title: say('days'), render: (_, one) => <b>{daysOf(one)}</b> },
        { title: say('hours'), width: 130, render: (_, one) => `${one.from}–${one.to}` },
        {
          title: say('kind'),
          width: 110,
          render: (_, one) => <span className={`chip kind-${one.kind}`}>{say(`kind.${one.kind}`)}</span>,
        },
        {
          title: say('everyWeeks'),
          width: 110,
          render: (_, one) => (one.everyWeeks === 1 ? say('everyWeek') : say('everyNWeeks', { count: one.everyWeeks })),
        },
        {
          title: say('rangeOfDays'),
          width: 220,
          render: (_, one) => `${one.firstDay} – ${one.lastDay ?? say('forGood')}`,
        },
        { title: say('groups'), render: (_, one) => one.letters.join(' ') },
        {
          title: say('counters'),
          ellipsis: true,
          render: (_, one) => one.counterIds.map((id) => labels.get(id) ?? '?').join(say('listComma')),
        },
      ]}
    />
  );
}
