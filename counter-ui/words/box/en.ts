/** English: the one box. */
import type { box as words } from './zh-hans.ts';

export const box: typeof words = {
  box: 'Find',
  boxOpen: 'Find (/)',
  boxTyped: 'Ticket, receipt, telephone, name, document number or matter',
  boxHits: 'What was found',
  boxAsk: 'Look for: {what}',
  'boxAsk.ticket': 'ticket',
  'boxAsk.paper': 'receipt, notice or other paper',
  boxRecorded: '(recorded)',
  boxMatter: 'Matter',
  boxNothing: 'Nothing was found.',
  boxWrong:
    'Enter a ticket’s number (of another day with its date: A001 2026-11-20), a paper’s number, a whole telephone or its last four, a whole name or document number, or words or pinyin of a matter.',
  boxKeys: '↑ ↓ choose, Enter opens, Esc closes; from within a field Alt+/ opens the box',
};
