/** What was allowed against a rule, of any period (C7, C11). */
import { type Override, OverrideKind, type Overrides } from '../../../schema/figures/overrides.ts';
import type { CaseId, Day } from '../../../schema/ids.ts';
import type { Refusal } from '../../../schema/refusal.ts';
import { addDays, instantOf } from '../../../schema/time.ts';
import type { Reader } from '../../ledger/reader.ts';
import { notes } from '../../messages/tables/notes.ts';
import { absences } from '../../people/tables/absences.ts';
import { said } from '../../people/views/said.ts';
import { clerkName } from '../../people/views/staff.ts';
import { periodFault } from './report.ts';

type Period = { from: Day; to: Day };

export function overrides(from: Reader, period: Period): Overrides | Refusal {
  const wrong = periodFault(period);
  if (wrong) return wrong;
  const all = [...noted(from, period), ...absent(from, period)];
  return { ...period, overrides: said(from, all).sort((a, b) => b.at.localeCompare(a.at)) };
}

function noted(from: Reader, { from: first, to: last }: Period): Override[] {
  const kinds = OverrideKind.options.filter((kind) => kind !== 'absence-entered');
  return kinds.flatMap((kind) =>
    from
      .read(notes)
      .between(kind, first, last)
      .map(({ at, byClerk, about, number, caseId, detail }) => ({
        ...{ at, kind, byName: clerkName(from, byClerk), caseId: caseId as CaseId | null, reason: detail ?? '' },
        about: about ?? number ?? '',
      })),
  );
}

function absent(from: Reader, { from: first, to: last }: Period): Override[] {
  const instant = (day: Day) => new Date(instantOf(day, '00:00', from.timeZone)).toISOString();
  return from
    .read(absences)
    .overridden(instant(first), instant(addDays(last, 1)))
    .map(({ at, by, clerkId, override }) => ({
      ...{ at, kind: 'absence-entered' as const, byName: clerkName(from, by), about: clerkName(from, clerkId) ?? '' },
      ...{ caseId: null, reason: override ?? '' },
    }));
}
