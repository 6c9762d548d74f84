import { expect, test } from 'vitest';
import { at, type Line, specify } from '../../test/given-ledger.ts';

type Event = Extract<Line, readonly [string, `appointment:${string}`, ...unknown[]]>[2];
const line = (time: string, event: Event, id = 'a1'): Line => [at(time), `appointment:${id}`, event];
const held = (id = 'a1', capacity = 2): Line =>
  line(
    '01:00',
    {
      type: 'slot-held',
      slotId: 's1',
      matterId: 'A-1',
      day: '2026-11-24',
      startsAt: '2026-11-24T02:00:00.000Z',
      until: '2026-11-23T01:10:00.000Z',
      capacity,
      channel: 'phone',
    },
    id,
  );
const told = { cancelUntil: at('2026-11-24T00:00'), lateUntil: at('2026-11-24T02:15') };
const confirmed = line('01:05', {
  ...{ type: 'appointment-confirmed', personId: 'p1', code: '4711', language: 'zh-Hant', proved: true },
  told,
});
const lapsed = line('01:10', { type: 'hold-lapsed' });
const cancelled = line('01:20', { type: 'appointment-cancelled', by: 'resident' });
const missed = line('2026-11-24T09:00', { type: 'appointment-missed' });
const checkedIn = line('2026-11-24T02:03', { type: 'appointment-checked-in', ticketId: 't', late: false });

const HELD = {
  id: 'a1',
  phase: 'held',
  slot_id: 's1',
  matter_id: 'A-1',
  day: '2026-11-24',
  starts_at: '2026-11-24T02:00:00.000Z',
  until: '2026-11-23T01:10:00.000Z',
  person_id: null,
  code: null,
  language: null,
  ticket_id: null,
  held_at: at('01:00'),
  cancel_until: null,
  late_until: null,
  proved: null,
};
const CONFIRMED = {
  ...{ phase: 'confirmed', person_id: 'p1', code: '4711', language: 'zh-Hant', proved: 1 },
  ...{ cancel_until: told.cancelUntil, late_until: told.lateUntil },
};
const load = (taken: number) => [{ slot_id: 's1', taken, capacity: 2 }];

specify(['appointments', 'slot_loads'], ({ changes, gives }) => {
  test('an appointment has person and code once it is confirmed, and its ticket once it is checked in', () => {
    changes('appointments', [
      [held(), HELD],
      [confirmed, CONFIRMED],
      [checkedIn, { phase: 'checked-in', ticket_id: 't' }],
    ]);
  });

  test('[A4] an appointment of a ledger that knew no language has none', () => {
    changes('appointments', [
      [held(), HELD],
      [
        line('01:05', { type: 'appointment-confirmed', personId: 'p1', code: '4711' }),
        { phase: 'confirmed', person_id: 'p1', code: '4711' },
      ],
    ]);
  });

  test('[H6] an appointment whose telephone nobody proved says so after its check-in, too', () => {
    changes('appointments', [
      [held(), HELD],
      [
        line('01:05', { type: 'appointment-confirmed', personId: 'p1', code: '4711', proved: false }),
        { phase: 'confirmed', person_id: 'p1', code: '4711', proved: 0 },
      ],
      [checkedIn, { phase: 'checked-in', ticket_id: 't' }],
    ]);
  });

  test('an appointment that was missed keeps all that it has, and may be checked in late', () => {
    changes('appointments', [
      [held(), HELD],
      [confirmed, CONFIRMED],
      [missed, { phase: 'missed' }],
      [checkedIn, { phase: 'checked-in', ticket_id: 't' }],
    ]);
  });

  test('a hold that lapses has neither person nor code, and a cancelled appointment keeps both', () => {
    changes('appointments', [
      [held(), HELD],
      [lapsed, { phase: 'lapsed' }],
    ]);
    changes('appointments', [
      [held(), HELD],
      [confirmed, CONFIRMED],
      [cancelled, { phase: 'cancelled' }],
    ]);
  });

  test('[H5] a slot is taken by each hold, and free again when one lapses or is cancelled', () => {
    gives('slot_loads', [held()], load(1));
    gives('slot_loads', [held(), held('a2')], load(2));
    gives('slot_loads', [held(), held('a2'), lapsed], load(1));
    gives('slot_loads', [held(), cancelled], load(0));
    gives('slot_loads', [held(), confirmed, cancelled], load(0));
    gives('slot_loads', [held(), lapsed, held('a2')], load(1));
  });

  test('[H5] a slot stays taken by an appointment that is confirmed, missed or checked in', () => {
    gives('slot_loads', [held(), confirmed], load(1));
    gives('slot_loads', [held(), confirmed, missed], load(1));
    gives('slot_loads', [held(), confirmed, missed, checkedIn], load(1));
    gives('slot_loads', [held(), confirmed, checkedIn], load(1));
  });

  test('[H5] a ledger that holds a slot more often than it has places is refused by the table', () => {
    expect(() => gives('slot_loads', [held('a1', 1), held('a2', 1)], [])).toThrow('slot_capacity');
  });
});
