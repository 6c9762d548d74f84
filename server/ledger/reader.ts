/** What views and acts read: the tables, and one moment. */

import type { Trouble } from '../../schema/hall/trouble.ts';
import type { Day } from '../../schema/ids.ts';
import type { Settings } from '../../schema/settings.ts';
import type { Tables } from './table.ts';

/** Fixed once a command, before anything is written by it, and once for each question to the hall. */
export type Moment = {
  /** ms since 1970. */
  nowMs: number;
  /** The service day (T2): it files tickets, sittings and counts. A night's opening has that of its evening. */
  day: Day;
  /** The date of the hall's clock: of whatever is accepted, decided, asked, due or kept. */
  today: Day;
  timeZone: string;
  settings: Settings;
};

/** What was asked of one look at the hall, by the view that answered; on the look itself, so that both go at once. */
const KNOWN = Symbol('known');

/** Nothing is written by it; every command's transaction is one. */
export type Reader = Tables &
  Moment & {
    /** The address by which phones reach the hall; null: whatever address a page came from. */
    publicOrigin: string | null;
    /** What is wrong with the hall now. */
    troubles: readonly Trouble[];
    [KNOWN]?: Map<unknown, unknown>;
  };

/** The hall as it is now, for one push or one answer: nothing is written while it is looked at. */
export function asLook(from: Reader): Reader {
  return { ...from, [KNOWN]: new Map() };
}

/** A view that many rows of one push need is asked once a look; within a transaction, where things change, each time. */
export function once<T>(from: Reader, view: (from: Reader) => T): T {
  const known = from[KNOWN];
  if (!known) return view(from);
  if (!known.has(view)) known.set(view, view(from));
  return known.get(view) as T;
}
