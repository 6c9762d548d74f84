import { type ReactNode, useMemo } from 'react';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { useHeld } from '../../hooks/lists/use-held.ts';
import { Nothing } from '../../parts/nothing.tsx';

type Props<C extends ListedCase> = {
  cases: C[];
  inOrder: (cases: C[]) => C[];
  /** What is said where there is none. */
  empty: string;
  card: (one: C, gone: boolean) => ReactNode;
};

/** Cases as cards that keep their places while they are pointed at. */
export function CaseList<C extends ListedCase>({ cases, inOrder, empty, card }: Props<C>) {
  const live = useMemo(() => inOrder(cases).map((one) => ({ ...one, id: one.caseId })), [cases, inOrder]);
  const { rows, hold } = useHeld(live);
  if (rows.length === 0) return <Nothing sentence={empty} />;
  return (
    <div className="cases" {...hold}>
      {rows.map(({ row, gone }) => card(row, gone))}
    </div>
  );
}
