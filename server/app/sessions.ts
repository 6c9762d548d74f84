/** Who signs in: argon2id passwords, sessions in the hall's file, revocable; guessing is slow per account, never per address. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Me } from '../../schema/api.ts';
import type { ClerkId } from '../../schema/ids.ts';
import { type Refusal, refuse } from '../../schema/refusal.ts';
import type { StoredClerk } from '../store/reference.ts';
import type { Actor } from './actor.ts';
import type { Hall } from './hall.ts';

const derive = promisify(argon2);
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
/** After so many failures in a row an account rests. */
const FREE_TRIES = 5;
const REST_MS = 5 * 60_000;
const MIN_LENGTH = 10;

/** `argon2id$memory$passes$salt$tag`, base64url. */
export async function encodePassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive('argon2id', { ...COST, message: password, nonce: salt });
  return ['argon2id', COST.memory, COST.passes, salt.toString('base64url'), tag.toString('base64url')].join('$');
}

async function fits(password: string, encoded: string): Promise<boolean> {
  const [kind, memory, passes, salt = '', tag = ''] = encoded.split('$');
  if (kind !== 'argon2id') return false;
  const cost = { ...COST, memory: Number(memory), passes: Number(passes) };
  const found = await derive('argon2id', { ...cost, message: password, nonce: Buffer.from(salt, 'base64url') });
  const expected = Buffer.from(tag, 'base64url');
  return found.length === expected.length && timingSafeEqual(found, expected);
}

/** A password nobody has; unknown accounts take as long as known ones. */
let nobody: Promise<string> | null = null;

export async function signIn(
  hall: Hall,
  account: string,
  password: string,
): Promise<{ me: Me; secret: string; until: string } | Refusal> {
  const { access, reference } = hall.store;
  const tries = access.tries(account);
  const restMs = tries && tries.failed >= FREE_TRIES ? Date.parse(tries.until) - hall.nowMs() : 0;
  if (restMs > 0) return refuse('too-many-tries', { minutes: Math.ceil(restMs / 60_000) });
  nobody ??= encodePassword(randomBytes(16).toString('hex'));
  const clerk = reference.clerkByAccount(account);
  const right = await fits(password, clerk?.active ? clerk.password : await nobody);
  return hall
    .commit({ command: 'sign-in', requestId: null, actor: { kind: 'resident' } }, (tx) => {
      if (!clerk?.active || !right) {
        // Not a refusal inside the transaction: the failed try has to stay.
        access.addTry(account, new Date(tx.nowMs + REST_MS).toISOString());
        return null;
      }
      access.clearTries(account);
      return startSession(hall, clerk, tx.nowMs);
    })
    .then((session) => session ?? refuse('sign-in-failed'));
}

/** A fresh session; to be called inside a transaction. */
function startSession(hall: Hall, clerk: StoredClerk, nowMs: number) {
  const secret = randomBytes(24).toString('base64url');
  const until = new Date(nowMs + hall.settings().sessionMs).toISOString();
  hall.store.access.addSession(secret, clerk.id, new Date(nowMs).toISOString(), until);
  return { me: meOf(hall, clerk), secret, until };
}

export function meOf(hall: Hall, clerk: StoredClerk): Me {
  return {
    clerkId: clerk.id,
    account: clerk.account,
    name: clerk.name,
    role: clerk.role,
    counterId: hall.store.places.counterOf(clerk.id)?.id ?? null,
    mustChangePassword: clerk.mustChangePassword,
    mayPick: clerk.mayPick,
  };
}

/** The actor behind a session's secret, or null. An inactive clerk has none. */
export function actorOfSession(hall: Hall, secret: string): (Actor & { kind: 'clerk' }) | null {
  const id = hall.store.access.clerkOfSession(secret, new Date(hall.nowMs()).toISOString());
  const clerk = id && hall.store.reference.clerks().get(id);
  if (!clerk?.active) return null;
  return { kind: 'clerk', id: clerk.id, name: clerk.name, role: clerk.role, mayPick: clerk.mayPick };
}

export async function signOut(hall: Hall, secret: string): Promise<void> {
  await hall.commit({ command: 'sign-out', requestId: null, actor: { kind: 'resident' } }, () => {
    hall.store.access.endSession(secret);
    return {};
  });
}

/** Ends every other session of the account and answers with a fresh one. */
export async function changePassword(hall: Hall, clerkId: ClerkId, present: string, next: string) {
  const clerk = hall.store.reference.clerks().get(clerkId);
  if (!clerk || !(await fits(present, clerk.password))) return refuse('sign-in-failed');
  if (!isStrong(next, clerk.account) || next === present) return refuse('password-too-weak');
  const password = await encodePassword(next);
  return hall.commit({ command: 'change-password', requestId: null, actor: { kind: 'resident' } }, (tx) => {
    const changed = { ...clerk, password, mustChangePassword: false };
    tx.store.reference.saveClerk(changed);
    tx.store.access.endSessionsOf(clerkId);
    return startSession(hall, changed, tx.nowMs);
  });
}

/** Production's way in: the one-time link that the first start prints. */
export async function firstAdministrator(
  hall: Hall,
  input: { token: string; account: string; name: string; password: string },
) {
  if (!isStrong(input.password, input.account)) return refuse('password-too-weak');
  const password = await encodePassword(input.password);
  return hall.commit({ command: 'first-administrator', requestId: null, actor: { kind: 'resident' } }, (tx) => {
    const { access, reference } = tx.store;
    if (!access.useOnceToken(input.token, 'first-administrator', tx.now)) return refuse('link-unknown');
    const { account, name } = input;
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
    reference.saveClerk(clerk);
    tx.touchReference();
    return startSession(hall, clerk, tx.nowMs);
  });
}

function isStrong(password: string, account: string): boolean {
  return password.length >= MIN_LENGTH && password.toLowerCase() !== account.toLowerCase();
}
