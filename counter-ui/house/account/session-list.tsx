import { Button, Table } from 'antd';
import type { SessionView } from '../../../schema/people/session.ts';
import { useApp } from '../../app-context.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';

type Props = { sessions: SessionView[]; end: (session: SessionView) => void };

/** Where somebody is signed in, the latest first; each can be ended but the one that asks. */
export function SessionList({ sessions, end }: Props) {
  const { say, language } = useApp();
  const at = (instant: string) => `${dateText(dayOf(instant), language)} ${clockTime(instant)}`;
  return (
    <Table<SessionView>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ y: 260 }}
      data-testid="sessions"
      locale={{ emptyText: <Nothing sentence={say('noSessions')} /> }}
      dataSource={sessions}
      columns={[
        {
          title: say('sessionBrowser'),
          render: (_, row) => (
            <>
              <b>{row.browser || say('unknownBrowser')}</b>{' '}
              {row.isThis && <span className="chip">{say('thisSession')}</span>}
              {row.locked && <span className="chip chip-late">{say('sessionLocked')}</span>}
            </>
          ),
        },
        { title: say('sessionPlace'), width: 130, render: (_, row) => say(`address.${row.address}`) },
        { title: say('sessionSince'), width: 150, render: (_, row) => at(row.since) },
        { title: say('sessionSeen'), width: 150, render: (_, row) => at(row.seenAt) },
        {
          title: '',
          width: 120,
          align: 'right',
          render: (_, row) =>
            !row.isThis && (
              <Button size="small" onClick={() => end(row)} data-testid="end-session">
                {say('endSession')}
              </Button>
            ),
        },
      ]}
    />
  );
}
