/** The list for whoever sits before the screen; the same for the list and for its count in the top bar. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApp } from '../app-context.ts';
import { useCaseNews } from '../cases/news/case-news.tsx';
import { dayOf } from '../words/hall-time.ts';
import { type WorkItem, workItems } from './work-items.ts';

/** Also a counter that is changed may leave somebody without one, in an older file. */
const UNCALLED_EVERY_MS = 60_000;

export function useWorkItems(): WorkItem[] {
  const { board, me, catalogue, client } = useApp();
  const absences = useQuery({
    queryKey: ['absences'],
    queryFn: () => client.absences.list({}),
    enabled: me.role === 'supervisor',
  }).data?.absences;
  const lost = useQuery({
    // Absences, positions and the plan: asked anew with each of them.
    queryKey: [
      'lost-cover',
      absences,
      catalogue.matters.map(({ letter, clerkA, clerkB }) => [letter, clerkA, clerkB]),
      board.rows.openings,
    ],
    queryFn: () => client.openings.lostCover({ absence: null }),
    enabled: me.role === 'supervisor',
  }).data;
  const uncalled = useQuery({
    queryKey: ['uncalled', catalogue.matters.map(({ counters }) => counters), board.rows.openings],
    queryFn: () => client.tickets.uncalled({}),
    enabled: me.role === 'supervisor',
    refetchInterval: UNCALLED_EVERY_MS,
  }).data;
  const news = useCaseNews().data?.items.length ?? 0;
  const { rows } = board;
  const today = rows.hall[0]?.today ?? dayOf(board.at);
  return useMemo(() => {
    const away = new Map((absences ?? []).flatMap(({ clerkId, isAway, name }) => (isAway ? [[clerkId, name]] : [])));
    return workItems({
      rows,
      me,
      today,
      matters: catalogue.matters,
      away,
      lost: lost ?? [],
      uncalled: uncalled ?? [],
      news,
    });
  }, [rows, me, today, catalogue.matters, absences, lost, uncalled, news]);
}
