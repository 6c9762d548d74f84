/** How the rows of one collection are made: each from the hall as it is at one instant. */
import type { Reader } from '../reader.ts';

export type Rows<R extends { id: string }> = {
  /** Null where it is no longer on a board. */
  row(from: Reader, id: string): R | null;
  rows(from: Reader): R[];
};
