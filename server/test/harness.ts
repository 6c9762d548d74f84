/** A real hall for tests: real server on port 0, real sockets, a file, a real Redis. Only clock and time zone of the day are ours. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type BoardName, BoardName as BoardNames, type Boards, type Snapshot } from '../../schema/board.ts';
import { type Followed as FollowState, follow } from '../../schema/live.ts';
import { type Client, createClient, newRequestId } from '../../web/client.ts';
import { followBoard } from '../../web/follow-board.ts';
import { readConfig } from '../config.ts';
import type { GiveMessage } from '../gateways/message-file.ts';
import { hallRecord } from '../hall/tables/hall-record.ts';
import { movedByHand, type Readings } from '../ledger/clock.ts';
import { rebuildDifferences } from '../ledger/rebuild.ts';
import { streamOf } from '../ledger/subject/stream.ts';
import { createBoards, type Push } from '../live/boards.ts';
import { hashApart } from '../people/hashing.ts';
import { encodePassword } from '../people/password.ts';
import { clerks } from '../people/tables/clerks.ts';
import { type FirstPasswords, type HallData, setUpHall, type Welcome } from '../set-up.ts';
import { STREAMS } from '../subjects.ts';
import { type System, startSystem } from '../system.ts';
import { foreignKeys, isRunning, whatIsOpen } from './left-open.ts';
import { faultsOfPaperNumbers } from './paper-numbers.ts';
import { hallFailed, hallStarted, hallStopped } from './running-halls.ts';
import { testHallData } from './test-data.ts';

/** A Monday, 09:00 in Shanghai: the test hall has just opened. */
export const MONDAY_9 = Date.parse('2026-11-23T01:00:00.000Z');
export const PASSWORD = 'a-password-for-tests';

export type TestHall = {
  system: System;
  origin: string;
  dir: string;
  welcome: Welcome;
  clock: { nowMs: number; advance: (ms: number) => Promise<void> };
  /** A client that keeps its cookie: a device by its enrolment, a clerk by signing in, or nobody. */
  kiosk: () => Promise<Client>;
  display: () => Promise<Client>;
  clerk: (account: string) => Promise<Client>;
  anybody: () => Client;
  cookieOf: (client: Client) => string;
  follow: <B extends BoardName>(client: Client, board: B) => Followed<B>;
  /**
   * Checks what must hold after every test, stops everything, and checks that nothing is left open. `goesOn`: the test
   * itself has something open for the hall that it starts next, and what is left is checked when that one stops.
   */
  stop: (after?: 'goesOn') => Promise<void>;
};
export type Followed<B extends BoardName> = { snapshot: () => Snapshot<B>; deltas: () => number; stop: () => void };

const MINUTE = 60_000;

export async function startTestHall(
  options: {
    data?: HallData;
    nowMs?: number;
    /** In the place of the clock that is moved by hand. */
    readings?: () => Readings;
    dir?: string;
    env?: Record<string, string>;
    requestsPerSecond?: number;
    gateway?: GiveMessage;
    /** Which build of the screens the hall says it serves. */
    build?: string;
  } = {},
): Promise<TestHall> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'shouwen-test-'));
  const clock = { nowMs: options.nowMs ?? MONDAY_9 + MINUTE, advance };
  const data = options.data ?? testHallData();
  let welcome: Welcome = { passwords: [], devices: [] };
  const openBefore = whatIsOpen();
  const config = readConfig({ PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'fatal', ...options.env });
  const system = await startSystem(config, {
    readings: options.readings ?? movedByHand(() => clock.nowMs),
    requestsPerSecond: options.requestsPerSecond ?? 100_000,
    // At its end each is verified here.
    keeps: false,
    ...(options.gateway ? { gateway: options.gateway } : {}),
    ...(options.build ? { build: options.build } : {}),
    prepare: async (hall) => {
      if (!hall.read(hallRecord).isSetUp())
        welcome = await setUpHall(hall, data, { sample: false, password: PASSWORD, hashed: hashedFor(data) });
    },
  });
  hallStarted(system, openBefore);
  const everyBoard = followEveryBoard(system);
  const origin = `http://127.0.0.1:${system.port}`;
  const cookies = new WeakMap<Client, string>();
  const followers: { board: BoardName; live: Followed<BoardName> }[] = [];
  const revoked = new Set<Followed<BoardName>>();
  /** One sign-in, however many devices are enrolled at once: more at the same time would rest the account. */
  let admin: Promise<Client> | null = null;

  /** Moves the clock and runs what is due then, as the relay would. */
  async function advance(ms: number): Promise<void> {
    clock.nowMs += ms;
    await system.sweep();
  }

  async function withCookie(path: string, body: object): Promise<Client> {
    const { client, cookie } = await signInAt(origin, path, body);
    cookies.set(client, cookie);
    return client;
  }

  async function checkBeforeStop(): Promise<void> {
    await system.hall.idle();
    for (const { board, live } of followers)
      await eventually(() => {
        if (revoked.has(live)) return;
        expect(live.snapshot(), `board ${board} came to who follows it`).not.toBeNull();
        expect(sorted(live.snapshot().rows)).toEqual(freshRows(system, board));
      });
    everyBoard.check();
    expect(system.store.ledger.firstBreak()).toBeNull();
    // In errors of their own all are named; an assertion cuts a list short.
    const differences = await rebuildDifferences(system.store, STREAMS);
    if (differences.length > 0) throw new Error(`rebuilt tables are not the live ones: ${differences.join('; ')}`);
    expect(streamsWithoutDay(system)).toEqual([]);
    // C7: each paper number is a given paper, or an event names it.
    expect(faultsOfPaperNumbers(system.store.ledger)).toEqual([]);
    const prefix = `{hall${system.hall.read(hallRecord).get().key}}`;
    const foreign = config.redisUrl ? [] : await foreignKeys(dir, prefix);
    if (foreign.length > 0) throw new Error(`the hall's Redis has keys outside ${prefix}: ${foreign.join(', ')}`);
  }

  const clerk = (account: string) => withCookie('/session', { account, password: PASSWORD });
  const device = async (kind: 'kiosk' | 'display') => {
    admin ??= clerk([...system.hall.read(clerks).all().values()].find(({ role }) => role === 'administrator')!.account);
    // A hall that another harness has left may have one of the same name.
    const name = `k ${newRequestId()}`;
    const { code } = await (await admin).devices.create({ requestId: newRequestId(), kind, name });
    return withCookie('/devices/enrol', { code });
  };

  return {
    system,
    origin,
    dir,
    welcome,
    clock,
    clerk,
    kiosk: () => device('kiosk'),
    display: () => device('display'),
    anybody: () => createClient(origin),
    cookieOf: (client) => cookies.get(client) ?? '',
    follow<B extends BoardName>(client: Client, board: B): Followed<B> {
      let latest: Snapshot | null = null;
      let count = 0;
      const stop = followBoard(
        board,
        {
          onBoard: (snapshot) => {
            latest = snapshot;
            count++;
          },
          // Its session ended or was locked meanwhile: its screen asks for the password and follows nothing.
          onRevoked: () => revoked.add(live),
        },
        { origin, headers: { cookie: cookies.get(client) ?? '' } },
      );
      const followed = { snapshot: () => latest as unknown as Snapshot<B>, deltas: () => count, stop };
      const live = followed as unknown as Followed<BoardName>;
      followers.push({ board, live });
      return followed;
    },
    async stop(after) {
      const redisPid = system.redisPid();
      try {
        await checkBeforeStop();
      } catch (fault) {
        hallFailed(system);
        throw fault;
      } finally {
        for (const { live } of followers) live.stop();
        await system.stop();
        if (!options.dir) rmSync(dir, { recursive: true, force: true });
      }
      await hallStopped(system, after === 'goesOn');
      expect(redisPid > 0 && isRunning(redisPid), `its redis-server ${redisPid} runs on`).toBe(false);
    },
  };
}

