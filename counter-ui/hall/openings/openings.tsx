/** H1–H4: the openings as far as series are expanded, one-off openings, series, and cancelling with a reason. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { Opening, ShownOpening } from '../../../schema/hours/opening.ts';
import type { Language } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { useApp } from '../../app-context.ts';
import { Provisional } from '../../cases/due-date.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { clockTime, dayOf, dayText } from '../../words/hall-time.ts';
import { OpeningForm } from './opening-form.tsx';
import { SeriesForm } from './series-form.tsx';
import { SeriesList } from './series-list.tsx';

type Open = { kind: 'opening' } | { kind: 'series' } | { kind: 'cancel'; opening: Opening } | null;

export function Openings() {
  const { say, client, board, act, tell, hallNow, language } = useApp();
  const { expandDays } = board.rows.settings[0]!;
  const today = board.rows.hall[0]?.today ?? dayOf(hallNow());
  const openings = useQuery({
    queryKey: ['openings', today, expandDays],
    queryFn: () => client.openings.list({ fromDay: today, toDay: addDays(today, expandDays) }),
    placeholderData: keepPreviousData,
  });
  const series = useQuery({ queryKey: ['series'], queryFn: () => client.openings.listSeries({}) });
  const [open, setOpen] = useState<Open>(null);
  const leave = () => setOpen(null);
  const cancelled = open?.kind === 'cancel' ? open.opening.id : null;
  const touched = useQuery({
    queryKey: ['opening-touches', cancelled],
    queryFn: () => client.openings.touches({ openingId: cancelled! }),
    enabled: cancelled !== null,
    // People come and go while the question stands.
    refetchInterval: 5_000,
  });
  const changed = () => {
    leave();
    void openings.refetch();
    void series.refetch();
  };

  async function cancel(opening: Opening, reason: string) {
    const done = await act((requestId) => client.openings.cancel({ requestId, openingId: opening.id, reason }));
    if (done) {
      tell(say('openingCancelledTold'));
      void openings.refetch();
    }
  }

  return (
    <Page
      title={say('section.openings')}
      lead={say('openingsLead', { days: expandDays })}
      actions={
        <>
          <Button onClick={() => setOpen({ kind: 'series' })} data-testid="new-series">
            {say('newSeries')}
          </Button>
          <Button type="primary" onClick={() => setOpen({ kind: 'opening' })} data-testid="new-opening">
            {say('newOpening')}
          </Button>
        </>
      }
    >
      <Answer asked={openings}>
        {(list) => <OpeningTable openings={list} cancel={(opening) => setOpen({ kind: 'cancel', opening })} />}
      </Answer>
      <h2 className="below">{say('series')}</h2>
      <Answer asked={series}>{(list) => <SeriesList series={list} />}</Answer>
      {open?.kind === 'opening' && <OpeningForm today={today} leave={leave} done={changed} />}
      {open?.kind === 'series' && <SeriesForm today={today} leave={leave} done={changed} />}
      {open?.kind === 'cancel' && (touched.data || touched.failureCount > 0) && (
        <ReasonDialog
          about="cancel-opening"
          title={say('cancelOpeningTitle', openingFacts(open.opening, language))}
          lead={[touched.data && say('cancelOpeningTouches', touched.data), say('reason.cancel-opening')]
            .filter(Boolean)
            .join(' ')}
          leave={leave}
          give={(reason) => void cancel(open.opening, reason)}
        />
      )}
    </Page>
  );
}

function openingFacts(opening: Opening, language: Language) {
  return { day: dayText(opening.day, language), from: clockTime(opening.startsAt), to: clockTime(opening.endsAt) };
}

type TableProps = { openings: ShownOpening[]; cancel: (opening: Opening) => void };

function OpeningTable({ openings, cancel }: TableProps) {
  const { say, language, board } = useApp();
  const labels = new Map(board.rows.counters.map((row) => [row.id, row.label]));
  return (
    <Table<ShownOpening>
      size="small"
      rowKey="id"
      pagination={false}
      locale={{ emptyText: <Nothing sentence={say('noOpenings')} /> }}
      rowClassName={(row) => (row.phase === 'cancelled' || row.phase === 'ended' ? 'gone' : '')}
      dataSource={[...openings].sort((a, b) => a.startsAt.localeCompare(b.startsAt))}
      columns={[
        {
          title: say('day'),
          width: 180,
          render: (_, row) => (
            <>
              <b>{dayText(row.day, language)}</b>
              {row.provisional && <Provisional of="hours" />}
            </>
          ),
        },
        {
          title: say('hours'),
          width: 130,
          render: (_, row) => `${clockTime(row.startsAt)}–${clockTime(row.endsAt)}`,
        },
        {
          title: say('kind'),
          width: 110,
          render: (_, row) => <span className={`chip kind-${row.kind}`}>{say(`kind.${row.kind}`)}</span>,
        },
        { title: say('lastTicket'), width: 100, render: (_, row) => clockTime(row.lastTicketAt) },
        { title: say('groups'), render: (_, row) => row.letters.join(' ') },
        {
          title: say('counters'),
          ellipsis: true,
          render: (_, row) => row.counterIds.map((id) => labels.get(id) ?? '?').join(say('listComma')),
        },
        { title: say('bookable'), width: 90, render: (_, row) => `${Math.round(row.bookableShare * 100)} %` },
        {
          title: say('phase'),
          width: 100,
          render: (_, row) => <span className={`chip opening-${row.phase}`}>{say(`opening.${row.phase}`)}</span>,
        },
        {
          title: '',
          width: 100,
          render: (_, row) =>
            (row.phase === 'planned' || row.phase === 'running') && (
              <Button size="small" type="text" danger onClick={() => cancel(row)} data-testid="cancel-opening">
                {say('cancelOpening')}
              </Button>
            ),
        },
      ]}
    />
  );
}
