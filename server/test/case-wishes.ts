/** What is wished of a case in the tests of its life, by two clerks and a supervisor. */
import type { ClerkId, MatterId, TicketId } from '../../schema/ids.ts';
import type { CaseCommand } from '../cases/rules/case-command.ts';
import { HOUR } from './given.ts';

export const [ONE, TWO, BOSS] = ['one', 'two', 'boss'] as ClerkId[] as [ClerkId, ClerkId, ClerkId];
export const DAY = 24 * HOUR;
export const REASON = '申请人不在本社区居住，不符合第五条';
/** Of the matter in given.ts. */
export const ALL = ['A-1.1', 'A-1.2', 'A-1.3'];

export const take: CaseCommand = {
  type: 'open-case',
  matterId: 'A-1' as MatterId,
  origin: { kind: 'ticket', ticketId: 't' as TicketId, number: 'A001', day: '2026-11-23' },
  clerkId: ONE,
};
/** C1: the same without a ticket. */
export const takeLetter: CaseCommand = { ...take, origin: { kind: 'letter', number: '来信 12', day: '2026-11-23' } };
export const accept: CaseCommand = { type: 'conclude-case', by: ONE, conclusion: { kind: 'accepted', note: '' } };
export const notice = (...missing: string[]): CaseCommand => ({
  type: 'conclude-case',
  by: ONE,
  conclusion: { kind: 'notice', missing, note: '' },
});
export const receive = (items: string[], isExamined = true): CaseCommand => ({
  type: 'receive-materials',
  by: TWO,
  items,
  isExamined,
});
export const tell = (reached: boolean): CaseCommand => ({
  type: 'tell-resident',
  by: TWO,
  way: 'telephone',
  reached,
  remark: '',
});
export const grant: CaseCommand = { type: 'close-case', by: ONE, outcome: 'granted', note: '准予' };
export const inquire = { type: 'send-inquiry', text: '办到哪一步了？', to: null } satisfies CaseCommand;
export const watch: CaseCommand = { type: 'watch-case' };
export const pause = (days: number): CaseCommand => ({
  type: 'pause-case',
  by: ONE,
  kind: 'inspection',
  basis: '第四十五条',
  days,
});
export const extend = (days: number): CaseCommand => ({ type: 'extend-case', by: BOSS, days, reason: '案情复杂' });
