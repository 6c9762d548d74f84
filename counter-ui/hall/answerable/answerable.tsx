/** Who was answerable for which case: at an instant, on a day, of a case or of a clerk (C2, S4). */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Table } from 'antd';
import { useState } from 'react';
import type { Answerable, AnswerableAsked, AnswerableRow } from '../../../schema/figures/answerable.ts';
import { type ClerkId, type Day, inLanguage } from '../../../schema/ids.ts';
import { CHINA_ZONE, instantOf } from '../../../schema/time.ts';
import { errorSentence } from '../../../web/client.ts';
import { useApp } from '../../app-context.ts';
import { Answer } from '../../parts/answer.tsx';
import { KeyCap } from '../../parts/key-cap.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { dayOf } from '../../words/hall-time.ts';
import { csvOf, saveFile, type Table as TableOfFile, workbookOf } from '../table-file.ts';
import { answerableTable, howText, timeOf } from './answerable-table.ts';

type Wanted = { day: Day | ''; lastDay: Day | ''; time: string; clerkId: ClerkId | null; number: string };

/** A case or a clerk alone is asked for ever, days as a whole; without any of them it is now. */
function askedOf({ day, lastDay, time, clerkId, number }: Wanted): Omit<AnswerableAsked, 'after'> {
  const instant = day && time ? new Date(instantOf(day, time, CHINA_ZONE)).toISOString() : null;
  return {
    ...(instant ? { at: instant } : day ? { day, ...(lastDay > day ? { lastDay } : {}) } : {}),
    ...(clerkId ? { clerkId } : {}),
    ...(number.trim() ? { number: number.trim() } : {}),
  };
}

