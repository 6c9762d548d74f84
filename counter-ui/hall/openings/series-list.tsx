import { Table } from 'antd';
import type { Series } from '../../../schema/hours/opening.ts';
import { useApp } from '../../app-context.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { weekdayName } from '../../words/hall-time.ts';

export function SeriesList({ series }: { series: Series[] }) {
  const { say, language, board } = useApp();
  const labels = new Map(board.rows.counters.map((row) => [row.id, row.label]));
  const daysOf = (one: Series) =>
    typeof one.days === 'string'
      ? say(`days.${one.days}`)
      : one.days.map((day) => weekdayName(day, language)).join(say('listComma'));
  return (
    <Table<Series>
      size="small"
      rowKey="id"
      pagination={false}
      locale={{ emptyText: <Nothing sentence={say('noSeries')} /> }}
      dataSource={series}
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
