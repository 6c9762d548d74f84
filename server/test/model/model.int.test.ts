import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BoardName, Boards, Snapshot } from '../../../schema/board.ts';
import type { CounterId } from '../../../schema/ids.ts';
import type { Client } from '../../../web/client.ts';
import { followBoard } from '../../../web/follow-board.ts';
import { createBoards } from '../../live/boards.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { boardIsTrue, check, look } from './model-invariants.ts';
import { make, type People, type Wish, wishes } from './model-wishes.ts';

const RUNS = 40;
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

it('[T1] [T4] [T5] [T10] [Q1] [Q7] [C1] [A2] [A3] [D2] the hall stays whole after each wish, whatever three clerks and a kiosk wish', async () => {
  process.stdout.write(`model: SEED=${seed}\n`);
  let wished = 0;
  const accepted = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(wishes, async (list) => {
      const hall = await startTestHall();
      const told: string[] = [];
      const boards: ReturnType<typeof followed>[] = [];
      try {
        const people = await peopleOf(hall);
        for (const board of ['staff', 'display', 'kiosk'] as const) boards.push(followed(hall, people, board));
        let seen = look(hall.system);
        for (const wish of [...MORNING, ...list]) {
          hall.clock.nowMs += 5_000; // two wishes of one person are never at one instant
          const answered = await make(hall, people, wish, seen);
          wished++;
          if (answered.answer === 'accepted')
            accepted.set(answered.wish.act, (accepted.get(answered.wish.act) ?? 0) + 1);
          const now = look(hall.system);
          told.push(
            `${answered.wish.act} by ${answered.wish.clerk}: ${seen.tickets.get(answered.ticketId!)?.number ?? ''} ${answered.answers}`,
          );
          check(hall.system, seen, now, answered);
          for (const board of boards) await board.caughtUp();
          boardIsTrue(boards[0]!.rows() as Boards['staff'], now);
          seen = now;
        }
        for (const board of boards) board.stop();
      } catch (fault) {
        for (const board of boards) board.stop();
        // What was wrong first is told, whatever else is wrong by then.
        await hall.stop().catch(() => {});
        throw new Error(`after ${told.join('; ')}`, { cause: fault });
      }
      // Rebuilt = live, and the chain of hashes holds (A2).
      await hall.stop();
    }),
    // A run costs half a second to begin: the story in the fault is short enough to read as it is.
    { numRuns: RUNS, seed, endOnFailure: true },
  );
  process.stdout.write(
    `model: ${wished} wishes; accepted: ${[...accepted].map(([act, n]) => `${act} ${n}`).join(', ')}\n`,
  );
  // Every wish is in order at least once, or the test has gone blind.
  expect([...accepted.keys()].sort()).toEqual([...ACTS].sort());
}, 240_000);

const ACTS =
  'issue call-next call-this recall put-back miss rejoin start conclude finish hand-back step-away return let-pass withdraw open pause close wait wait-long all-at-once'.split(
    ' ',
  );
const wish = (act: string, clerk: number, n: number): Wish => ({ act, clerk, which: { fitting: true, pick: 0 }, n });
/** Every run begins with three counters open and some people in line. */
const MORNING = [0, 1, 2].map((i) => wish('open', i, 0)).concat([0, 3, 4, 1, 5].map((n) => wish('issue', 0, n)));

async function peopleOf(hall: TestHall): Promise<People> {
  const clerks = await Promise.all(['one', 'two', 'three'].map((account) => hall.clerk(account)));
  return { kiosk: await hall.kiosk(), clerks, counters: ['c1', 'c2', 'c3'] as CounterId[] };
}

/** Follows a board as its screen does: snapshot and deltas only. */
function followed(hall: TestHall, { clerks }: People, board: BoardName) {
  let latest: Snapshot | null = null;
  let revoked = false;
  const follow = (by: Client) =>
    followBoard(
      board,
      {
        onBoard: (snapshot) => {
          latest = snapshot;
        },
        onRevoked: () => {
          revoked = true;
        },
      },
      { origin: hall.origin, headers: { cookie: hall.cookieOf(by) } },
    );
  let stop = follow(clerks[0]!);
  // Apart from the boards that are followed: whoever reads those is a new follower.
  const reading = createBoards(hall.system.hall);
  const rows = () => latest?.rows;
  return {
    rows,
    stop: () => stop(),
    /** Waits until what was pushed is what a fresh screen shows; whose session ended meanwhile signs in again. */
    async caughtUp() {
      const fresh = () => plain(reading.snapshot(board).rows);
      const until = performance.now() + 10_000;
      while (performance.now() < until && (!latest || plain(latest.rows) !== fresh())) {
        if (revoked) {
          stop();
          revoked = false;
          stop = follow(await hall.clerk('one'));
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      expect(JSON.parse(latest ? plain(latest.rows) : 'null')).toEqual(JSON.parse(fresh()));
    },
  };
}

/** Rows by id, without the ranges, which time alone moves and the beacon tells. */
function plain(rows: Boards[BoardName]): string {
  const lists = Object.entries(rows) as [string, { id: string; range?: unknown; closing?: unknown }[]][];
  return JSON.stringify(
    lists.map(([name, list]) => [
      name,
      list.map(({ range: _, closing: __, ...row }) => row).sort((a, b) => a.id.localeCompare(b.id)),
    ]),
  );
}
