import { test } from 'vitest';
import { at, type Line, type Row, specify } from '../../test/given-ledger.ts';

const ofPerson = (time: string, event: Line[2], person = 'p1') => [at(time), `person:${person}`, event] as Line;
// Older ledgers have one stream a person, others one a person and date.
const TODAY = 'p1@2026-11-23';
const row = (seq: number, time: string, act: string, more: Row): Row => ({
  seq,
  person_id: 'p1',
  at: at(time),
  act,
  clerk_id: 'one',
  detail: '',
  reason: '',
  case_id: null,
  ...more,
});

specify(['person_acts'], ({ gives }) => {
  test('[S4] each act on a person is a row with its author, its case and its reason, and other people’s are others', () => {
    gives(
      'person_acts',
      [
        ofPerson('01:00', { type: 'person-entered', by: 'one', caseId: 'k', part: 'applicant' }),
        ofPerson('01:00', { type: 'privacy-notice-shown', by: 'one', version: '2026-11' }),
        ofPerson('01:01', { type: 'person-looked-up', by: 'one', key: 'telephone' }),
        ofPerson('01:02', { type: 'person-revealed', by: 'one', field: 'name', caseId: 'k', reason: '' }),
        ofPerson('01:03', { type: 'person-revealed', by: 'two', field: 'document', reason: '~ref' }, TODAY),
        ofPerson('01:04', { type: 'telephone-changed', by: 'one', checked: 'resident-id' }, TODAY),
        ofPerson('01:05', { type: 'person-exported', by: 'one' }, TODAY),
        ofPerson('01:06', { type: 'person-erased', by: 'one', reason: '~why' }, TODAY),
        ofPerson('01:07', { type: 'person-erased', reason: '' }, 'p2'),
        ofPerson('01:08', { type: 'telephone-checked', by: 'two' }, 'p3@2026-11-23'),
      ],
      [
        row(1, '01:00', 'person-entered', { detail: 'applicant', case_id: 'k' }),
        row(2, '01:00', 'privacy-notice-shown', { detail: '2026-11' }),
        row(3, '01:01', 'person-looked-up', { detail: 'telephone' }),
        row(4, '01:02', 'person-revealed', { detail: 'name', case_id: 'k' }),
        row(5, '01:03', 'person-revealed', { detail: 'document', clerk_id: 'two', reason: '~ref' }),
        row(6, '01:04', 'telephone-changed', { detail: 'resident-id' }),
        row(7, '01:05', 'person-exported', {}),
        row(8, '01:06', 'person-erased', { reason: '~why' }),
        row(9, '01:07', 'person-erased', { person_id: 'p2', clerk_id: null }),
        row(10, '01:08', 'telephone-checked', { person_id: 'p3', clerk_id: 'two' }),
      ],
    );
  });
});
