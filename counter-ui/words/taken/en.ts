import type { taken as words } from './zh-hans.ts';

export const taken: typeof words = {
  'origin.ticket': 'Ticket',
  'origin.telephone': 'Telephone',
  'origin.web': 'Web',
  'origin.letter': 'Letter',
  'origin.e-mail': 'E-mail',
  'origin.grid': 'Community worker',
  'origin.visit': 'Home visit',
  'origin.import': 'Former system',
  'origin.linked': 'Goes on from another case',
  takeCase: 'Take in',
  takeCaseTitle: 'Take in what came without a ticket',
  takeCaseLead:
    'A matter by telephone, web or letter: you are its first contact. Within {within} of its receipt it is accepted, answered, or told what is missing; after them it counts as accepted.',
  takenBy: 'How it came',
  takenNumber: 'Sender’s number',
  takenNumberHelp:
    'Under which the sender keeps it, as a letter’s or a web request’s number; empty where there is none.',
  receivedOn: 'Received on',
  receivedOnHelp: 'The day on which it reached the hall: the limit runs from it.',
  takenDone: 'Taken in: you are its first contact',
  concludeBy: 'A conclusion by {by}; after it, it counts as accepted',
  concludeTaken: 'Conclusion',
  takenUndone: 'Undone: give it another conclusion',
  takenConcluded: 'Concluded',
};
