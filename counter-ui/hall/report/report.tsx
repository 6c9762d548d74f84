/** A report over any period: figures, days, matters and clerks; saved, or printed (V4, H13). */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Overrides } from '../../../schema/figures/overrides.ts';
import type { Report } from '../../../schema/figures/report.ts';
import type { Day } from '../../../schema/ids.ts';
import { addDays, weekday } from '../../../schema/time.ts';
import { useApp } from '../../app-context.ts';
import { Answer } from '../../parts/answer.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { dayOf } from '../../words/hall-time.ts';
import type { Say, WordKey } from '../../words/speak.ts';
import { BarsChart } from '../bars.tsx';
import { csvOf, saveFile, type Table, workbookOf } from '../table-file.ts';
import {
  clerksTable,
  conclusionsTable,
  daysTable,
  factsTable,
  mattersTable,
  overridesTable,
  sheetsOf,
} from './report-table.ts';
import './report.css';

type Period = { from: Day; to: Day };

/** The periods that are asked for again and again. */
function presets(today: Day): [WordKey, Period][] {
  const month = `${today.slice(0, 7)}-01`;
  const before = addDays(month, -1);
  const monday = addDays(today, 1 - weekday(today));
  return [
    ['reportWeek', { from: addDays(today, -6), to: today }],
    ['reportLastWeek', { from: addDays(monday, -7), to: addDays(monday, -1) }],
    ['reportMonth', { from: month, to: today }],
    ['reportLastMonth', { from: `${before.slice(0, 7)}-01`, to: before }],
    ['reportYear', { from: `${today.slice(0, 4)}-01-01`, to: today }],
  ];
}

export function ReportPage({ back }: { back: () => void }) {
  const app = useApp();
  const { say, client, board } = app;
  const today = board.rows.hall[0]?.today ?? dayOf(board.at);
  const [period, setPeriod] = useState<Period>(() => presets(today)[0]![1]);
  const asked = useQuery({
    queryKey: ['report', period],
    queryFn: () => client.report(period),
    placeholderData: keepPreviousData,
  });
  const overrides = useQuery({
    queryKey: ['overrides', period],
    queryFn: () => client.overrides(period),
    // What is wrong with the period is said once.
    enabled: asked.isSuccess && !asked.isPlaceholderData,
    placeholderData: keepPreviousData,
  });
  const name = `${period.from}-${period.to}`;
  const { data } = asked;
  const day = (which: keyof Period, word: WordKey) => (
    <Input
      type="date"
      aria-label={say(word)}
      max={today}
      value={period[which]}
      data-testid={`report-${which}`}
      onChange={({ target }) => target.value && setPeriod({ ...period, [which]: target.value })}
    />
  );
  return (
    <Page
      title={say('report')}
      lead={say('reportLead')}
      actions={
        <>
          <Button onClick={back} data-testid="report-back">
            {say('back')}
          </Button>
          <Button disabled={!data} onClick={() => print()} data-testid="report-print">
            {say('reportPrint')}
          </Button>
          <Button
            disabled={!data}
            data-testid="report-xlsx"
            onClick={async () =>
              data && saveFile(`${name}.xlsx`, await workbookOf(sheetsOf(app, data, overrides.data)))
            }
          >
            {say('saveWorkbook')}
          </Button>
          <Button
            disabled={!data}
            data-testid="report-csv"
            onClick={() => data && saveFile(`${name}.csv`, csvOf(daysTable(say, data)))}
          >
            {say('saveCsv')}
          </Button>
        </>
      }
    >
      <div className="report-asked">
        {day('from', 'reportFrom')}
        <span>–</span>
        {day('to', 'reportTo')}
        {presets(today).map(([word, one]) => (
          <Button key={word} size="small" onClick={() => setPeriod(one)} data-testid={word}>
            {say(word)}
          </Button>
        ))}
      </div>
      <Answer asked={asked}>{(found) => <Sheets found={found} />}</Answer>
      <Answer asked={overrides}>{(found) => <AllowedSheet found={found} />}</Answer>
    </Page>
  );
}

