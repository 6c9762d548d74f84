/** Wrong passwords slow the account and the place together, never the account for places where it signed in before (S2). */
import { randomBytes } from 'node:crypto';
import type { ClerkId, Instant } from '../../../schema/ids.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { folded } from '../../../schema/typed/signs.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { From } from '../../ledger/subject/route.ts';
import type { HashTurn } from '../hashing.ts';
import { clerks } from '../tables/clerks.ts';
import { knownPlaces } from '../tables/known-places.ts';
import { tries } from '../tables/tries.ts';

/** Wrong ones in a row without a wait. */
const FREE_TRIES = 5;
/** The wait after these; it doubles with each further one. */
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
/** NIST SP 800-63B, 5.2.2: wrong ones in a row, from wherever, before an account takes none from strangers. */
const STRANGERS_MOST = 100;
const DAY_MS = 24 * 3_600_000;
/** A browser and an address are remembered for so long after they were last signed in from. */
const KNOWN_MS = 90 * DAY_MS;

/** Keys begin so: of an account at one place, and of an account at all places of a kind. */
const AT_PLACE = 'place:';
const FROM_ALL = 'all:';

/**
 * One more guess, counted before the password is looked at, so that guesses made at once do not all pass. A name that
 * is no account is counted like one: the waits tell nothing. What was typed is not kept, it may be a password.
 */
export function countGuess(tx: Tx, account: string, clerk: ClerkId | null, from: From): Refusal | null {
  const { place, all } = keysOf(tx, account, clerk, from);
  const before = tx.read(tries).of(place);
  const isFresh = before !== null && Date.parse(before.until) + DAY_MS > tx.nowMs;
  const waitMs = isFresh ? Date.parse(before.until) - tx.nowMs : 0;
  if (waitMs > 0) return refuse('too-many-tries', { minutes: Math.ceil(waitMs / 60_000) });
  if (all && (tx.read(tries).of(all)?.failed ?? 0) >= STRANGERS_MOST) return refuse('sign-in-where-known');
  if (!isFresh) tx.write(tries).clear(place);
  tx.write(tries).add(place, inMs(tx, waitAfter((isFresh ? before.failed : 0) + 1)));
  if (all) tx.write(tries).add(all, inMs(tx, KNOWN_MS));
  return null;
}

/** The right one: its place is known from now on. Answers with the secret by which the browser is known again. */
export function rightGuess(tx: Tx, account: string, clerk: ClerkId, from: From): string {
  tx.write(tries).clear(keysOf(tx, account, clerk, from).place);
  for (const kind of ['strangers', 'house'] as const) tx.write(tries).clear(allKey(kind, clerk));
  const places = tx.write(knownPlaces);
  const isOurs = from.browser && places.isOfHouse(places.hashOf('browser', from.browser), tx.now);
  const browser = isOurs ? from.browser! : randomBytes(24).toString('base64url');
  places.remember(places.hashOf('browser', browser), clerk, inMs(tx, KNOWN_MS));
  places.remember(places.hashOf('address', from.address), clerk, inMs(tx, KNOWN_MS));
  return browser;
}

/** Somebody in charge has given a new password: the guesses at the old one count no more. */
export function forgetGuesses(tx: Tx, clerk: ClerkId): void {
  tx.write(tries).clearAll(`${AT_PLACE}${clerk}:`);
  for (const kind of ['strangers', 'house'] as const) tx.write(tries).clear(allKey(kind, clerk));
}

export function dropOldGuesses(tx: Tx): void {
  tx.write(tries).drop('', inMs(tx, -DAY_MS));
  tx.write(knownPlaces).erase(tx.now);
}

/** Whose turn it is when passwords wait to be hashed: an account at a place, whether or not it exists. */
export function hashTurnOf(from: Reader, account: string, asker: From): HashTurn {
  return turnAt(placeOf(from, account, from.read(clerks).byAccount(account)?.id ?? null, asker));
}

/** The same of an account that was looked up. */
export function turnOfClerk(from: Reader, { id, account }: Clerk, asker: From): HashTurn {
  return turnAt(placeOf(from, account, id, asker));
}

function turnAt({ who, place, isKnown, isOfHouse }: ReturnType<typeof placeOf>): HashTurn {
  return { isKnown: isKnown || isOfHouse, key: `${who}:${place.toString('base64url')}` };
}

/** Null: nobody of the staff has signed in with it. */
export function browserOfHouse(from: Reader, browser: string | null): string | null {
  if (!browser) return null;
  const hash = from.read(knownPlaces).hashOf('browser', browser);
  return from.read(knownPlaces).isOfHouse(hash, new Date(from.nowMs).toISOString()) ? hash.toString('base64url') : null;
}

/** For how long the browser keeps its secret. */
export const BROWSER_MS = KNOWN_MS;

/** `all` is null at a place where the account signed in before: there only the place itself is slowed. */
function keysOf(tx: Tx, account: string, clerk: ClerkId | null, from: From) {
  const { who, place, isKnown, isOfHouse } = placeOf(tx, account, clerk, from);
  return {
    place: `${AT_PLACE}${who}:${place.toString('base64url')}`,
    all: isKnown ? null : allKey(isOfHouse ? 'house' : 'strangers', who),
  };
}

function placeOf({ read, nowMs }: Reader, account: string, clerk: ClerkId | null, from: From) {
  const places = read(knownPlaces);
  const now = new Date(nowMs).toISOString();
  // Names that are no account share 65,536 counts, so that invented ones do not fill the file.
  const who = clerk ?? places.hashOf('nobody', folded(account)).toString('hex', 0, 2);
  const browser = from.browser ? places.hashOf('browser', from.browser) : null;
  // A browser of the house is told from what else comes from the house's one address.
  const isOfHouse = browser !== null && places.isOfHouse(browser, now);
  const place = isOfHouse ? browser : places.hashOf('address', from.address);
  const isKnown = clerk !== null && places.isOf(place, clerk, now);
  return { who, place, isKnown, isOfHouse };
}

function allKey(kind: 'strangers' | 'house', who: string): string {
  return `${FROM_ALL}${kind}:${who}`;
}

function waitAfter(failed: number): number {
  return failed < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failed - FREE_TRIES));
}

function inMs(tx: Tx, ms: number): Instant {
  return new Date(tx.nowMs + ms).toISOString();
}
