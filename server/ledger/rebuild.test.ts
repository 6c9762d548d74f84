import { expect, it } from 'vitest';
import { STREAMS } from '../subjects.ts';
import { openDb } from './file/db.ts';
import { bringUpToDate } from './rebuild.ts';
import { storeOn } from './store.ts';

const KEYS = { seal: Buffer.alloc(32), index: Buffer.alloc(32) };
const AT = '2026-11-23T01:00:00.000Z';

it('[A2] [S1] events of a later version than this program knows are refused in one sentence, before anything is read', () => {
  const store = storeOn(openDb(':memory:'), KEYS);
  const event = { type: 'counter-painted', colour: 'green' };
  store.ledger.append(AT, 'counter:c1@2026-11-23', 1, 'clerk:one', event, { v: STREAMS.counter.v + 1, request: null });
  expect(() => bringUpToDate(store, STREAMS, () => {})).toThrow(
    'has events of a newer Shouwen (counter); run that one',
  );
  expect(store.db.prepare('SELECT count(*) FROM counter_states').pluck().get()).toBe(0);
});

it('[A2] an event’s schema version and request id are in its hash', () => {
  const store = storeOn(openDb(':memory:'), KEYS);
  const event = { type: 'day-ended', carriedOver: 0, expired: 0 };
  store.ledger.append(AT, 'day:2026-11-23', 1, 'clock', event, { v: 1, request: 'wish-1' });
  store.ledger.append(AT, 'day:2026-11-23', 2, 'clock', event, { v: 1, request: null });
  expect(store.ledger.firstBreak()).toBeNull();
  store.db.exec('DROP TRIGGER ledger_no_update');
  for (const change of ["request = 'wish-2'", 'v = NULL, request = NULL', 'v = 2']) {
    store.db.exec('SAVEPOINT tamper');
    store.db.exec(`UPDATE ledger SET ${change} WHERE seq = 1`);
    expect(store.ledger.firstBreak(), change).toMatchObject({ seq: 1, why: 'its content does not fit its hash' });
    store.db.exec('ROLLBACK TO tamper; RELEASE tamper');
  }
});
