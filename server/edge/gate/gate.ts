/** THE GATE before API, pages, papers and files: staff, kiosks and displays go through, strangers in turn, a crowd slowly (S2). */
import type { Request, RequestHandler, Response } from 'express';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { actorName } from '../../../schema/who.ts';
import type { Hall } from '../../ledger/hall.ts';
import { browserOfHouse } from '../../people/acts/guesses.ts';
import { KNOWN } from '../connections/connections.ts';
import { refuseHere } from '../edge.ts';
import { createLimit, inSeconds, type Limit } from '../limits.ts';
import { fromOf, knownActor } from '../who.ts';
import type { Place } from './address.ts';
import { createCrowded } from './crowded.ts';
import { createPatience } from './patience.ts';
import type { Proofs } from './proofs.ts';
import { createTurns } from './turns.ts';
import { opensPage, type Visitors } from './visitor.ts';

export type GateParts = {
  hall: Hall;
  place: Place;
  visitors: Visitors;
  proofs: Proofs;
  /** Of one session or device; what strangers get is a multiple of it. */
  requestsPerSecond: number;
};

/** A page is three requests, and asks again every ten seconds: a person who taps quickly stays far below. */
const OF_VISITOR = 0.2;
/** Of one address, without a cookie: programs, and phones that come for the first time. */
const OF_ADDRESS = 2;
/** Cookies for phones that come for the first time at one address: 300 in half a minute fill the largest hall. */
const NEW_OF_ADDRESS = 0.2;
/** Files of a screen, of one key: a new screen loads its fonts in a hundred slices, and each costs the hall little. */
const OF_FILES = 6;
const FILE = /^\/(?:assets|voice|fonts)\//;
/** What each page loads with it, out of memory. */
const FILE_OF_PAGE = /^\/(?:phone|paper|proof|proof-work)\.(?:css|js)$/;
/** Over a limit a request waits for its next second so often, and is then refused. */
const SLOWED_TIMES = 3;
/** Waiting requests of one key, and of all: held in memory, a few kB each. */
const MOST_OF_KEY = 100;
const MOST = 1_000;
/** Waiting for pages, and for what they load: at the pace of an address the last of 600 waits six seconds. */
const OPENING_OF_ADDRESS = 600;
const OPENING = 2_000;
const ASKS_AGAIN_S = 3;
/** What a program asks, and can answer; a form of a page and a file are slowed alone. */
const ASKED_FOR_WORK = /^\/api\//;
const TOO_FAST: Refusal = refuse('too-fast');

export function createGate({ hall, place, visitors, proofs, requestsPerSecond }: GateParts): RequestHandler {
  const ofKnown = createLimit(requestsPerSecond);
  const ofVisitor = createLimit(requestsPerSecond * OF_VISITOR);
  const ofAddress = createLimit(requestsPerSecond * OF_ADDRESS);
  const ofFiles = createLimit(requestsPerSecond * OF_FILES);
  const newOfAddress = createLimit(requestsPerSecond * NEW_OF_ADDRESS);
  const turns = createTurns(MOST, OPENING_OF_ADDRESS);
  const opens = createPatience(createLimit(requestsPerSecond * OF_ADDRESS), OPENING, OPENING_OF_ADDRESS);
  const loads = createPatience(createLimit(requestsPerSecond * OF_FILES), OPENING, OPENING_OF_ADDRESS);
  const crowded = createCrowded({ proofs, visitors });
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

  /** Those who come for the first time get their cookie, as many as fill a hall; with or without one they get the page. */
  async function welcomes(request: Request, response: Response, address: string): Promise<boolean> {
    const isGone = () => response.closed;
    if (FILE_OF_PAGE.test(request.path)) return loads(address, isGone);
    if (!opensPage(request)) return inTime(ofAddress, address);
    if ((await newOfAddress(address)) === null) visitors.give(response);
    return opens(address, isGone);
  }

  /** A browser of the house that signs in stands before whoever guesses at its address. */
  function ofHouse(request: Request): string | null {
    if (!signsIn(request)) return null;
    const browser = hall.look((from) => browserOfHouse(from, fromOf(request).browser));
    return browser && `browser:${browser}`;
  }

  return async (request, response, next) => {
    const { cookie } = request.headers;
    const isFile = FILE.test(request.path);
    const known = knownActor(hall, cookie);
    if (known) {
      response.locals[KNOWN] = true;
      if (isFile) return (await inTime(ofFiles, actorName(known))) ? next() : turnAway(request, response, 1);
      const overMs = await ofKnown(actorName(known));
      return overMs === null ? next() : turnAway(request, response, overMs);
    }
    const visitor = visitors.of(request);
    const address = place(request);
    const mayWork = ASKED_FOR_WORK.test(request.path) && !opensPage(request);
    const worked = !visitor && mayWork ? await crowded.proved(request, response, address) : null;
    const phone = visitor ? `visitor:${visitor}` : worked;
    const ofCrowd = `${kindOf(request)}:${address}`;
    const key = phone ?? ofHouse(request) ?? ofCrowd;
    const passes = phone || isFile ? inTime(isFile ? ofFiles : ofVisitor, key) : welcomes(request, response, key);
    if ((await passes) && (await turns.wait(key, () => response.closed))) {
      if (!response.closed) next();
      return;
    }
    turnAway(request, response, 1, mayWork && key === ofCrowd ? await crowded.demand(address) : TOO_FAST);
  };
}

/** A clerk who signs in, and somebody who opens a page, stand beside the crowd of the same address, not behind it. */
function kindOf(request: Request): 'sign-in' | 'page' | 'address' {
  if (signsIn(request)) return 'sign-in';
  return opensPage(request) || FILE_OF_PAGE.test(request.path) ? 'page' : 'address';
}

function signsIn({ method, path }: Request): boolean {
  return method === 'POST' && path === '/api/session';
}

function turnAway(request: Request, response: Response, overMs: number, { refused, facts } = TOO_FAST): void {
  response.set('Retry-After', String(inSeconds(overMs)));
  // Somebody in front of a browser gets the page without doing anything.
  if (opensPage(request)) response.set('Refresh', String(ASKS_AGAIN_S));
  refuseHere(request, response, refused, facts);
}