function Sheets({ found }: { found: Report }) {
  const app = useApp();
  const { say } = app;
  const { days } = found;
  const facts = factsTable(say, found);
  if (days.length === 0 && found.matters.length === 0) return <Nothing sentence={say('reportNothing')} />;
  return (
    <div className="report">
      <div className="panel report-facts">
        <h2>
          {say('reportFigures')} <SaveTable table={facts} name="figures" period={found} />
        </h2>
        <div className="plain-rows" data-testid="report-facts">
          {facts.lines.map(([label, value]) => (
            <div key={label}>
              <span>{label}</span>
              <em>{value}</em>
            </div>
          ))}
        </div>
      </div>
      <div className="panel">
        <h2>{say('reportDays')}</h2>
        <BarsChart label={say('reportDays')} bars={barsOf(say, days)} />
      </div>
      <Sheet title={say('reportEachDay')} table={daysTable(say, found)} name="days" period={found} />
      <Sheet title={say('reportConclusions')} table={conclusionsTable(say, found)} name="conclusions" period={found} />
      <Sheet title={say('reportMatters')} table={mattersTable(app, found)} name="matters" period={found} />
      <Sheet title={say('reportClerks')} table={clerksTable(say, found)} name="clerks" period={found} />
    </div>
  );
}

/** More bars than that are told by the month. */
const BARS_MOST = 92;

function barsOf(say: Say, days: Report['days']) {
  const isByMonth = days.length > BARS_MOST;
  const bars = [...Map.groupBy(days, ({ day }) => (isByMonth ? day.slice(0, 7) : day.slice(5)))];
  const values = (of: (one: Report['days'][number]) => number) =>
    bars.map(([, some]) => some.reduce((sum, one) => sum + of(one), 0));
  const finished = values((one) => one.finished);
  const rest = values((one) => one.issued + one.carriedIn - one.finished);
  return {
    labels: bars.map(([label]) => label),
    series: [
      { name: say('sheetFinished'), values: finished, color: '#0b6e4f' },
      { name: say('reportOther'), values: rest, color: '#d9914a' },
    ],
  };
}

/** C7, C11: nobody uses such a right unseen. */
function AllowedSheet({ found }: { found: Overrides }) {
  const app = useApp();
  const { say } = app;
  const title = `${say('overrides')} ${found.overrides.length}`;
  if (found.overrides.length > 0)
    return <Sheet title={title} table={overridesTable(app, found)} name="overrides" period={found} ofWords />;
  return (
    <div className="panel report-sheet" data-testid="overrides-none">
      <h2>{say('overrides')}</h2>
      <Nothing sentence={say('overridesNone')} />
    </div>
  );
}

/** `ofWords`: its cells are read, not compared as figures are. */
type SheetProps = { title: string; table: Table; name: string; period: Period; ofWords?: boolean };

function Sheet({ title, table, name, period, ofWords = false }: SheetProps) {
  return (
    <div className={`panel report-sheet ${ofWords ? 'of-words' : ''}`} data-testid={`report-sheet-${name}`}>
      <h2>
        {title} <SaveTable table={table} name={name} period={period} />
      </h2>
      <table>
        <thead>
          <tr>
            {table.header.map((text) => (
              <th key={text}>{text}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.lines.map((line) => (
            <tr key={line.join()}>
              {line.map((value, at) => (
                <td key={table.header[at]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SaveTable({ table, name, period }: Pick<SheetProps, 'table' | 'name' | 'period'>) {
  const { say } = useApp();
  return (
    <Button
      size="small"
      type="link"
      data-testid={`report-csv-${name}`}
      onClick={() => saveFile(`${period.from}-${period.to}-${name}.csv`, csvOf(table))}
    >
      {say('saveCsv')}
    </Button>
  );
}