let hashed: Promise<string> | undefined;

/** One hash, made once in a process: everybody of each test hall has the same password. */
async function hashedFor({ clerks: staff }: HallData): Promise<FirstPasswords> {
  hashed ??= hashApart((hash) => encodePassword(hash, PASSWORD));
  const encoded = await hashed;
  return staff.map(({ account }) => ({ account, password: PASSWORD, encoded }));
}

/** What grows by the day has its date in the id of its stream; events of an older schema had not. */
function streamsWithoutDay(system: System): string[] {
  return [...system.store.ledger.after(0)].flatMap(({ stream, v }) => {
    const { grows, v: now } = streamOf(STREAMS, stream)!;
    return grows !== 'day' || v !== now || /[:@]\d{4}-\d{2}-\d{2}$/.test(stream) ? [] : [stream];
  });
}

/** A follower of each board that misses no push (D2), whether or not a screen of the test follows it. */
function followEveryBoard(system: System) {
  const keeper = createBoards(system.hall);
  const states = Object.fromEntries(
    BoardNames.options.map((board) => [board, { snapshot: keeper.shared(board), needsSnapshot: false }]),
  ) as Record<BoardName, FollowState<BoardName>>;
  const taken = new Map<BoardName, number>();
  const take = (pushes: Push[]) => {
    for (const push of pushes) {
      const { board } = 'delta' in push ? push.delta : push.snapshot;
      states[board] = follow(states[board], push);
      taken.set(board, (taken.get(board) ?? 0) + 1);
    }
  };
  system.hall.onCommitted((committed) => take(keeper.pushesFor(committed, () => true)));
  system.hall.condition.onChange(() => take(keeper.troublePushes(() => true)));
  return {
    check(): void {
      take(keeper.rangePushes(() => true));
      for (const board of BoardNames.options) {
        expect(taken.get(board) ?? 0, `pushes of board ${board}`).toBeGreaterThan(0);
        expect(states[board].needsSnapshot).toBe(false);
        expect(sorted(states[board].snapshot!.rows), `board ${board}`).toEqual(freshRows(system, board));
      }
    },
  };
}

/** Signs in, or enrols a device: a client with the cookie it got. */
export async function signInAt(
  origin: string,
  path: string,
  body: object,
): Promise<{ client: Client; cookie: string }> {
  const response = await fetch(`${origin}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { client: createClient(origin, { cookie }), cookie };
}

/** Waits for a condition, never for a duration. */
export async function eventually<T>(check: () => T | Promise<T>, withinMs = 10_000): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** The code of the refusal that a call throws. */
export async function refusalCode(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'accepted';
}

function freshRows(system: System, board: BoardName): Record<string, unknown> {
  return sorted(system.boards.snapshot(board).rows);
}

/** Rows by id: a board has no order of its own. */
function sorted(rows: Boards[BoardName]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [
      name,
      [...(list as { id: string }[])].sort((a, b) => a.id.localeCompare(b.id)),
    ]),
  );
}
