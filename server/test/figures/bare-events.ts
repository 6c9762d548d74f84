/** The ledger read from its bare lines, without any code of the hall: what its own answers are held against. */
import type { Database } from 'better-sqlite3';

export type BareEvent = { at: string; stream: string; type: string; data: Record<string, string> };

/** Of streams whose names begin so, in their order. */
export function bareEvents(db: Database, kind: 'case' | 'ticket' | 'day'): BareEvent[] {
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

/** `case clerk from–until` of each time that a clerk had a case on these days, or ever; the first one first. */
export function spansAlone(had: Had, clerk: string, period?: [from: string, to: string]): string[] {
  const spans = [...had].flatMap(([caseId, times]) =>
    times
      .filter(([, who], at) => who !== (times[at - 1]?.[1] ?? null))
      .map(([from, who], at, turns) => ({ caseId, who, from, until: turns[at + 1]?.[0] ?? null })),
  );
  const [first, last] = period ?? ['0000-00-00', '9999-99-99'];
  const dayOf = (at: string, less = 0) => new Date(Date.parse(at) + 8 * 3_600_000 - less).toISOString().slice(0, 10);
  return spans
    .filter(({ who }) => who === clerk)
    .filter(({ from, until }) => dayOf(from) <= last && (until === null || dayOf(until, 1) >= first))
    .sort((a, b) => a.from.localeCompare(b.from) || a.caseId.localeCompare(b.caseId))
    .map(({ caseId, from, until }) => `${caseId} ${from}–${until}`);
}

const KINDS = [
  ...['done', 'answered', 'accepted', 'escalated', 'notice', 'not-ours', 'not-needed', 'refused', 'withdrawn'],
];

/** How often each was said on these days: by the last words of one instant on a case that had none, but what was undone. */
export function conclusionsAlone(db: Database, from: string, to: string): Record<string, number> {
  const said = new Map<string, { at: string; kind: string }[]>();
  const isOpen = new Set<string>();
  const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
  for (const { at, stream, type, data } of bareEvents(db, 'case')) {
    const all = said.get(stream) ?? [];
    said.set(stream, all);
    const last = all.at(-1);
    if (type === 'case-opened' || type === 'conclusion-undone') isOpen.add(stream);
    if (type === 'conclusion-undone') all.pop();
    const kind = kindAlone(type, data);
    if (kind === null || data.happenedAt) continue;
    if (isOpen.delete(stream)) {
      if (!data.deemed && !data.left) all.push({ at, kind });
    } else if (last?.at === at && ['case-escalated', 'refusal-proposed'].includes(type)) last.kind = kind;
  }
  const counted = [...said.values()].flat().filter(({ at }) => dayOf(at) >= from && dayOf(at) <= to);
  return Object.fromEntries(KINDS.map((one) => [one, counted.filter(({ kind }) => kind === one).length]));
}

function kindAlone(type: string, data: BareEvent['data']): string | null {
  if (type === 'case-accepted') return 'accepted';
  if (type === 'notice-given') return 'notice';
  if (type === 'case-escalated') return 'escalated';
  if (type === 'refusal-proposed') return data.destination ? 'not-ours' : 'refused';
  return type === 'case-closed' ? data.outcome! : null;
}
