/** Sessions and accounts over HTTP; hashing stays outside the transactions. */
import { randomBytes } from 'node:crypto';
import type { ClerkId, RequestId } from '../../schema/ids.ts';
import type { Clerk, Me } from '../../schema/people/clerk.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/refusal.ts';
import { RESIDENT } from '../../schema/who.ts';
import type { Hall } from '../ledger/hall.ts';
import { type Asker, asks, type WithCookie } from '../ledger/subject/route.ts';
import { becomeFirstAdministrator, isFirstLink } from './acts/first-administrator.ts';
import { newPassword, saveClerk } from './acts/save-clerk.ts';
import { beginSession, endSession, type Session, setPassword, trySignIn } from './acts/sign-in.ts';
import { encodePassword, fits, isStrong } from './password.ts';
import { clerks } from './tables/clerks.ts';
import { passwords } from './tables/passwords.ts';
import { me, staff } from './views/staff.ts';

/** A password nobody has; unknown accounts take as long as known ones. */
let nobody: Promise<string> | null = null;

/** Refuses `too-many-tries` while the account rests, else `sign-in-failed` without saying what was wrong. */
export async function signIn(hall: Hall, _: Asker, input: { account: string; password: string }) {
  nobody ??= encodePassword(randomBytes(16).toString('hex'));
  const known = await unasked(hall, 'try-sign-in', (tx) => trySignIn(tx, input.account));
  if (isRefusal(known)) return known;
  const right = await fits(input.password, known?.clerk.active ? known.password.encoded : await nobody);
  if (!known || !right) return refuse('sign-in-failed');
  return began(await unasked(hall, 'sign-in', (tx) => beginSession(tx, known)));
}

async function signOut(hall: Hall, { secret }: Asker): Promise<WithCookie<Record<string, never>>> {
  if (secret) await unasked(hall, 'sign-out', (tx) => endSession(tx, secret));
  return { answer: {}, cookie: { kind: 'session', secret: null, lastsMs: null } };
}

async function changePassword(hall: Hall, { actor }: Asker, { present, next }: { present: string; next: string }) {
  const clerk = actor.kind === 'clerk' ? hall.read(clerks).all().get(actor.id) : undefined;
  const password = clerk && hall.read(passwords).of(clerk.id);
  if (!clerk || !password || !(await fits(present, password.encoded))) return refuse('sign-in-failed');
  if (!isStrong(next, clerk.account) || next === present) return refuse('password-too-weak');
  const encoded = await encodePassword(next);
  return began(await unasked(hall, 'change-password', (tx) => setPassword(tx, { clerk, password }, encoded)));
}

async function firstAdministrator(
  hall: Hall,
  _: Asker,
  { password, ...who }: { token: string; account: string; name: string; password: string },
) {
  if (!isStrong(password, who.account)) return refuse('password-too-weak');
  if (!isFirstLink(hall, who.token, hall.nowMs())) return refuse('link-unknown');
  const encoded = await encodePassword(password);
  return began(await unasked(hall, 'first-administrator', (tx) => becomeFirstAdministrator(tx, { ...who, encoded })));
}

/** A new password is answered once, in the clear; it is changed at the first sign-in. */
async function save(
  hall: Hall,
  { actor }: Asker,
  input: { requestId: RequestId; clerk: Omit<Clerk, 'id'> & { id?: ClerkId }; newPassword: boolean },
) {
  const { clerk, requestId } = input;
  const text = clerk.id && !input.newPassword ? null : newPassword();
  const password = text === null ? null : { text, encoded: await encodePassword(text) };
  return hall.commit({ command: 'save-clerk', requestId, actor }, (tx) => saveClerk(tx, { clerk, password }));
}

/** A command without a request id, by nobody who is known yet. */
function unasked<T>(hall: Hall, command: string, unit: Parameters<typeof hall.commit<T>>[1]) {
  return hall.commit<T>({ command, requestId: null, actor: RESIDENT }, unit);
}

/** Its secret goes into the cookie, never into the answer. */
function began(session: Session | Refusal): WithCookie<Me> | Refusal {
  if (isRefusal(session)) return session;
  const { me: answer, secret, lastsMs } = session;
  return { answer, cookie: { kind: 'session', secret, lastsMs } };
}

export const peopleRoutes = {
  session: { me: asks(me), signIn, signOut, changePassword, firstAdministrator },
  administration: { clerks: asks(staff), saveClerk: save },
};
