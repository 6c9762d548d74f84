/** What was sent to whom, when, and whether it arrived (C12, H8). */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Table, type TablePaginationConfig } from 'antd';
import { useState } from 'react';
import type { SentMessage } from '../../../schema/figures/sent-messages.ts';
import { MessagePhase } from '../../../schema/messages/message.ts';
import { useApp } from '../../app-context.ts';
import { usePages } from '../../hooks/lists/use-pages.ts';
import { Answer } from '../../parts/answer.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';

const PAGE = 50;
const ALL = 'all';

export function SentMessagesPage({ back }: { back: () => void }) {
  const { say, client } = useApp();
  const [phase, setPhase] = useState<MessagePhase | null>(null);
  const { after: below, page, toFirst, pager } = usePages<number>(PAGE);
  const input = { first: PAGE, ...(below ? { below } : {}), ...(phase ? { phase } : {}) };
  const asked = useQuery({
    queryKey: ['messages', input],
    queryFn: () => client.messages(input),
    placeholderData: keepPreviousData,
  });
  const counts = asked.data?.counts ?? {};
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Page
      title={say('sentMessages')}
      lead={say('sentMessagesLead')}
      actions={
        <Button onClick={back} data-testid="messages-back">
          {say('back')}
        </Button>
      }
    >
      <Segmented<MessagePhase | typeof ALL>
        data-testid="messages-phase"
        value={phase ?? ALL}
        onChange={(chosen) => {
          setPhase(chosen === ALL ? null : chosen);
          toFirst();
        }}
        options={[
          { value: ALL, label: `${say('sentAll')} ${all}` },
          ...MessagePhase.options.map((value) => ({
            value,
            label: `${say(`messagePhase.${value}`)} ${counts[value] ?? 0}`,
          })),
        ]}
      />
      <Answer asked={asked}>
        {({ messages, total, next }) =>
          messages.length === 0 ? (
            <Nothing sentence={say('sentNothing')} />
          ) : (
            <MessageTable
              messages={messages}
              pagination={{
                ...pager({ rows: messages.length, next, total, isKept: asked.isPlaceholderData }),
                hideOnSinglePage: page === 1,
              }}
            />
          )
        }
      </Answer>
    </Page>
  );
}

type TableProps = { messages: SentMessage[]; pagination: TablePaginationConfig };

function MessageTable({ messages, pagination }: TableProps) {
  const { say, language, openCase } = useApp();
  const when = (at: string) => `${dateText(dayOf(at), language)} ${clockTime(at)}`;
  return (
    <Table<SentMessage>
      size="small"
      rowKey="id"
      data-testid="messages-table"
      dataSource={messages}
      pagination={pagination}
      columns={[
        { title: say('sentMade'), width: 190, render: (_, { at }) => when(at) },
        { title: say('sentKind'), render: (_, { kind }) => say(`message.${kind}` as 'message.case-closed') },
        {
          title: say('sentTo'),
          render: (_, { toName, telephone, isStaff }) =>
            [toName || say('sentErased'), isStaff ? say('sentStaff') : telephone].filter(Boolean).join(' · '),
        },
        {
          title: say('sentAbout'),
          width: 190,
          render: (_, { about, caseId }) =>
            about && caseId ? (
              <Button type="link" size="small" data-testid="message-case" onClick={() => openCase(caseId)}>
                {about}
              </Button>
            ) : (
              '—'
            ),
        },
        {
          title: say('sentArrived'),
          width: 230,
          render: (_, { phase, sentAt }) => (
            <span className={phase === 'failed' ? 'red' : ''}>
              {say(`messagePhase.${phase}`)}
              {sentAt && ` ${when(sentAt)}`}
            </span>
          ),
        },
      ]}
    />
  );
}
