import { test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const turnedAway = (time: string, hour: number, matterId: string, why: 'closed' | 'last-ticket' | 'too-long'): Line => [
  at(time),
  'day:2026-11-23',
  { type: 'resident-turned-away', matterId, hour, why },
];
const ended = (time: string, day: string, carriedOver: number, expired: number): Line => [
  at(time),
  `day:${day}`,
  { type: 'day-ended', carriedOver, expired },
];
const lines = [
  turnedAway('00:30', 8, 'A-1', 'closed'),
  turnedAway('08:50', 16, 'B-1', 'last-ticket'),
  ended('09:00', '2026-11-23', 2, 1),
  ended('09:00', '2026-11-22', 0, 4),
  turnedAway('09:01', 17, 'A-1', 'too-long'),
  ended('09:30', '2026-11-23', 3, 0),
];

specify(['turned_away'], ({ gives }) => {
  test('[T10] each resident who was turned away is one row, with hour, matter and reason', () => {
    gives('turned_away', lines, [
      { seq: 1, day: '2026-11-23', hour: 8, matter_id: 'A-1', why: 'closed' },
      { seq: 2, day: '2026-11-23', hour: 16, matter_id: 'B-1', why: 'last-ticket' },
      { seq: 5, day: '2026-11-23', hour: 17, matter_id: 'A-1', why: 'too-long' },
    ]);
  });
});
