import { expect, it } from 'vitest';
import { CLOCK } from '../../../schema/who.ts';
import { openDb } from '../../ledger/file/db.ts';
import { storeOn } from '../../ledger/store.ts';
import { openHall, STREAMS } from '../../subjects.ts';

it('[A2] a command with more events than a call takes arguments is committed, and told as a whole', async () => {
  const store = storeOn(openDb(':memory:'), { seal: Buffer.alloc(32), index: Buffer.alloc(32) });
  const hall = openHall(store);
  const told: number[] = [];
  hall.onCommitted(({ entries }) => void told.push(entries.length));
  const events = Array.from({ length: 130_000 }, () => ({ type: 'day-ended' as const, carriedOver: 0, expired: 0 }));
  await hall.commit({ command: 'end-days', requestId: null, actor: CLOCK }, (tx) => {
    tx.begin(STREAMS.day, '2026-11-23', events);
    return {};
  });
  expect(told).toEqual([events.length]);
  expect(store.ledger.head()).toBe(events.length);
  store.close();
});
