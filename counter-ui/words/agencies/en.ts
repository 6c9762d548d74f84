import type { agencies as words } from './zh-hans.ts';

export const agencies: typeof words = {
  objections: 'Where residents object to a refusal',
  'objections.authority': 'Authority of the review',
  'objections.court': 'Court',
  objectionsNowhere: 'Nothing is entered. Until then a refusal names both in the general words of the law.',
  objectionsLead:
    'Decisions given from now on name both places; those that were given stay as they are. Leave all of it blank to name none.',
  'field.objectTo': 'Authority of review and court',
  'section.agencies': 'Agencies',
  'reference.agency': 'Agency',
  'field.hours': 'Hours',
  'field.offered': 'To be taken in',
  agenciesLead: '“Not ours” searches here first; what a counter typed anew stands on top until it is taken in.',
  newAgency: 'New agency',
  editAgency: 'Edit agency',
  takeInAgency: 'Take in an agency',
  noAgencies: 'The directory is empty. Add agencies, so that counters need not type them each time.',
  agencyNotFound: 'No agency is found by that.',
  agencySearch: 'Name, alias, pinyin or address',
  agencyHours: 'Hours',
  agencyHoursHelp: 'As residents read it, such as: workdays 9:00–17:00',
  agencyOffered: 'Typed at a counter',
  takeIn: 'Take in',
  dismissAgency: 'Dismiss',
  agencyDismissed: 'Not taken in; it stays in the directory as not in use.',
  referralNo: 'Referral slip',
};
