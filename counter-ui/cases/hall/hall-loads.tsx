import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import type { HallList } from '../../../schema/cases/worklist/hall-list.ts';
import type { ClerkId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Answer } from '../../parts/answer.tsx';
import { dateText, dayOf } from '../../words/hall-time.ts';
import { type Load, loadsOf } from './choice.ts';

type Props = { carried: HallList['clerks']; chosen: ClerkId | null; choose: (id: ClerkId) => void };

/** Load per clerk: how much each has, what of it is late, and who is there to take more (C10, C11, C15). */
export function HallLoads({ carried, chosen, choose }: Props) {
  const { say, client, board, catalogue, language } = useApp();
  const clerks = useQuery({ queryKey: ['clerks'], queryFn: () => client.administration.clerks({}) });
  const absences = useQuery({ queryKey: ['absences'], queryFn: () => client.absences.list({}) });
  const presence = ({ counter, away }: Load) => {
    if (away)
      return away.until ? say('loadAwayUntil', { day: dateText(dayOf(away.until), language) }) : say('loadAway');
    return counter ? say('loadAtCounter', { label: counter }) : say('loadNowhere');
  };
  return (
    <Answer asked={clerks}>
      {(all) => (
        <Table<Load>
          className="loads"
          size="small"
          rowKey="id"
          data-testid="loads"
          pagination={false}
          scroll={{ y: 232 }}
          rowClassName={({ id }) => (id === chosen ? 'load-chosen' : '')}
          dataSource={loadsOf({
            ...{ carried, clerks: all, counters: board.rows.counters, absences: absences.data?.absences ?? [] },
            matters: catalogue.matters,
          })}
          columns={[
            {
              title: say('clerk'),
              render: (_, { id, name }) => (
                <Button type="link" size="small" data-testid="load-clerk" onClick={() => choose(id)}>
                  {name}
                </Button>
              ),
            },
            { title: say('loadPresence'), render: (_, one) => presence(one), width: 220 },
            { title: say('loadOpen'), dataIndex: 'open', width: 110 },
            {
              title: say('state.overdue'),
              width: 110,
              render: (_, { overdue }) => <b className={overdue > 0 ? 'red' : 'soft'}>{overdue}</b>,
            },
            {
              title: say('state.soon'),
              width: 130,
              render: (_, { soon }) => <span className={soon > 0 ? 'amber' : 'soft'}>{soon}</span>,
            },
            { title: say('loadOwed'), dataIndex: 'owed', width: 130 },
            { title: say('loadOffered'), dataIndex: 'offered', width: 130 },
            { title: say('loadPositions'), width: 150, render: (_, { a, b }) => `A ${a} · B ${b}` },
          ]}
        />
      )}
    </Answer>
  );
}
