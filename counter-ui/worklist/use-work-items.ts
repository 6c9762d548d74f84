/** The list for whoever sits before the screen; the same for the list and for its count in the top bar. */
import { useMemo } from 'react';
import { useApp } from '../app-context.ts';
import { useCaseNews } from '../cases/news/case-news.tsx';
import { dayOf } from '../words/hall-time.ts';
import { type WorkItem, workItems } from './work-items.ts';

export function useWorkItems(): WorkItem[] {
  const { board, me, catalogue } = useApp();
  const news = useCaseNews().data?.items.length ?? 0;
  const { rows } = board;
  const today = rows.hall[0]?.day ?? dayOf(board.at);
  return useMemo(
    () => workItems({ rows, me, today, matters: catalogue.matters, news }),
    [rows, me, today, catalogue.matters, news],
  );
}
