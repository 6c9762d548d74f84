/** Who changed what from what to what: one row for each field, newest first (S4). */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Select, Table } from 'antd';
import { useState } from 'react';
import { type Change, type FieldChange, ReferenceKind } from '../../../schema/hall/history.ts';
import { useApp } from '../../app-context.ts';
import { Answer } from '../../parts/answer.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';
import type { WordKey } from '../../words/speak.ts';
import { zhHans } from '../../words/zh-hans.ts';
import { fieldText, fieldValueText, type Known, whatText } from './history-words.ts';
import './history.css';

/** One field of a change, or the sentence that stands for all of it. `span` is 0 below the first row of its change. */
type Row = { key: string; entry: Change; span: number; change: FieldChange | null };

export function History() {
  const { say, client, language, board } = useApp();
  const [kind, setKind] = useState<ReferenceKind | null>(null);
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.read({}) });
  const asked = useInfiniteQuery({
    queryKey: ['history', kind],
    queryFn: ({ pageParam }) =>
      client.history({ ...(kind ? { kind } : {}), ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  });
  const clerks = useQuery({ queryKey: ['clerks'], queryFn: () => client.administration.clerks({}) });
  const known: Known = {
    ...{ say, language },
    settings: new Map(settings.data?.map((one) => [one.key, one])),
    labels: new Map<string, string>([
      ...board.rows.counters.map((row) => [row.id, row.label] as const),
      ...(clerks.data ?? []).map((one) => [one.id, one.name] as const),
    ]),
  };
  return (
    <Page
      title={say('section.history')}
      lead={say('historyLead')}
      actions={
        <Select<ReferenceKind | null>
          style={{ width: 220 }}
          aria-label={say('historyWhat')}
          data-testid="history-kind"
          value={kind}
          onChange={setKind}
          options={[
            { value: null, label: say('historyAll') },
            ...ReferenceKind.options.map((one) => ({ value: one, label: say(`reference.${one}`) })),
          ]}
        />
      }
    >
      <Answer asked={settings}>
        {() => (
          <Answer asked={asked}>
            {({ pages }) => (
              <>
                <ChangeTable entries={pages.flatMap((page) => page.entries)} known={known} />
                <p className="history-foot">
                  {asked.hasNextPage ? (
                    <Button
                      loading={asked.isFetchingNextPage}
                      onClick={() => void asked.fetchNextPage()}
                      data-testid="history-more"
                    >
                      {say('historyMore')}
                    </Button>
                  ) : (
                    <span className="soft">{say('historyEnd')}</span>
                  )}
                </p>
              </>
            )}
          </Answer>
        )}
      </Answer>
    </Page>
  );
}

function ChangeTable({ entries, known }: { entries: Change[]; known: Known }) {
  const { say, language } = known;
  const [shown, setShown] = useState<ReadonlySet<number>>(new Set());
  const turn = (seq: number) =>
    setShown((before) => new Set(before.has(seq) ? [...before].filter((one) => one !== seq) : [...before, seq]));
  const first = ({ span }: Row) => ({ rowSpan: span });
  const whole = ({ change }: Row) => ({ colSpan: change ? 1 : 3 });
  const none = ({ change }: Row) => ({ colSpan: change ? 1 : 0 });
  const value = (row: Row, side: 'from' | 'to') => {
    const textOf = (of: 'from' | 'to') => (row.change ? fieldValueText(known, row.change.field, row.change[of]) : '');
    // As many as before, and not the same.
    const isInside = side === 'to' && row.change && textOf('from') === textOf('to');
    const text = isInside ? say('value.inside', { text: textOf(side) }) : textOf(side);
    return (
      <span className="history-value" title={text}>
        {text}
      </span>
    );
  };
  return (
    <Table<Row>
      size="small"
      rowKey="key"
      pagination={false}
      className="history"
      locale={{ emptyText: <Nothing sentence={say('historyEmpty')} /> }}
      dataSource={entries.flatMap((entry) => rowsOf(entry, shown.has(entry.seq)))}
      columns={[
        {
          title: say('historyWhen'),
          width: 180,
          onCell: first,
          render: (_, { entry }) => (
            <>
              {dateText(dayOf(entry.at), language)} <b>{clockTime(entry.at)}</b>
            </>
          ),
        },
        {
          title: say('historyWho'),
          width: 120,
          onCell: first,
          render: (_, { entry: { author } }) => author.name ?? say(`author.${author.kind}`),
        },
        {
          title: say('historyWhat'),
          width: 250,
          onCell: first,
          render: (_, { entry }) => (
            <>
              <span className="chip">{say(`reference.${entry.what.kind}`)}</span> {whatText(known, entry.what)}
            </>
          ),
        },
        {
          title: say('historyField'),
          width: 210,
          onCell: whole,
          render: (_, { change, entry }) =>
            change ? (
              fieldText(known, change.field)
            ) : (
              <>
                <span className="soft">{sentenceOf(known, entry)}</span>
                {entry.changes.length > 0 && (
                  <Button size="small" type="link" onClick={() => turn(entry.seq)}>
                    {say(shown.has(entry.seq) ? 'historyHide' : 'historyShow')}
                  </Button>
                )}
              </>
            ),
        },
        { title: say('historyFrom'), onCell: none, render: (_, row) => value(row, 'from') },
        { title: say('historyTo'), onCell: none, render: (_, row) => <b>{value(row, 'to')}</b> },
      ]}
    />
  );
}

/** What begins is one sentence until its fields are asked for; so is what changes no field. */
function rowsOf(entry: Change, isShown: boolean): Row[] {
  const said = entry.isFirst || entry.changes.length === 0 ? [null] : [];
  const fields = entry.isFirst && !isShown ? [] : entry.changes;
  const all = [...said, ...fields];
  return all.map((change, at) => ({
    ...{ key: `${entry.seq}-${change?.field ?? ''}`, entry, change },
    span: at === 0 ? all.length : 0,
  }));
}

function sentenceOf({ say }: Known, { event, isFirst, changes }: Change): string {
  if (isFirst) return say('historyFirst', { count: changes.length });
  const own = `event.${event}`;
  return own in zhHans ? say(own as WordKey) : say('historySame');
}
