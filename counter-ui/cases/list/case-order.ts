/** In which order cases are listed, and how urgent one is: the soonest clock is on top. */
import type { ListedCase, MyCase } from '../../../schema/cases/views.ts';
import type { Day } from '../../../schema/ids.ts';

export type Urgency = 'overdue' | 'soon' | 'calm' | 'none' | 'over';

/** C9, C10: overdue is red, the last two working days are amber. */
export function urgencyOf(one: Pick<MyCase, 'daysLeft'> & Owed): Urgency {
  if (isOver(one)) return 'over';
  if (one.daysLeft === null) return 'none';
  if (one.daysLeft < 0) return 'overdue';
  return one.daysLeft <= 2 ? 'soon' : 'calm';
}

/** By which its clock runs: its own, of what is decided that of telling it, of what is closed the soonest of what is still owed (C5, C6, C12). */
type ByDay = Owed & Pick<ListedCase, 'dueOn' | 'tellBy' | 'concludeBy'>;
export function clockDay(one: ByDay) {
  const { phase, dueOn, tellBy, concludeBy } = one;
  return concludeBy ?? tellBy ?? (phase === 'closed' ? owedBy(one) : null) ?? dueOn;
}

/** C5: at a counter it has no conclusion yet and goes with its ticket; what came without one may be somebody else's. */
export function mayBeOffered({
  offer,
  phase,
  concludeBy,
}: Pick<ListedCase, 'offer' | 'phase' | 'concludeBy'>): boolean {
  return offer === null && phase !== 'closed' && (phase !== 'open' || concludeBy !== null);
}

/** Closed, and nobody owes anything of it. */
export type Owed = Pick<ListedCase, 'phase' | 'lateTask' | 'correction' | 'ringTask' | 'inquiries'>;
export function isOver(one: Owed): boolean {
  return one.phase === 'closed' && !one.correction && owedBy(one) === undefined;
}

function owedBy({ lateTask, correction, ringTask, inquiries }: Owed): Day | undefined {
  const asked = inquiries.flatMap(({ answer, answerBy }) => (answer ? [] : [answerBy]));
  const days = [lateTask?.answerBy, correction?.reviewBy, ringTask?.answerBy, ...asked];
  return days.filter((day) => day != null).sort()[0];
}

/** Offers to me first, then the soonest clock; a case without a limit comes after those with one, the closed last. */
export function bySoonest(cases: MyCase[]): MyCase[] {
  const key = (one: MyCase): [number, Day, string] => [
    one.offer?.toMe ? 0 : isOver(one) ? 2 : 1,
    clockDay(one) ?? '9999-12-31',
    one.number,
  ];
  return [...cases].sort((a, b) => {
    const [ka, kb] = [key(a), key(b)];
    return ka[0] - kb[0] || ka[1].localeCompare(kb[1]) || ka[2].localeCompare(kb[2]);
  });
}

/** C6: what waits for a second person first, then the soonest clock. */
export function toConfirmFirst(cases: ListedCase[]): ListedCase[] {
  const key = (one: ListedCase) => `${one.proposal ? 0 : 1} ${clockDay(one) ?? '9999-12-31'} ${one.number}`;
  return [...cases].sort((a, b) => key(a).localeCompare(key(b)));
}
