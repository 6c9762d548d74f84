/** Read tables `counter_states`, `opening_states`, `turned_away`, `ended_days`, `notes`: what the hall does just now. */
import type { Counter } from '../../../schema/counter.ts';
import type { CaseId, ClerkId, CounterId, Day, Instant, OpeningId } from '../../../schema/ids.ts';
import type { OpeningPhase } from '../../../schema/opening.ts';
import { upsert } from '../../ledger/db.ts';
import { readTable } from '../../ledger/table.ts';

/** `freeSince`: when the last ticket left it. */
export type StoredCounter = Counter & { since: Instant; freeSince?: Instant };
export type StoredNote = {
  seq: number;
  at: Instant;
  kind: string;
  caseId: string | null;
  ticketId: string | null;
  clerkId: string | null;
  counterId?: string | null;
  /** Whose act it was. */
  byClerk?: string | null;
  /** What it is about where that is neither case nor ticket: an appointment's code, a receipt's number. */
  about?: string | null;
  /** A reason in somebody's words, or what kind of trouble it is. */
  detail?: string | null;
};
type CounterRow = {
  counterId: string;
  phase: string;
  clerkId: string | null;
  closedByOpening: number;
  since: string;
  freeSince: string | null;
};

export const places = readTable(['counter_states', 'opening_states', 'notes', 'turned_away', 'ended_days'], (db) => {
  const putCounter = upsert(db, 'counter_states', ['counter_id', 'phase', 'clerk_id', 'closed_by_opening', 'since']);
  const counterColumns =
    'counter_id AS counterId, phase, clerk_id AS clerkId, closed_by_opening AS closedByOpening, since, free_since AS freeSince';
  const freed = db.prepare('UPDATE counter_states SET free_since = ? WHERE counter_id = ?');
  const counters = db.prepare<[], CounterRow>(`SELECT ${counterColumns} FROM counter_states`);
  const counter = db.prepare<[string], CounterRow>(`SELECT ${counterColumns} FROM counter_states WHERE counter_id = ?`);
  const counterOf = db.prepare<[string], CounterRow>(
    `SELECT ${counterColumns} FROM counter_states WHERE clerk_id = ? ORDER BY phase = 'closed' LIMIT 1`,
  );
  const putOpening = upsert(db, 'opening_states', ['opening_id', 'phase', 'at', 'reason']);
  const opening = db.prepare<[string], { phase: OpeningPhase; reason: string | null }>(
    'SELECT phase, reason FROM opening_states WHERE opening_id = ?',
  );
  const turnAway = db.prepare('INSERT INTO turned_away (seq, day, hour, matter_id, why) VALUES (?, ?, ?, ?, ?)');
  const turnedAway = db.prepare<[string], number>('SELECT count(*) FROM turned_away WHERE day = ?').pluck();
  const endDay = db.prepare(
    `INSERT INTO ended_days (day, carried_over, expired) VALUES (?, ?, ?)
     ON CONFLICT (day) DO UPDATE SET carried_over = carried_over + excluded.carried_over, expired = expired + excluded.expired`,
  );
  const addNote = db.prepare(
    'INSERT INTO notes (seq, at, day, kind, case_id, ticket_id, clerk_id, counter_id, by_clerk, about, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const endNotes = db.prepare('UPDATE notes SET over = 1 WHERE kind = ? AND case_id = ? AND over = 0');
  const notes = db.prepare<[string, string], StoredNote & { over: number }>(
    `SELECT seq, at, kind, case_id AS caseId, ticket_id AS ticketId, clerk_id AS clerkId, counter_id AS counterId,
       by_clerk AS byClerk, about, detail, over FROM notes
     WHERE day = ? OR at >= ? OR (kind = 'refusal-proposed' AND over = 0) ORDER BY seq`,
  );

  let openingsVersion = 0;
  let notesVersion = 0;

  const reader = {
    counters: (): StoredCounter[] => counters.all().map(counterFrom),
    counter: (id: CounterId): StoredCounter | null => optional(counter.get(id)),
    /** Where this clerk sits, or sat when an opening's end closed it. */
    counterOf: (id: ClerkId): StoredCounter | null => optional(counterOf.get(id)),
    /** Changes with every step of an opening. */
    openingsVersion: (): number => openingsVersion,
    openingPhase: (id: OpeningId): OpeningPhase => opening.get(id)?.phase ?? 'planned',
    /** Why it was cancelled. */
    cancelReason: (id: OpeningId): string | undefined => opening.get(id)?.reason ?? undefined,
    turnedAway: (day: Day): number => turnedAway.get(day)!,
    /** Changes with every note. */
    notesVersion: (): number => notesVersion,
    /** Of this service day, whatever came from `since` on, and what still waits for an answer. */
    notes: (day: Day, since: Instant) => notes.all(day, since),
  };
  return {
    reader,
    writer: {
      ...reader,
      saveCounter(counter: Counter, at: Instant): void {
        putCounter.run(counter.id, counter.phase, counter.clerkId ?? null, counter.closedByOpening ? 1 : 0, at);
      },
      /** Its ticket has left. */
      freed: (id: CounterId, at: Instant): void => void freed.run(at, id),
      saveOpening(id: OpeningId, phase: OpeningPhase, at: Instant, reason: string | null): void {
        openingsVersion++;
        putOpening.run(id, phase, at, reason);
      },
      addTurnedAway: (seq: number, day: Day, hour: number, matterId: string, why: string): void =>
        void turnAway.run(seq, day, hour, matterId, why),
      addEndedDay: (day: Day, carriedOver: number, expired: number): void => void endDay.run(day, carriedOver, expired),
      addNote(note: StoredNote & { day: Day }): void {
        notesVersion++;
        const {
          seq,
          at,
          day,
          kind,
          caseId,
          ticketId,
          clerkId,
          counterId = null,
          byClerk = null,
          about = null,
          detail = null,
        } = note;
        addNote.run(seq, at, day, kind, caseId, ticketId, clerkId, counterId, byClerk, about, detail);
      },
      /** What asked for an answer about this case has it. */
      endNotes(kind: string, caseId: CaseId): void {
        if (endNotes.run(kind, caseId).changes > 0) notesVersion++;
      },
    },
  };
});

function optional(row: CounterRow | undefined): StoredCounter | null {
  return row ? counterFrom(row) : null;
}

function counterFrom(row: CounterRow): StoredCounter {
  return {
    id: row.counterId as CounterId,
    phase: row.phase as Counter['phase'],
    clerkId: (row.clerkId ?? undefined) as ClerkId | undefined,
    closedByOpening: row.closedByOpening === 1,
    since: row.since,
    freeSince: row.freeSince ?? undefined,
  };
}
