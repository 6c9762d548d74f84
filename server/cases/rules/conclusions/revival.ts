/** C7: until when what silence closes is taken up again, by the days that its notice told. */
import type { Case, Notice } from '../../../../schema/cases/case.ts';
import type { PaperContent } from '../../../../schema/cases/paper.ts';
import type { Day } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';
import type { CaseContext } from '../case-command.ts';

type Revival = NonNullable<PaperContent['revival']>;
type Told = Pick<Case, 'silentSince'> & { notice?: Pick<Notice, 'answerBy' | 'revivalDays'> };
type Days = Pick<CaseContext['settings'], 'revivalDays'>;

/** The day after the last one to answer is the first on which it is closed. */
export function revivalAfter(answerBy: Day, days: number): Revival {
  return { days, until: addDays(answerBy, 1 + days) };
}

/** Null: nothing has a day to be answered by. A notice of older ledgers told no days: today's setting. */
export function revivalOf({ silentSince, notice }: Told, { revivalDays }: Days): Revival | null {
  const answerBy = silentSince ? addDays(silentSince, -1) : notice?.answerBy;
  return answerBy ? revivalAfter(answerBy, notice?.revivalDays ?? revivalDays) : null;
}

/** Closed in silence, and its days of taking it up again are not over. */
export function isRevivable(found: Told, today: Day, settings: Days): boolean {
  const until = found.silentSince && revivalOf(found, settings)?.until;
  return until !== undefined && today <= until;
}
