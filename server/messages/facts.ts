/** What the texts of messages say besides words. */
import type { Day, Instant, Language, Names } from '../../schema/ids.ts';

/** No name and no telephone is in it (D3). */
export type MessageFacts = {
  /** By what a supervisor finds it who learns that it did not arrive: a code or a number. */
  about: string | null;
  /** To the telephone that the person had before. */
  to?: 'former';
  matterNames?: Names;
  /** Of an appointment its place in time; of a case the day by which something is to be done. */
  day: Day | null;
  /** C9: `day` was counted in a year without an official calendar. */
  mayMove?: boolean;
  startsAt: Instant | null;
  /** The day on which something happened. */
  on?: Day;
  /** More that is said, in each language. */
  words?: Record<string, Names>;
  /** An appointment's code, or the number of a receipt or notice. */
  code?: string;
  /** The clerk whom to ask. */
  clerk?: string;
  /** The page to go on from, without the hall's address. */
  path: string;
  /** That was chosen with what it is about; null: the person's. */
  language: Language | null;
};
