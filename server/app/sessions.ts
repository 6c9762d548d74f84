/** Who signs in: argon2id passwords, sessions in the hall's file, revocable; guessing is slow per account, never per address. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Me } from '../../schema/api.ts';
import type { ClerkId } from '../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/refusal.ts';
import { folded } from '../../schema/typed/signs.ts';
import { type Actor, RESIDENT } from '../../schema/who.ts';
import { access } from '../store/access.ts';
import type { StoredClerk } from '../store/reference.ts';
import { reference } from '../store/reference.ts';
import type { Tx } from './commit.ts';
import type { Hall } from './hall.ts';
import { argon2id } from './hashing.ts';

const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
/** After so many failures in a row an account rests. */
const FREE_TRIES = 5;
const REST_MS = 5 * 60_000;
/** The purpose of the one-time link. */
const FIRST = 'first-administrator';
const MIN_LENGTH = 10;
/** Under this name no account can be; tries at unknown ones are counted here, all together, and never looked at. */
const NOBODY = '';

/** `argon2id$memory$passes$salt$tag`, base64url. */
export async function encodePassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await argon2id({ ...COST, message: password, nonce: salt });
  return ['argon2id', COST.memory, COST.passes, salt.toString('base64url'), tag.toString('base64url')].join('$');
}

async function fits(password: string, encoded: string): Promise<boolean> {
  const [kind, memory, passes, salt = '', tag = ''] = encoded.split('$');
  if (kind !== 'argon2id') return false;
  const cost = { ...COST, memory: Number(memory), passes: Number(passes) };
  const found = await argon2id({ ...cost, message: password, nonce: Buffer.from(salt, 'base64url') });
  const expected = Buffer.from(tag, 'base64url');
  return found.length === expected.length && timingSafeEqual(found, expected);
}

/** A password nobody has; unknown accounts take as long as known ones. */
let nobody: Promise<string> | null = null;

/** Refuses `too-many-tries` while the account rests, else `sign-in-failed` without saying what was wrong. */
export async function signIn(
  hall: Hall,
  account: string,
  password: string,
): Promise<{ me: Me; secret: string; until: string } | Refusal> {
  nobody ??= encodePassword(randomBytes(16).toString('hex'));
  const clerk = await countTry(hall, account);
  if (isRefusal(clerk)) return clerk;
  const right = await fits(password, clerk?.active ? clerk.password : await nobody);
  if (!clerk || !right) return refuse('sign-in-failed');
  return hall.commit({ command: 'sign-in', requestId: null, actor: RESIDENT }, (tx) => {
    const present = unchanged(hall, clerk);
    if (!present) return refuse('sign-in-failed');
    tx.write(access).clearTries(present.account);
    return startSession(tx, present);
  });
}

/** Counted before the password is looked at, so that guesses made at once do not all pass; a right one clears it. */
function countTry(hall: Hall, account: string): Promise<StoredClerk | null | Refusal> {
  return hall.commit<StoredClerk | null>({ command: 'try-sign-in', requestId: null, actor: RESIDENT }, (tx) => {
    const clerk = tx.read(reference).clerkByAccount(account);
    const tries = clerk && tx.read(access).tries(clerk.account);
    const restMs = tries && tries.failed >= FREE_TRIES ? Date.parse(tries.until) - tx.nowMs : 0;
    if (restMs > 0) return refuse('too-many-tries', { minutes: Math.ceil(restMs / 60_000) });
    // What was typed may be a password: for an account that is none, nothing of it is kept, but a write takes its time.
    tx.write(access).addTry(clerk?.account ?? NOBODY, new Date(tx.nowMs + REST_MS).toISOString());
    return clerk;
  });
}

/** The clerk as of now, or null when a password or the right to sign in changed while a hash was made. */
function unchanged(hall: Hall, { id, password }: StoredClerk): StoredClerk | null {
  const present = hall.read(reference).clerks().get(id);
  return present?.active && present.password === password ? present : null;
}

/** A fresh session; to be called inside a transaction. */
function startSession(tx: Tx, clerk: StoredClerk) {
  const secret = randomBytes(24).toString('base64url');
  const until = new Date(tx.nowMs + tx.settings.sessionMs).toISOString();
  tx.write(access).addSession(secret, clerk.id, tx.now, until);
  return { me: meOf(clerk), secret, until };
}

export function meOf(clerk: StoredClerk): Me {
  return {
    clerkId: clerk.id,
    account: clerk.account,
    name: clerk.name,
    role: clerk.role,
    mustChangePassword: clerk.mustChangePassword,
    mayPick: clerk.mayPick,
  };
}

/** The actor behind a session's secret, or null. An inactive clerk has none. */
export function actorOfSession(hall: Hall, secret: string): (Actor & { kind: 'clerk' }) | null {
  const id = hall.read(access).clerkOfSession(secret, new Date(hall.nowMs()).toISOString());
  const clerk = id && hall.read(reference).clerks().get(id);
  if (!clerk?.active) return null;
  return { kind: 'clerk', id: clerk.id, name: clerk.name, role: clerk.role, mayPick: clerk.mayPick };
}

export async function signOut(hall: Hall, secret: string): Promise<void> {
  await hall.commit({ command: 'sign-out', requestId: null, actor: RESIDENT }, (tx) => {
    tx.write(access).endSession(secret);
    return {};
  });
}

/** Ends every other session of the account and answers with a fresh one. */
export async function changePassword(hall: Hall, clerkId: ClerkId, present: string, next: string) {
  const clerk = hall.read(reference).clerks().get(clerkId);
  if (!clerk || !(await fits(present, clerk.password))) return refuse('sign-in-failed');
  if (!isStrong(next, clerk.account) || next === present) return refuse('password-too-weak');
  const password = await encodePassword(next);
  return hall.commit({ command: 'change-password', requestId: null, actor: RESIDENT }, (tx) => {
    const before = unchanged(hall, clerk);
    if (!before) return refuse('sign-in-failed');
    const changed = { ...before, password, mustChangePassword: false };
    tx.write(reference).saveClerk(changed);
    tx.write(access).endSessionsOf(clerkId);
    return startSession(tx, changed);
  });
}

/** Production's way in: the one-time link that the first start prints. */
export async function firstAdministrator(
  hall: Hall,
  input: { token: string; account: string; name: string; password: string },
) {
  if (!isStrong(input.password, input.account)) return refuse('password-too-weak');
  const now = new Date(hall.nowMs()).toISOString();
  // Without a link nobody makes the hall hash; it is used up in the transaction.
  if (!hall.read(access).hasOnceToken(input.token, FIRST, now)) return refuse('link-unknown');
  const password = await encodePassword(input.password);
  return hall.commit({ command: FIRST, requestId: null, actor: RESIDENT }, (tx) => {
    const { account, name } = input;
    if (tx.read(reference).clerkByAccount(account)) return refuse('account-taken');
    if (!tx.write(access).spendOnceToken(input.token, FIRST, tx.now)) return refuse('link-unknown');
    // Each start before made a link of its own.
    tx.write(access).endOnceTokens(FIRST);
    const clerk: StoredClerk = {
      id: tx.newId() as ClerkId,
      account,
      name,
      role: 'administrator',
      mayPick: false,
      active: true,
      password,
      mustChangePassword: false,
    };
    tx.write(reference).saveClerk(clerk);
    tx.touchReference();
    return startSession(tx, clerk);
  });
}

function isStrong(password: string, account: string): boolean {
  return password.length >= MIN_LENGTH && folded(password) !== folded(account);
}
