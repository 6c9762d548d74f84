/** What the screens show. A board is a set of keyed collections; a push puts and drops rows of them. */
import { z } from 'zod';
import { caseRow, unhandledRow } from './cases/rows.ts';
import { workRow } from './cases/worklist/task.ts';
import { troubleRow } from './hall/trouble.ts';
import { hallRow, openingRow } from './hours/rows.ts';
import type { Instant } from './ids.ts';
import { callRow, counterRow, publicCounterRow, queueRow, ticketRow } from './line/rows.ts';
import { noteRow } from './messages/rows.ts';

/** One row: of the settings those that a screen obeys (schema/settings.ts has what they mean). */
const everyScreen = z.object({ id: z.literal('settings'), staleAfterMs: z.number() });

export const BOARDS = {
  kiosk: z.object({
    hall: z.array(hallRow),
    settings: z.array(everyScreen),
    openings: z.array(openingRow),
    queues: z.array(queueRow),
  }),
  display: z.object({
    hall: z.array(hallRow),
    settings: z.array(everyScreen.extend({ callsShown: z.number() })),
    openings: z.array(openingRow),
    queues: z.array(queueRow),
    counters: z.array(publicCounterRow),
    calls: z.array(callRow),
  }),
  staff: z.object({
    hall: z.array(hallRow),
    settings: z.array(
      everyScreen.extend({
        callGapMs: z.number(),
        callLimit: z.number(),
        rejoinWithinMs: z.number(),
        expandDays: z.number(),
        undoMs: z.number(),
      }),
    ),
    openings: z.array(openingRow),
    queues: z.array(queueRow),
    counters: z.array(counterRow),
    tickets: z.array(ticketRow),
    /** Cases that wait for somebody's answer, and cases of the present sittings. */
    offers: z.array(caseRow),
    served: z.array(caseRow),
    notes: z.array(noteRow),
    /** What is wrong with the hall, for supervisors and administrators. */
    troubles: z.array(troubleRow),
    unhandled: z.array(unhandledRow),
    /** Cases of which something is to be done now. */
    work: z.array(workRow),
  }),
};

export const BoardName = z.enum(['kiosk', 'display', 'staff']);
export type BoardName = z.infer<typeof BoardName>;
export type Boards = { [B in BoardName]: z.infer<(typeof BOARDS)[B]> };
/** The collections of rows that boards are made of; whose rows each holds says the folder of its subject. */
export type CollectionName = { [B in BoardName]: keyof Boards[B] }[BoardName];

/** What screens ask beside a board, about more than its rows show: an event says which of it has another answer. */
export type Question = 'cases' | 'people';
export const ASKED_BESIDE: Record<BoardName, readonly Question[]> = {
  kiosk: [],
  display: [],
  staff: ['cases', 'people'],
};

/** A board with its place in the chain of pushes: the seq of the last push that is in it. */
export type Snapshot<B extends BoardName = BoardName> = {
  board: B;
  /** See PROTOCOL. */
  v: number;
  seq: number;
  at: Instant;
  rows: Boards[B];
  /** Kept by who follows: of each question the seq of the last push after which it is asked anew. */
  asks?: Partial<Record<Question, number>>;
};

/** The shape of pushes; one more with each change that a screen of before would read wrongly. */
export const PROTOCOL = 3;
