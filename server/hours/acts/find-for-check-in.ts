/** Who checks in, found without being guessed at (H8, S2): four digits are guessed in 10,000 tries, a code in 900,000. */
import type { Appointment } from '../../../schema/hours/appointment.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { LAST_FOUR } from '../../../schema/typed/numbers.ts';
import { actorName } from '../../../schema/who.ts';
import type { Tx } from '../../ledger/commit.ts';
import { addTry, CHECK_IN_TRIES, restsOf } from '../../people/acts/tries.ts';
import { people } from '../../people/tables/people.ts';
import { appointmentOfCode } from '../views/find-appointment.ts';

/** Wrong ones within `lastFourTriesMs` before nothing but the full number is taken: of one device, and of all kiosks. */
const SHORT_OF_DEVICE = 20;
const SHORT_OF_DAY = 60;
/** Wrong codes and names with one full number, before that number waits: at one device, and at all kiosks. */
const WHOSE_OF_DEVICE = 5;
const WHOSE_OF_NUMBER = 15;
/** Wrong full numbers of a device that are not slowed; after them one in SLOW_MS. */
const FULL_OF_DEVICE = 60;
const SLOW_MS = 5_000;

/** A wrong one is answered as a value, not as a refusal: that would undo the count of the try. */
export type Found = { appointment: Appointment } | { wrong: Refusal };

type Typed = { code: string; whose?: string | undefined };

/**
 * What is short is soon guessed, so it ends in the question for the full number, which is never shut. A wrong short one
 * was a guess at every appointment of the day, so the day counts it for all of them, whichever devices share the guessing.
 */
export function findForCheckIn(tx: Tx, typed: Typed): Found | Refusal {
  return typed.code.startsWith('+') ? byFullNumber(tx, typed) : byShortOne(tx, typed);
}

function byShortOne(tx: Tx, { code }: Typed): Found | Refusal {
  const device = `${CHECK_IN_TRIES}short:${actorName(tx.actor)}`;
  const day = `${CHECK_IN_TRIES}day:${tx.day}`;
  const isFull = (key: string, free: number) => restsOf(tx, [{ key, free }]) !== null;
  // A clerk sees who it is, and is not held up by what strangers type at kiosks.
  const isGuessed = tx.actor.kind !== 'clerk' && isFull(day, SHORT_OF_DAY);
  if (isFull(device, SHORT_OF_DEVICE) || isGuessed) return refuse('telephone-needed');
  if (LAST_FOUR.test(code) && isFull(device, tx.settings.lastFourTries)) return refuse('full-number-needed');
  return counted(tx, appointmentOfCode(tx, code), [device, day]);
}

function byFullNumber(tx: Tx, { code, whose }: Typed): Found | Refusal {
  const device = `${CHECK_IN_TRIES}full:${actorName(tx.actor)}`;
  const slow = `${CHECK_IN_TRIES}slow:${actorName(tx.actor)}`;
  const number = `${CHECK_IN_TRIES}number:${tx.read(people).telephoneHash(code).toString('hex')}`;
  const here = `${number}:${actorName(tx.actor)}`;
  if (restsOf(tx, [{ key: slow, free: 1 }])) return refuse('too-fast');
  // A clerk sees who it is.
  const guarded = [
    { key: here, free: WHOSE_OF_DEVICE },
    { key: number, free: WHOSE_OF_NUMBER },
  ];
  const rests = whose && tx.actor.kind !== 'clerk' ? restsOf(tx, guarded) : null;
  if (rests) return rests;
  const isSlowed = restsOf(tx, [{ key: device, free: FULL_OF_DEVICE - 1 }]) !== null;
  const found = appointmentOfCode(tx, code, whose);
  // Several people behind a right number are no guess.
  if (isRefusal(found) && found.refused === 'whose-needed') return found;
  const answer = counted(tx, found, whose ? [device, here, number] : [device]);
  if (isSlowed && 'wrong' in answer) addTry(tx, slow, SLOW_MS);
  return answer;
}

function counted(tx: Tx, found: Appointment | Refusal, keys: string[]): Found {
  if (!isRefusal(found)) return { appointment: found };
  for (const key of keys) addTry(tx, key, tx.settings.lastFourTriesMs);
  return { wrong: found };
}
