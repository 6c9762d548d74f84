/** What a stream of the ledger is: one record that says how it is folded, what it writes and what boards it changes. */
import type { CollectionName, Question } from '../../../schema/board.ts';
import type { Names } from '../../../schema/ids.ts';
import type { StreamKind } from '../../../schema/ledger.ts';
import type { Entry } from '../ledger.ts';
import type { Reader } from '../reader.ts';
import type { Numbers, ReadTable, Writer } from '../table.ts';

type Event = { type: string };

/**
 * Rows of the boards that one event changes, by collection; a row that is no longer on a board is dropped from it. `all`
 * may change any row of that collection: each is made anew, and what its followers do not know yet is sent. A function is
 * asked only where somebody follows a board that shows them. `asks`: what screens ask anew, though those rows be the same.
 */
export type Touched = { [C in CollectionName]?: readonly string[] | 'all' | (() => readonly string[]) } & {
  asks: readonly Question[] | (() => readonly Question[]);
};

/** `none` is on no board. Of the rest a function says which rows; `from` is the hall after the commit. */
type Touch<E extends Event> = 'none' | { of(from: Reader, id: string, event: E, seq: number): Touched }['of'];

/**
 * What bounds a stream, which is read whole before each event: `day`, a new one begins with each date, and its id ends in
 * it; `life`, what it tells comes to an end; `administration`, it is a record, as long as somebody changed it by hand.
 */
export type Grows = 'day' | 'life' | 'administration';

/** Methods, so that a stream of tickets fits where any stream is meant. */
export type Stream<S, E extends Event> = {
  kind: StreamKind;
  /** The version of its events' schema; one more with each change that an older program would read wrongly. */
  v: number;
  grows: Grows;
  /** Reference data: its state is a record, and who changed what of it can be read (S4). */
  isReference?: true;
  /** Of reference data: what the record is called, and its fields as people read them where these are others. */
  nameOf?(state: S): Names | string;
  fieldsOf?(state: S): Record<string, unknown>;
  evolve(state: S | null, event: E, id: string, at: string): S;
  /** The read tables that `project` writes; a rebuild empties them first, `verify` compares them (A2). */
  tables: readonly ReadTable[];
  /** Writes the read tables; `before` is the state without this event. Never reads the clock or the outside. */
  project(to: Writer, state: S, entry: Entry<E>, before: S | null): void;
  /** For each event what it changes on the boards (D2); an event that is left out does not compile. */
  touches: { [T in E['type']]: Touch<Extract<E, { type: T }>> };
};

/** Of reference data: each event says what of the record is new. */
export function evolveRecord<S extends object, E extends Event>(state: S | null, { type: _, ...facts }: E): S {
  return { ...state, ...facts } as S;
}

/** Every stream of a file, by its kind. */
export type Streams = Readonly<Record<StreamKind, Stream<unknown, never>>>;

/** The stream of a name such as 'ticket:01J…'; null for a kind that this program does not know. */
export function streamOf(streams: Streams, name: string): Stream<unknown, Event> | null {
  const known: Record<string, Stream<unknown, never>> = streams;
  return (known[kindOf(name)] as Stream<unknown, Event> | undefined) ?? null;
}

/** What the ledger alone decides; everything else in the file is people and bookkeeping. */
export function readTablesOf(streams: Streams): string[] {
  return [...new Set(Object.values(streams).flatMap(({ tables }) => tables.flatMap(({ rows }) => rows)))];
}

/** From which of their tables numbers are drawn (S1, S3). */
export function numbersOf(streams: Streams): Numbers[] {
  return [...new Set(Object.values(streams).flatMap(({ tables }) => tables.flatMap(({ numbers }) => numbers ?? [])))];
}

/** 'ticket:01J…' → '01J…'. */
export function idOf(stream: string): string {
  return stream.slice(stream.indexOf(':') + 1);
}

export function kindOf(stream: string): string {
  return stream.slice(0, stream.indexOf(':'));
}
