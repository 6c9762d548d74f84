/** On what a matter stands as cells of a table (L2): said whole, or not at all. */
import type { Standing } from '../../../../schema/catalogue/standing.ts';
import { LANGUAGES } from '../../../../schema/ids.ts';
import { type Say, speak } from '../../../words/speak.ts';

export const STANDING = [
  ...(['standing', 'approvalNo', 'approvalOn', 'entrustmentLetterNo', 'entrustmentDepartment'] as const),
  ...(['entrustmentFrom', 'entrustmentUntil', 'entrustmentFunding'] as const),
] as const;

export function standingCells(say: Say, standing: Standing | null): Record<(typeof STANDING)[number], string> {
  const { approval = null, entrustment = null } = standing ?? {};
  return {
    standing: standing ? say(approval ? 'standingApproved' : 'standingPublished') : '',
    approvalNo: approval?.no ?? '',
    approvalOn: approval?.on ?? '',
    entrustmentLetterNo: entrustment?.letterNo ?? '',
    entrustmentDepartment: entrustment?.department ?? '',
    entrustmentFrom: entrustment?.from ?? '',
    entrustmentUntil: entrustment?.until ?? '',
    entrustmentFunding: entrustment?.funding ?? '',
  };
}

/** L2: cells that are all empty say nothing; an approval in the catalogue, or neither, is a fault of the first one. */
export function standingOf(of: (column: (typeof STANDING)[number]) => string): unknown {
  const [word, no, on] = [of('standing'), of('approvalNo'), dateOf(of('approvalOn'))];
  const entrusted = {
    ...{ letterNo: of('entrustmentLetterNo'), department: of('entrustmentDepartment') },
    ...{ from: dateOf(of('entrustmentFrom')), until: dateOf(of('entrustmentUntil')) },
    funding: of('entrustmentFunding'),
  };
  const isSaid = Object.values(entrusted).some((cell) => cell !== '');
  if (word === '' && no === '' && on === '' && !isSaid) return null;
  const is = (key: 'standingPublished' | 'standingApproved') => LANGUAGES.some((one) => speak(one)(key) === word);
  const isApproved = is('standingApproved') || (word === '' && (no !== '' || on !== ''));
  const isPublished = is('standingPublished') && no === '' && on === '';
  return {
    approval: isPublished ? null : isApproved ? { no, on } : word,
    entrustment: isSaid ? entrusted : null,
  };
}

/** As spreadsheets write a date, too: 2026/1/5. */
function dateOf(cell: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
}
