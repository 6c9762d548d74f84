/** Read table `conclusions`: what was said at each counter at the end of a matter, in whichever of the nine ways (C5, V4). */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Case } from '../../../schema/cases/case.ts';
import type { ConclusionKind } from '../../../schema/cases/conclusion.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { CaseId, Day } from '../../../schema/ids.ts';
import { readTable } from '../../ledger/table.ts';

/** One that was undone is in no row: nobody was told (C18). */
export const conclusionsColumns = sqliteTable(
  'conclusions',
  {
    /** Of the event that begins it. */
    seq: integer('seq').primaryKey(),
    caseId: text('case_id').notNull(),
    day: text('day').notNull(),
    kind: text('kind').$type<ConclusionKind>().notNull(),
  },
  (t) => [index('conclusions_day').on(t.day, t.kind), index('conclusions_case').on(t.caseId)],
);

/** `null`: it concludes nothing; what another system concluded, the clock did, or a ticket that left brought is nobody's word. */
export function conclusionOf(event: CaseEvent, found: Case, before: Case | null): ConclusionKind | null {
  if (event.happenedAt !== undefined || !before || !found.undo) return null;
  const begins = before.phase === 'open' && found.phase !== 'open';
  // What is refused, not ours or not clear is accepted first, in the same step.
  const goesOn = before.undo?.at === found.undo.at;
  const { type } = event;
  // C5: what goes on because its end was corrected was concluded once, as that end.
  if (type === 'case-accepted') return begins && !event.paper?.corrected ? 'accepted' : null;
  if (type === 'notice-given') return begins ? 'notice' : null;
  if (type === 'case-escalated') return goesOn ? 'escalated' : null;
  if (type === 'refusal-proposed') return goesOn || begins ? (event.destination ? 'not-ours' : 'refused') : null;
  return type === 'case-closed' && begins && !event.left ? endOf(event.outcome) : null;
}

function endOf(outcome: Extract<CaseEvent, { type: 'case-closed' }>['outcome']): ConclusionKind | null {
  switch (outcome) {
    case 'granted':
    case 'corrected':
      return null;
    case 'done':
    case 'answered':
    case 'not-ours':
    case 'not-needed':
    case 'withdrawn':
    case 'refused':
      return outcome;
    default:
      return outcome satisfies never;
  }
}

export const conclusions = readTable(['conclusions'], (db) => {
  const add = db.prepare('INSERT INTO conclusions (seq, case_id, day, kind) VALUES (?, ?, ?, ?)');
  const last = '(SELECT max(seq) FROM conclusions WHERE case_id = ?)';
  const turn = db.prepare(`UPDATE conclusions SET kind = ? WHERE seq = ${last}`);
  const drop = db.prepare(`DELETE FROM conclusions WHERE seq = ${last}`);
  const given = db.prepare<[string, string], { kind: ConclusionKind; count: number }>(
    'SELECT kind, count(*) AS count FROM conclusions WHERE day BETWEEN ? AND ? GROUP BY kind',
  );
  const reader = {
    /** How many of each on these days, the last one counted in. */
    given: (from: Day, to: Day) => given.all(from, to),
  };
  return {
    reader,
    writer: {
      ...reader,
      save(id: CaseId, kind: ConclusionKind, { seq, day, isNew }: { seq: number; day: () => Day; isNew: boolean }) {
        if (isNew) add.run(seq, id, day(), kind);
        else turn.run(kind, id);
      },
      /** C18. */
      undo: (id: CaseId): unknown => drop.run(id),
    },
  };
});
