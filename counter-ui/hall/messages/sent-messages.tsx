/** What was sent to whom, when, and whether it arrived (C12, H8). */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import type { SentMessage } from '../../../schema/figures/sent-messages.ts';
import { MessagePhase } from '../../../schema/messages/message.ts';
import { useApp } from '../../app-context.ts';
import { Answer } from '../../parts/answer.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';

const PAGE = 50;
const ALL = 'all';

export function SentMessagesPage({ back }: { back: () => void }) {
  const { say, client } = useApp();
  const [phase, setPhase] = useState<MessagePhase | null>(null);
  /** Where each page after the first begins. */
  const [keys, setKeys] = useState<readonly number[]>([]);
  const below = keys.at(-1);
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
          setKeys([]);
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
              total={total}
              page={keys.length + 1}
              setPage={(to) => {
                // A page that is only kept on the screen does not know where the next one begins.
                if (to <= keys.length) setKeys(keys.slice(0, to - 1));
                else if (next !== null && !asked.isPlaceholderData) setKeys([...keys, next]);
              }}
            />
          )
        }
      </Answer>
    </Page>
  );
}

type TableProps = { messages: SentMessage[]; total: number; page: number; setPage: (page: number) => void };

function MessageTable({ messages, total, page, setPage }: TableProps) {
  const { say, language, openCase } = useApp();
  const when = (at: string) => `${dateText(dayOf(at), language)} ${clockTime(at)}`;
  return (
    <Table<SentMessage>
      size="small"
      rowKey="id"
      data-testid="messages-table"
      dataSource={messages}
      pagination={{
        // Each page begins where the one before ended.
        simple: { readOnly: true },
        current: page,
        pageSize: PAGE,
        total,
        onChange: setPage,
        showSizeChanger: false,
        hideOnSinglePage: page === 1,
      }}
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
