import type { linked as words } from './zh-hans.ts';

export const linked: typeof words = {
  'act.linked': 'Open a linked case',
  linkedLead:
    'An objection, or not solved: another case is accepted at once, with the same first contact and its own limit; this one stays as it is.',
  linkedReason: 'What the resident says',
  linkedCases: 'Linked cases',
  'linked.from': 'Goes on from',
  'linked.to': 'Goes on in',
};
