/** Read table `person_acts`: what was done with whose data, by whom and why; shown to the person on request (P2, S4). */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CaseId, ClerkId, Instant, PersonId } from '../../../schema/ids.ts';
import type { PersonEvent } from '../../../schema/people/person.ts';
import { readTable } from '../../ledger/table.ts';

export const personActsColumns = sqliteTable(
  'person_acts',
  {
    seq: integer('seq').primaryKey(),
    personId: text('person_id').notNull(),
    at: text('at').notNull(),
    act: text('act').notNull(),
    clerkId: text('clerk_id'),
    detail: text('detail').notNull(),
    /** A reference (P1). */
    reason: text('reason').notNull(),
    caseId: text('case_id'),
  },
  (t) => [index('person_acts_person').on(t.personId, t.seq)],
);

export type StoredAct = {
  seq: number;
  at: Instant;
  act: PersonEvent['type'];
  clerkId: ClerkId | null;
  detail: string;
  reason: string;
  caseId: CaseId | null;
};

export const personActs = readTable(['person_acts'], (db) => {
  const add = db.prepare(
    `INSERT INTO person_acts (seq, person_id, at, act, clerk_id, detail, reason, case_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofPerson = db.prepare<[string], StoredAct>(
    `SELECT seq, at, act, clerk_id AS clerkId, detail, reason, case_id AS caseId FROM person_acts
     WHERE person_id = ? ORDER BY seq`,
  );

  const reader = {
    ofPerson: (person: PersonId): StoredAct[] => ofPerson.all(person),
  };
  return {
    reader,
    writer: {
      ...reader,
      add(person: PersonId, event: PersonEvent, seq: number, at: Instant): void {
        const reason = 'reason' in event ? event.reason : '';
        const caseId = 'caseId' in event ? (event.caseId ?? null) : null;
        add.run(seq, person, at, event.type, event.by ?? null, detailOf(event), reason, caseId);
      },
    },
  };
});

function detailOf(event: PersonEvent): string {
  switch (event.type) {
    case 'person-entered':
      return event.part;
    case 'privacy-notice-shown':
      return event.version;
    case 'person-looked-up':
      return event.key;
    case 'person-revealed':
      return event.field;
    case 'telephone-changed':
      return event.checked;
    case 'telephone-checked':
    case 'person-exported':
    case 'person-erased':
      return '';
    default:
      return event satisfies never;
  }
}