export function AnswerablePage({ back }: { back: () => void }) {
  const app = useApp();
  const { say, client, board, tell, language } = app;
  const [wanted, setWanted] = useState<Wanted>({ day: '', lastDay: '', time: '', clerkId: null, number: '' });
  const [number, setNumber] = useState('');
  const put = (part: Partial<Wanted>) => setWanted((before) => ({ ...before, ...part }));
  const input = askedOf(wanted);
  const asked = useQuery({
    queryKey: ['answerable', input],
    queryFn: () => client.answerable(input),
    placeholderData: keepPreviousData,
  });
  const clerks = useQuery({ queryKey: ['clerks'], queryFn: () => client.administration.clerks({}) });
  const whose = clerks.data?.find(({ id }) => id === wanted.clerkId)?.name;
  const name = ['answerable', whose, wanted.day, wanted.lastDay, wanted.time.replace(':', ''), wanted.number]
    .filter(Boolean)
    .join('-');
  const [isReading, setReading] = useState(false);

  /** All of it, however many pages; a page that cannot be read leaves no file that would lack something. */
  async function table(): Promise<TableOfFile | null> {
    setReading(true);
    try {
      const rows = [...(asked.data?.rows ?? [])];
      for (let next = asked.data?.next ?? null; next !== null; ) {
        const page: Answerable = await client.answerable({ ...input, after: next });
        rows.push(...page.rows);
        next = page.next;
      }
      return answerableTable(app, rows);
    } catch (fault) {
      tell(errorSentence(fault, language));
      return null;
    } finally {
      setReading(false);
    }
  }
  return (
    <Page
      title={say('answerable')}
      lead={say('answerableLead')}
      actions={
        <>
          <Button onClick={back} data-testid="answerable-back">
            {say('back')}
          </Button>
          <Button
            disabled={!asked.data?.rows.length}
            data-testid="answerable-xlsx"
            loading={isReading}
            onClick={async () => {
              const all = await table();
              if (all) saveFile(`${name}.xlsx`, await workbookOf({ [say('answerable')]: all }));
            }}
          >
            {say('saveWorkbook')}
          </Button>
          <Button
            disabled={!asked.data?.rows.length}
            data-testid="answerable-csv"
            loading={isReading}
            onClick={async () => {
              const all = await table();
              if (all) saveFile(`${name}.csv`, csvOf(all));
            }}
          >
            {say('saveCsv')}
          </Button>
        </>
      }
    >
      <form
        className="answerable-asked"
        onSubmit={(event) => {
          event.preventDefault();
          put({ number });
        }}
      >
        <Input
          type="date"
          aria-label={say('answerableDay')}
          max={dayOf(board.at)}
          value={wanted.day}
          data-testid="answerable-day"
          onChange={({ target }) => put({ day: target.value, ...(target.value ? {} : { lastDay: '', time: '' }) })}
        />
        <Input
          type="date"
          aria-label={say('answerableLastDay')}
          disabled={!wanted.day || wanted.time !== ''}
          min={wanted.day}
          max={dayOf(board.at)}
          value={wanted.lastDay}
          data-testid="answerable-last-day"
          onChange={({ target }) => put({ lastDay: target.value })}
        />
        <Input
          type="time"
          aria-label={say('answerableTime')}
          disabled={!wanted.day || wanted.lastDay !== ''}
          value={wanted.time}
          data-testid="answerable-time"
          onChange={({ target }) => put({ time: target.value })}
        />
        <Select<ClerkId | null>
          showSearch
          optionFilterProp="label"
          aria-label={say('answerableWho')}
          data-testid="answerable-clerk"
          value={wanted.clerkId}
          onChange={(clerkId) => put({ clerkId })}
          options={[
            { value: null, label: say('answerableAnybody') },
            ...(clerks.data ?? []).map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
        <Input
          allowClear
          aria-label={say('answerableCase')}
          placeholder={say('answerableNumber')}
          value={number}
          data-testid="answerable-number"
          onChange={({ target }) => {
            setNumber(target.value);
            if (!target.value) put({ number: '' });
          }}
        />
        <Button htmlType="submit" data-testid="answerable-ask">
          <span>{say('answerableAsk')}</span>
          <KeyCap>{say('keyEnter')}</KeyCap>
        </Button>
      </form>
      <p className="soft" data-testid="answerable-means">
        {say(meaningOf(wanted))}
      </p>
      <Answer asked={asked}>
        {({ rows, next }) => (
          <>
            {next !== null && <p className="chip chip-late">{say('answerableCut', { count: rows.length })}</p>}
            <Rows rows={rows} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function meaningOf({ day, lastDay, time, number, clerkId }: Wanted) {
  if (day && time) return 'answerableAtInstant';
  if (day) return lastDay > day ? 'answerableInPeriod' : 'answerableOnDay';
  if (number.trim()) return 'answerableEver';
  return clerkId ? 'answerableOfClerk' : 'answerableNow';
}

function Rows({ rows }: { rows: AnswerableRow[] }) {
  const { say, language, openCase } = useApp();
  return (
    <Table<AnswerableRow>
      size="small"
      rowKey={(row) => `${row.caseId} ${row.from}`}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <Nothing sentence={say('answerableNobody')} /> }}
      dataSource={rows}
      columns={[
        {
          title: say('answerableCase'),
          width: 190,
          render: (_, row) => (
            <Button type="link" size="small" onClick={() => openCase(row.caseId)} data-testid="answerable-case">
              {row.number}
            </Button>
          ),
        },
        { title: say('matters'), render: (_, row) => inLanguage(row.matterNames, language) },
        {
          title: say('answerableWho'),
          width: 190,
          render: (_, row) => (
            <>
              <b>{row.clerkName}</b>
              {row.isAway && (
                <span className="soft">
                  {' '}
                  {row.deputyName ? say('answerableStandIn', { name: row.deputyName }) : say('answerableAway')}
                </span>
              )}
            </>
          ),
        },
        { title: say('answerableFrom'), width: 150, render: (_, row) => timeOf(row.from) },
        {
          title: say('answerableUntil'),
          width: 150,
          render: (_, row) => (row.until ? timeOf(row.until) : <span className="soft">{say('answerableStill')}</span>),
        },
        { title: say('answerableHow'), width: 150, render: (_, row) => howText(say, row.how) },
        { title: say('answerableFirst'), width: 110, render: (_, row) => row.firstContactName },
      ]}
    />
  );
}
