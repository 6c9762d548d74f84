/** Read tables `appointments` and `slot_loads`: who booked, and how full each slot is (H5: the capacity is a constraint). */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Appointment } from '../../../schema/hours/appointment.ts';
import type {
  AppointmentId,
  Day,
  Instant,
  Language,
  Letter,
  MatterId,
  OpeningId,
  PersonId,
  SlotId,
  TicketId,
} from '../../../schema/ids.ts';
import { readTable, upsert } from '../../ledger/table.ts';

export const appointmentsColumns = sqliteTable(
  'appointments',
  {
    id: text('id').primaryKey(),
    phase: text('phase').notNull(),
    slotId: text('slot_id').notNull(),
    matterId: text('matter_id').notNull(),
    day: text('day').notNull(),
    startsAt: text('starts_at').notNull(),
    until: text('until').notNull(),
    personId: text('person_id'),
    code: text('code'),
    ticketId: text('ticket_id'),
    /** In which its messages are written; null: the person's. */
    language: text('language'),
    /** H12: when it was held: with the matter as it was then. */
    heldAt: text('held_at').notNull().default(''),
    /** H6, H8: as they were told. */
    cancelUntil: text('cancel_until'),
    lateUntil: text('late_until'),
    /** H6: whether somebody saw that the telephone is the person's; null: nobody said. */
    proved: integer('proved', { mode: 'boolean' }),
  },
  (t) => [
    uniqueIndex('appointments_code').on(t.day, t.code).where(sql`phase = 'confirmed'`),
    uniqueIndex('appointments_once').on(t.personId, t.matterId).where(sql`phase = 'confirmed'`), // H6
    index('appointments_slot').on(t.slotId),
    index('appointments_person').on(t.personId),
  ],
);

/** How much of a slot is taken. The capacity is a constraint of the table, not only of code (H5). */
export const slotLoadsColumns = sqliteTable(
  'slot_loads',
  { slotId: text('slot_id').primaryKey(), taken: integer('taken').notNull(), capacity: integer('capacity').notNull() },
  (t) => [check('slot_capacity', sql`${t.taken} >= 0 AND ${t.taken} <= ${t.capacity}`)],
);

type Text =
  | ('id' | 'phase' | 'slot_id' | 'matter_id' | 'day' | 'starts_at' | 'until' | 'person_id' | 'code' | 'ticket_id')
  | ('language' | 'cancel_until' | 'late_until');
type Row = Record<Text, string | null> & { proved: number | null };

