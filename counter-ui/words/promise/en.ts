import type { promise as words } from './zh-hans.ts';

export const promise: typeof words = {
  checklistFollow: 'Accept; {count} may follow',
  followLead: 'These papers may follow. By which day does the resident promise them?',
  followBy: 'Promised by',
  followLater: 'May follow',
  promiseItems: 'Promised papers',
  promiseWaits: '{count} papers promised by {by}',
  promiseLate: 'Promised papers did not come in time; please reach the resident',
  matterTerms: 'Promised limit',
  matterTermsHelp: 'Days as the law counts them; empty: the law’s limit',
  matterFollows: 'Materials that may follow',
  matterTermsLead:
    'Limit and materials hold for cases that are accepted after the change; bases of pauses hold at once.',
  matterApplicantBasis: 'Basis for a pause while the applicant is waited for',
  matterPublicNoticeBasis: 'Basis for a pause during a public notice',
  matterBasisHelp: 'The article of a law or document; empty: the clock does not stand still for it',
  pauseNotNamed: 'this matter names no basis',
  pauseKindWhy: '{kind} ({why})',
  pauseNamedBasis: 'Basis (named by the matter)',
};
