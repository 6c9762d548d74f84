/** The ledger read from its bare lines, without any code of the hall: what its own answers are held against. */
import type { Database } from 'better-sqlite3';

export type BareEvent = { at: string; stream: string; type: string; data: Record<string, string> };

/** Of streams whose names begin so, in their order. */
export function bareEvents(db: Database, kind: 'case' | 'ticket'): BareEvent[] {
  return db
    .prepare<[string], { at: string; stream: string; type: string; data: string }>(
      'SELECT at, stream, type, data FROM ledger WHERE stream LIKE ? ORDER BY seq',
    )
    .all(`${kind}:%`)
    .map(({ data, ...one }) => ({ ...one, data: JSON.parse(data) as Record<string, string> }));
}

type Had = Map<string, [at: string, clerk: string | null][]>;

/** Of each case who had it since when. */
export function handlersAlone(db: Database): Had {
  const cases: Had = new Map();
  for (const { at, stream, type, data: told } of bareEvents(db, 'case')) {
    const had = cases.get(stream.slice(5)) ?? [];
    cases.set(stream.slice(5), had);
    const last = had.at(-1)?.[1] ?? null;
    const next: Record<string, string | null | undefined> = {
      'case-opened': told.handler,
      'case-resumed': told.handler,
      'handover-accepted': told.to,
      'case-reassigned': last === null ? null : told.to,
      'case-revived': told.by,
      'outcome-corrected': told.handler ?? told.by,
      'case-closed': null,
    };
    if (type in next) had.push([at, next[type] ?? null]);
  }
  return cases;
}

/** `case clerk` of each case that somebody had at that instant. */
export function answerableAlone(had: Had, instant: string): string[] {
  return [...had]
    .flatMap(([caseId, times]) => {
      const clerk = times.findLast(([at]) => at <= instant)?.[1];
      return clerk ? [`${caseId} ${clerk}`] : [];
    })
    .sort();
}