export const appointments = readTable(['appointments', 'slot_loads'], (db) => {
  const put = upsert(db, 'appointments', [
    'id',
    'phase',
    'slot_id',
    'matter_id',
    'day',
    'starts_at',
    'until',
    'person_id',
    'code',
    'ticket_id',
    'language',
    'cancel_until',
    'late_until',
    'proved',
  ]);
  const byId = db.prepare<[string], Row>('SELECT * FROM appointments WHERE id = ?');
  const byCode = db.prepare<[string, string], Row>(
    `SELECT * FROM appointments WHERE code = ? AND day >= ? AND phase IN ('confirmed', 'missed') ORDER BY day LIMIT 1`,
  );
  const ofOpening = db
    .prepare<[string], string>(
      `SELECT a.id FROM appointments a JOIN slots s ON s.id = a.slot_id
       WHERE s.opening_id = ? AND a.phase IN ('held', 'confirmed')`,
    )
    .pluck();
  const countOf = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM appointments a JOIN slots s ON s.id = a.slot_id
       WHERE s.opening_id = ? AND s.letter = ? AND a.phase IN ('held', 'confirmed')`,
    )
    .pluck();
  const countIn = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM appointments a JOIN slots s ON s.id = a.slot_id
       WHERE s.opening_id = ? AND a.matter_id = ? AND a.phase IN ('held', 'confirmed')`,
    )
    .pluck();
  const placesIn = db.prepare<[string], { letter: Letter; matterId: MatterId; count: number }>(
    `SELECT s.letter, a.matter_id AS matterId, count(*) AS count FROM slots s JOIN appointments a ON a.slot_id = s.id
     WHERE s.opening_id = ? AND a.phase IN ('held', 'confirmed') GROUP BY s.letter, a.matter_id ORDER BY s.letter, a.matter_id`,
  );
  const mattersIn = db
    .prepare<[string], MatterId>(
      `SELECT matter_id FROM appointments WHERE slot_id = ? AND phase IN ('held', 'confirmed', 'checked-in')`,
    )
    .pluck();
  const countOfMatter = db
    .prepare<[string, string], number>(
      `SELECT count(*) FROM appointments WHERE matter_id = ? AND day >= ? AND phase IN ('held', 'confirmed')`,
    )
    .pluck();
  const startsOfMatter = db
    .prepare<[string, string, number], Instant>(
      `SELECT starts_at FROM appointments WHERE matter_id = ? AND day >= ? AND phase IN ('held', 'confirmed')
       ORDER BY starts_at LIMIT ?`,
    )
    .pluck();
  const byPeople = (key: 'last_four_hash' | 'telephone_hash') =>
    db.prepare<[string, Buffer], Row & { person: string }>(
      `SELECT a.*, coalesce(hex(p.person_hash), p.id) AS person FROM appointments a JOIN people p ON p.id = a.person_id
     WHERE a.day IN (SELECT value FROM json_each(?)) AND p.${key} = ? AND a.phase IN ('confirmed', 'missed') ORDER BY a.starts_at`,
    );
  const ofLastFour = byPeople('last_four_hash');
  const ofTelephone = byPeople('telephone_hash');
  const codeTaken = db
    .prepare<[string, string], number>('SELECT 1 FROM appointments WHERE day = ? AND code = ?')
    .pluck();
  const booked = db
    .prepare<{ person: string; matter: string }, number>(
      `SELECT 1 FROM appointments WHERE matter_id = $matter AND phase = 'confirmed' AND person_id IN
       (SELECT $person UNION SELECT id FROM people
        WHERE person_hash = (SELECT person_hash FROM people WHERE id = $person))`,
    )
    .pluck();
  // One place is one name, because nobody has two for one matter.
  const namesOf = db
    .prepare<[Buffer, string], number>(
      `SELECT count(*) FROM people p JOIN appointments a ON a.person_id = p.id
       WHERE p.telephone_hash = ? AND a.matter_id = ? AND a.phase = 'confirmed'`,
    )
    .pluck();
  const ofPerson = db.prepare<[string], Row>('SELECT * FROM appointments WHERE person_id = ? ORDER BY starts_at');
  const isUnproved = db
    .prepare<[string], number | null>('SELECT max(proved) = 0 FROM appointments WHERE person_id = ?')
    .pluck();
  const hold = db.prepare('UPDATE appointments SET held_at = ? WHERE id = ?');
  const heldAt = db.prepare<[string], Instant>('SELECT held_at FROM appointments WHERE id = ?').pluck();
  const take = db.prepare(
    `INSERT INTO slot_loads (slot_id, taken, capacity) VALUES (?, 1, ?)
     ON CONFLICT (slot_id) DO UPDATE SET taken = taken + 1`,
  );
  const free = db.prepare('UPDATE slot_loads SET taken = taken - 1 WHERE slot_id = ?');
  const taken = db.prepare<[string], number>('SELECT taken FROM slot_loads WHERE slot_id = ?').pluck();

  const reader = {
    taken: (slotId: SlotId): number => taken.get(slotId) ?? 0,
    byId: (id: AppointmentId): Appointment | null => optional(byId.get(id)),
    /** H12. */
    heldAt: (id: AppointmentId): Instant => heldAt.get(id) ?? '',
    /** Held or confirmed ones. */
    ofOpening: (openingId: OpeningId): AppointmentId[] => ofOpening.all(openingId) as AppointmentId[],
    /** Held or confirmed, of this day and later. */
    countOfMatter: (id: MatterId, from: Day): number => countOfMatter.get(id, from)!,
    /** When the first of them begin. */
    startsOfMatter: (id: MatterId, from: Day, most: number): Instant[] => startsOfMatter.all(id, from, most),
    /** How many hold or have a place of this group in the opening. */
    countOf: (openingId: OpeningId, letter: Letter): number => countOf.get(openingId, letter)!,
    /** The same of a matter. */
    countIn: (openingId: OpeningId, id: MatterId): number => countIn.get(openingId, id)!,
    /** In which group and for which matter places of the opening are held or booked, and how many of each. */
    placesIn: (openingId: OpeningId) => placesIn.all(openingId),
    /** For which matters the places of the slot are taken. */
    mattersIn: (slotId: SlotId): MatterId[] => mattersIn.all(slotId),
    /** Of this day, or the first later one. */
    byCode: (code: string, day: Day): Appointment | null => optional(byCode.get(code, day)),
    /** H8: by the keyed hash of the telephone's last four digits; for each person (H12) its own, in order of time. */
    byLastFour: (lastFour: Buffer, days: readonly Day[]): Appointment[][] =>
      byPerson(ofLastFour.all(JSON.stringify(days), lastFour)),
    byTelephone: (telephone: Buffer, days: readonly Day[]): Appointment[][] =>
      byPerson(ofTelephone.all(JSON.stringify(days), telephone)),
    ofPerson: (person: PersonId): Appointment[] => ofPerson.all(person).flatMap((row) => optional(row) ?? []),
    /** H6: a form alone said the telephone, each time that somebody said whose it is. */
    isUnproved: (person: PersonId): boolean => isUnproved.get(person) === 1,
    codeTaken: (day: Day, code: string): boolean => codeTaken.get(day, code) !== undefined,
    /** H6: how many people of a telephone have a place for the matter. */
    namesOf: (telephone: Buffer, matter: MatterId): number => namesOf.get(telephone, matter)!,
    isBooked: (person: PersonId, matter: MatterId): boolean => booked.get({ person, matter }) !== undefined,
  };
  return {
    reader,
    writer: {
      ...reader,
      save(found: Appointment): void {
        const { id, phase, slotId, matterId, day, startsAt, until } = found;
        const { personId = null, code = null, ticketId = null, language = null, told, proved } = found;
        const { cancelUntil = null, lateUntil = null } = told ?? {};
        const first = [id, phase, slotId, matterId, day, startsAt, until];
        put.run(
          ...first,
          personId,
          code,
          ticketId,
          language,
          cancelUntil,
          lateUntil,
          proved === undefined ? null : Number(proved),
        );
      },
      heldSince: (id: AppointmentId, at: Instant): void => void hold.run(at, id),
      /** Throws when the slot is full: the table says so, whatever code thinks (H5). */
      take: (slotId: SlotId, capacity: number): void => void take.run(slotId, capacity),
      free: (slotId: SlotId): void => void free.run(slotId),
    },
  };
});

function byPerson(rows: (Row & { person: string })[]): Appointment[][] {
  return [...Map.groupBy(rows, (row) => row.person).values()].map((own) => own.map(appointmentOf));
}

function optional(row: Row | undefined): Appointment | null {
  return row ? appointmentOf(row) : null;
}

function appointmentOf(row: Row): Appointment {
  return {
    id: row.id as AppointmentId,
    phase: row.phase as Appointment['phase'],
    slotId: row.slot_id as SlotId,
    matterId: row.matter_id as MatterId,
    day: row.day!,
    startsAt: row.starts_at!,
    until: row.until!,
    personId: (row.person_id ?? undefined) as PersonId | undefined,
    code: row.code ?? undefined,
    language: (row.language ?? undefined) as Language | undefined,
    ticketId: (row.ticket_id ?? undefined) as TicketId | undefined,
    told: row.late_until ? { cancelUntil: row.cancel_until!, lateUntil: row.late_until } : undefined,
    proved: row.proved === null ? undefined : row.proved === 1,
  };
}
