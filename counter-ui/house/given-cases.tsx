/** Cases that one person gives to others: all of them to one, or each to another (C3, C15). */
import { Select, Table, type TableColumnType } from 'antd';
import { type CaseId, type ClerkId, inLanguage, type Names } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { DueDate } from '../cases/due-date.tsx';

type Receiver = { value: ClerkId; label: string };
/** `number` is what is written of it; `dueOn` the day by which its clock runs. */
type Given = {
  caseId: CaseId;
  number: string;
  matterNames: Names;
  dueOn: string | null;
  provisional: boolean;
};
type Props<C extends Given> = {
  lead: string;
  rows: readonly C[];
  receivers: Receiver[];
  /** Whose each is then. */
  to: ReadonlyMap<CaseId, ClerkId | null>;
  give: (ids: CaseId[], to: ClerkId | null) => void;
  /** Besides number, matter and day. */
  more?: TableColumnType<C>[];
  /** Of the column in which a receiver is chosen. */
  title: string;
  testId: string;
  /** Each has to have one; else some may stay where they are. */
  isForAll: boolean;
};

export function GivenCases<C extends Given>(props: Props<C>) {
  const { lead, rows, receivers, to, give, more = [], title, testId, isForAll } = props;
  const { say, language } = useApp();
  return (
    <>
      <div className="hand-over-lead">
        <p className="soft">{lead}</p>
        <Select<ClerkId>
          aria-label={say('allTo')}
          data-testid="all-to"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={say('allTo')}
          value={null}
          options={receivers}
          onChange={(receiver) =>
            give(
              rows.map(({ caseId }) => caseId),
              receiver,
            )
          }
        />
      </div>
      <Table<C>
        className="hand-over-table"
        size="small"
        rowKey="caseId"
        pagination={false}
        scroll={{ y: 300 }}
        dataSource={rows}
        columns={[
          { title: say('caseNumber'), dataIndex: 'number', width: 180 },
          { title: say('matter'), render: (_, { matterNames }) => inLanguage(matterNames, language) },
          {
            title: say('dueDay'),
            width: 140,
            render: (_, { dueOn, provisional }) => (dueOn ? <DueDate dueOn={dueOn} provisional={provisional} /> : '—'),
          },
          ...more,
          {
            title,
            width: 250,
            render: (_, { caseId, number }) => (
              <Select<ClerkId>
                allowClear={!isForAll}
                aria-label={`${title} ${number}`}
                data-testid={testId}
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={say('chooseClerk')}
                status={isForAll && !to.get(caseId) ? 'error' : ''}
                value={to.get(caseId) ?? null}
                options={receivers}
                onChange={(receiver) => give([caseId], receiver ?? null)}
                style={{ width: '100%' }}
              />
            ),
          },
        ]}
      />
    </>
  );
}
