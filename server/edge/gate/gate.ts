/** THE GATE before API, pages, papers and files: staff, kiosks and displays go through, strangers in turn, a crowd slowly (S2). */
import type { Request, RequestHandler, Response } from 'express';
import { actorName } from '../../../schema/who.ts';
import type { Hall } from '../../ledger/hall.ts';
import { KNOWN } from '../connections/connections.ts';
import { refuseHere } from '../edge.ts';
import { createLimit, inSeconds, type Limit } from '../limits.ts';
import { knownActor } from '../who.ts';
import type { Place } from './address.ts';
import { createTurns } from './turns.ts';
import { opensPage, type Visitors } from './visitor.ts';

export type GateParts = {
  hall: Hall;
  place: Place;
  visitors: Visitors;
  /** Of one session or device; what strangers get is a multiple of it. */
  requestsPerSecond: number;
};

/** A page is three requests, and asks again every ten seconds: a person who taps quickly stays far below. */
const OF_VISITOR = 0.2;
/** Of one address, without a cookie: programs, and phones that come for the first time. */
const OF_ADDRESS = 2;
/** Phones that come for the first time at one address: 300 in half a minute fill the largest hall. */
const NEW_OF_ADDRESS = 0.2;
/** Files of a screen, of one key: a new screen loads its fonts in a hundred slices, and each costs the hall little. */
const OF_FILES = 6;
const FILE = /^\/(?:assets|voice|fonts)\//;
/** Over a limit a request waits for its next second so often, and is then refused. */
const SLOWED_TIMES = 3;
/** Waiting requests of one key, and of all: held in memory, a few kB each. */
const MOST_OF_KEY = 100;
const MOST = 1_000;

export function createGate({ hall, place, visitors, requestsPerSecond }: GateParts): RequestHandler {
  const ofKnown = createLimit(requestsPerSecond);
  const ofVisitor = createLimit(requestsPerSecond * OF_VISITOR);
  const ofAddress = createLimit(requestsPerSecond * OF_ADDRESS);
  const ofFiles = createLimit(requestsPerSecond * OF_FILES);
  const newOfAddress = createLimit(requestsPerSecond * NEW_OF_ADDRESS);
  const turns = createTurns(MOST, MOST_OF_KEY);
  const slowed = new Map<string, number>();

  /** Waits until `key` is within its limit again; false where too many wait, or it waited too often. */
  async function inTime(limit: Limit, key: string): Promise<boolean> {
    for (let times = 0; ; times++) {
      const overMs = await limit(key);
      if (overMs === null) return true;
      const others = slowed.get(key) ?? 0;
      if (times === SLOWED_TIMES || others >= MOST_OF_KEY) return false;
      slowed.set(key, others + 1);
      await new Promise((resolve) => setTimeout(resolve, overMs));
      const left = slowed.get(key)! - 1;
      if (left > 0) slowed.set(key, left);
      else slowed.delete(key);
    }
  }

  /** A phone that comes for the first time gets its cookie; in a crowd that is all it gets, and it asks again by itself. */
  async function welcomes(request: Request, response: Response, address: string): Promise<boolean> {
    if (!opensPage(request) || (await newOfAddress(address)) !== null) return inTime(ofAddress, address);
    visitors.give(response);
    const overMs = await ofAddress(address);
    if (overMs !== null) response.set('Refresh', String(inSeconds(overMs)));
    return overMs === null;
  }

  return async (request, response, next) => {
    const { cookie } = request.headers;
    const isFile = FILE.test(request.path);
    const known = knownActor(hall, cookie);
    if (known) {
      response.locals[KNOWN] = true;
      if (isFile) return (await inTime(ofFiles, actorName(known))) ? next() : refuse(request, response, 1);
      const overMs = await ofKnown(actorName(known));
      return overMs === null ? next() : refuse(request, response, overMs);
    }
    const visitor = visitors.of(cookie);
    // A clerk who signs in stands beside the crowd of the same address, not behind it.
    const kind = request.method === 'POST' && request.path === '/api/session' ? 'sign-in' : 'address';
    const key = visitor ? `visitor:${visitor}` : `${kind}:${place(request)}`;
    const passes = visitor || isFile ? inTime(isFile ? ofFiles : ofVisitor, key) : welcomes(request, response, key);
    if (!(await passes) || !(await turns.wait(key, () => response.closed))) return refuse(request, response, 1);
    if (!response.closed) next();
  };
}

function refuse(request: Request, response: Response, overMs: number): void {
  response.set('Retry-After', String(inSeconds(overMs)));
  refuseHere(request, response, 'too-fast');
}
