import { expect, test } from 'vitest';
import type { CaseId } from '../../schema/ids.ts';
import { openDb } from '../ledger/file/db.ts';
import { rebuild } from '../ledger/rebuild.ts';
import { storeOn } from '../ledger/store.ts';
import { notes } from '../messages/tables/notes.ts';
import { STREAMS } from '../subjects.ts';
import { papers } from './tables/papers.ts';

/** A ledger as a release wrote it before its events held what they hold today. */
function rebuilt(lines: { at: string; event: { type: string } & Record<string, unknown> }[]) {
  const store = storeOn(openDb(':memory:'), { seal: Buffer.alloc(32), index: Buffer.alloc(32) });
  for (const [i, { at, event }] of lines.entries()) store.ledger.append(at, 'case:k', i + 1, 'clerk:one', event);
  rebuild(store, STREAMS);
  return store;
}

const AT = '2026-11-23T17:10:00.000Z'; // 01:10 of the 24th in Shanghai
const opened = {
  at: '2026-11-20T02:00:00.000Z',
  event: { type: 'case-opened', matterId: 'A-1', ticketId: 't', counterId: 'c1', firstContact: 'one', handler: 'one' },
};
const accepted = {
  at: opened.at,
  event: { type: 'case-accepted', receiptNo: 'SL20261120-0001', acceptedOn: '2026-11-20', note: '' },
};
const parts = { handoverId: 'h', from: 'one', to: 'two' };
const offered = { at: AT, event: { type: 'handover-offered', ...parts, note: '请接办', lapsesAt: AT } };

test('[C3] [T2] a lapse without its day is filed under the hall’s date at that instant, not under UTC’s', () => {
  const { read } = rebuilt([opened, accepted, offered, { at: AT, event: { type: 'handover-lapsed', ...parts } }]);
  expect(read(notes).since('2026-11-23', '9999')).toEqual([]);
  expect(read(notes).since('2026-11-24', '9999')).toMatchObject([{ kind: 'handover-lapsed', caseId: 'k' }]);
});

test('[C7] [T2] a paper of an older ledger has the day that its number bears, and takes no number of a year', () => {
  const event = { type: 'notice-given', noticeNo: 'GZ20261123-0004', missing: [0, 2], note: '请带原件' };
  const { read } = rebuilt([opened, { at: AT, event }]);
  expect(read(papers).ofCase('k' as CaseId)).toMatchObject([
    { no: 'GZ20261123-0004', kind: 'notice', day: '2026-11-23', missing: [0, 2], note: '请带原件', content: null },
  ]);
  expect(read(papers).caseOf('GZ20261123-0004')).toBe('k');
  expect(read(papers).nextOrdinal('notice', 'GZ2026-', '2026')).toBe(1);
});
