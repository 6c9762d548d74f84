/** What views and acts read: the tables, and one moment. */
import type { Day } from '../../schema/ids.ts';
import type { Settings } from '../../schema/settings.ts';
import type { Tables } from './table.ts';

/** Fixed once a command, before anything is written by it, and once for each question to the hall. */
export type Moment = {
  /** ms since 1970. */
  nowMs: number;
  /** The service day (T2). */
  day: Day;
  timeZone: string;
  settings: Settings;
};

/** Nothing is written by it; every command's transaction is one. */
export type Reader = Tables &
  Moment & {
    /** The address by which phones reach the hall; null: whatever address a page came from. */
    publicOrigin: string | null;
  };
