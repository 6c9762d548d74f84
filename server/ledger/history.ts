/** Who changed what of the reference data, from what to what: each record is folded before and after its event (S4). */
import { isDeepStrictEqual } from 'node:util';
import { type Change, type Changes, type FieldChange, ReferenceKind } from '../../schema/hall/history.ts';
import type { Entry, LedgerReader } from './ledger.ts';
import { idOf, kindOf, type Stream, type Streams, streamOf } from './subject/stream.ts';

type Event = { type: string };
type Wish = { before?: number | undefined; kind?: ReferenceKind | undefined };
type Fold = { before: unknown; after: unknown };

const PAGE = 50;

/** Newest first. `nameOfClerk` answers with a clerk's name. */
export function changesOf(
  streams: Streams,
  ledger: LedgerReader,
  nameOfClerk: (id: string) => string | null,
  { before = Number.MAX_SAFE_INTEGER, kind }: Wish,
): Changes {
  const entries = ledger.latestOf(kind ? [kind] : ReferenceKind.options, before, PAGE);
  const folds = new Map<string, Map<number, Fold>>();
  const foldOf = (stream: Stream<unknown, Event>, { stream: name, seq }: Entry) => {
    const known = folds.get(name) ?? foldsOf(stream, ledger.load(name));
    folds.set(name, known);
    return known.get(seq)!;
  };
  return {
    entries: entries.map((entry) => {
      const stream = streamOf(streams, entry.stream)!;
      return changeOf(stream, entry, foldOf(stream, entry), nameOfClerk);
    }),
    next: entries.length < PAGE ? null : entries.at(-1)!.seq,
  };
}

/** The record before and after each of its events, by seq. */
function foldsOf(stream: Stream<unknown, Event>, entries: Entry[]): Map<number, Fold> {
  let state: unknown = null;
  return new Map(
    entries.map((entry) => {
      const before = state;
      state = stream.evolve(before, entry.event, idOf(entry.stream), entry.at);
      return [entry.seq, { before, after: state }];
    }),
  );
}

function changeOf(
  stream: Stream<unknown, Event>,
  { seq, at, actor, stream: name, event, version }: Entry,
  { before, after }: Fold,
  nameOfClerk: (id: string) => string | null,
): Change {
  const author = actor.split(':')[0] as Change['author']['kind'];
  return {
    seq,
    at,
    author: { kind: author, name: author === 'clerk' ? nameOfClerk(idOf(actor)) : null },
    event: event.type,
    // With a date no record begins.
    isFirst: version === 1 && stream.grows !== 'day',
    what: { kind: kindOf(name) as ReferenceKind, id: idOf(name), name: stream.nameOf?.(after) ?? idOf(name) },
    changes: fieldChanges(fieldsOf(stream, before), fieldsOf(stream, after)),
  };
}

function fieldsOf(stream: Stream<unknown, Event>, state: unknown): Record<string, unknown> {
  if (state === null) return {};
  return stream.fieldsOf?.(state) ?? (state as Record<string, unknown>);
}

/** Field by field; what one of them does not have is null. */
export function fieldChanges(before: Record<string, unknown>, after: Record<string, unknown>): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }))
    .filter(({ from, to }) => !isDeepStrictEqual(from, to));
}
