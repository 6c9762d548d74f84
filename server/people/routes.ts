/** Sessions and accounts over HTTP; hashing stays outside the transactions. */
import { randomBytes } from 'node:crypto';
import type { ClerkId, RequestId } from '../../schema/ids.ts';
import type { Clerk, Me } from '../../schema/people/clerk.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/refusal.ts';
import { actorName, RESIDENT } from '../../schema/who.ts';
import { hallRecord } from '../hall/tables/hall-record.ts';
import type { Nothing, Tx } from '../ledger/commit.ts';
import type { Hall } from '../ledger/hall.ts';
import {
  type Asker,
  asks,
  commits,
  commitsAnew,
  type From,
  NOWHERE,
  type WithCookies,
} from '../ledger/subject/route.ts';
import { endAbsence, enterAbsence } from './acts/absences.ts';
import { clearContact, clearOwnContact, saveContact, speakLanguage } from './acts/contacts.ts';
import { becomeFirstAdministrator, isFirstLink } from './acts/first-administrator.ts';
import { BROWSER_MS, hashTurnOf } from './acts/guesses.ts';
import { newPassword, saveClerk } from './acts/save-clerk.ts';
import { allowSignIn, blockSignIn, endSessions, lockSession, unlockSession } from './acts/sessions.ts';
import { beginSession, endSession, type Known, type Session, setPassword, trySignIn } from './acts/sign-in.ts';
import { type Hash, hashInTurn } from './hashing.ts';
import { composed, encodePassword, fits } from './password.ts';
import { weaknessOf } from './strength.ts';
import { clerks } from './tables/clerks.ts';
import { contacts } from './tables/contacts.ts';
import { absencesFor } from './views/absences.ts';
import { contactOf } from './views/contacts.ts';
import { sessionsOf } from './views/sessions.ts';
import { maySignIn, me, meOf, staff } from './views/staff.ts';

/** A password nobody has; unknown accounts take as long as known ones. */
let nobody: Promise<string> | null = null;

/** Refuses while the account waits at this place, else `sign-in-failed` without saying what was wrong. */
async function signIn(hall: Hall, { from = NOWHERE }: Asker, input: { account: string; password: string }) {
  const turn = hall.look((now) => hashTurnOf(now, input.account, from));
  const known = await hashInTurn(turn, (hash) => guess(hall, hash, input, from));
  return isRefusal(known) ? known : began(await unasked(hall, 'sign-in', (tx) => beginSession(tx, known, from)));
}

/** The account whose password this is; whoever guesses, and wherever it is asked for, each guess counts. */
async function guess(
  hall: Hall,
  hash: Hash,
  { account, password }: { account: string; password: string },
  from: From,
): Promise<Known | Refusal> {
  nobody ??= encodePassword(hash, randomBytes(16).toString('hex'));
  const known = await unasked(hall, 'try-sign-in', (tx) => trySignIn(tx, account, from));
  if (isRefusal(known)) return known;
  const right = await fits(hash, password, known && maySignIn(known.clerk) ? known.password.encoded : await nobody);
  return known && right ? known : refuse('sign-in-failed');
}

async function signOut(hall: Hall, { secret }: Asker): Promise<WithCookies<Record<string, never>>> {
  if (secret) await unasked(hall, 'sign-out', (tx) => endSession(tx, secret));
  return { answer: {}, cookies: [{ kind: 'session', secret: null, lastsMs: null }] };
}

/** The new one is looked at first: its fault is no guess at the present one. */
async function changePassword(
  hall: Hall,
  { actor, from = NOWHERE }: Asker,
  { present, next }: { present: string; next: string },
) {
  const clerk = actor.kind === 'clerk' ? hall.read(clerks).all().get(actor.id) : undefined;
  if (!clerk) return refuse('not-signed-in');
  if (composed(next) === composed(present)) return refuse('password-same');
  const weak = await weaknessOf(next, { ...clerk, hallNames: hall.read(hallRecord).get().names });
  if (weak) return weak;
  const { account } = clerk;
  const changed = await hashInTurn(
    hall.look((now) => hashTurnOf(now, account, from)),
    async (hash) => {
      const known = await guess(hall, hash, { account, password: present }, from);
      return isRefusal(known) ? known : { known, encoded: await encodePassword(hash, next) };
    },
  );
  if (isRefusal(changed)) return changed;
  const { known, encoded } = changed;
  // A3: whoever has to change it could do nothing before.
  const wish = { command: 'change-password', requestId: null, actor, whenFull: true };
  return began(await hall.commit(wish, (tx) => setPassword(tx, known, encoded, from)));
}

async function firstAdministrator(
  hall: Hall,
  { from = NOWHERE }: Asker,
  { password, ...who }: { token: string; account: string; name: string; password: string },
) {
  if (!isFirstLink(hall, who.token, hall.nowMs())) return refuse('link-unknown');
  const weak = await weaknessOf(password, { ...who, hallNames: hall.read(hallRecord).get().names });
  if (weak) return weak;
  const turn = { isKnown: true, key: 'first-administrator' };
  const encoded = await hashInTurn(turn, (hash) => encodePassword(hash, password));
  if (isRefusal(encoded)) return encoded;
  const wish = { ...who, encoded, from };
  return began(await unasked(hall, 'first-administrator', (tx) => becomeFirstAdministrator(tx, wish)));
}

/** A new password is answered once, in the clear; it is changed at the first sign-in. */
async function save(
  hall: Hall,
  { actor }: Asker,
  input: { requestId: RequestId; clerk: Omit<Clerk, 'id' | 'blocked'> & { id?: ClerkId }; newPassword: boolean },
) {
  const { clerk, requestId } = input;
  const text = clerk.id && !input.newPassword ? null : newPassword();
  const turn = { isKnown: true, key: actorName(actor) };
  const encoded = text === null ? null : await hashInTurn(turn, (hash) => encodePassword(hash, text));
  if (isRefusal(encoded)) return encoded;
  const password = text === null || encoded === null ? null : { text, encoded };
  return hall.commit({ command: 'save-clerk', requestId, actor }, (tx) => saveClerk(tx, { clerk, password }));
}

/** A command without a request id, by nobody who is known yet: signing in and out, also where the disk is full. */
function unasked<T>(hall: Hall, command: string, unit: Parameters<typeof hall.commit<T>>[1]) {
  return hall.commit<T>({ command, requestId: null, actor: RESIDENT, whenFull: true }, unit);
}

/** Its secrets go into cookies, never into the answer. */
function began(session: Session | Refusal): WithCookies<Me> | Refusal {
  if (isRefusal(session)) return session;
  const { me: answer, secret, lastsMs, browser } = session;
  const remembered = { kind: 'browser' as const, secret: browser, lastsMs: BROWSER_MS };
  return { answer, cookies: [{ kind: 'session', secret, lastsMs }, remembered] };
}

/** The same account's password opens a locked screen again; each guess counts as at the sign-in. */
async function unlock(hall: Hall, { actor, secret, from = NOWHERE }: Asker, { password }: { password: string }) {
  const clerk = actor.kind === 'clerk' ? hall.read(clerks).all().get(actor.id) : undefined;
  if (!clerk || secret === null) return refuse('not-signed-in');
  const { account } = clerk;
  const turn = hall.look((now) => hashTurnOf(now, account, from));
  const known = await hashInTurn(turn, (hash) => guess(hall, hash, { account, password }, from));
  if (isRefusal(known)) return known;
  const unlocked = await unasked(hall, 'unlock', (tx) => {
    const found = unlockSession(tx, known, secret, from);
    return isRefusal(found) ? found : { ...found, me: meOf(tx, found.clerk) };
  });
  if (isRefusal(unlocked)) return unlocked;
  const { me: answer, next, lastsMs } = unlocked;
  return { answer, cookies: [{ kind: 'session' as const, secret: next, lastsMs }] };
}

const withSecret =
  (command: string, act: (tx: Tx, secret: string) => Nothing) =>
  (hall: Hall, { secret }: Asker): Nothing | Promise<Nothing | Refusal> =>
    secret === null ? {} : unasked(hall, command, (tx) => act(tx, secret));

async function endOwnSessions(hall: Hall, { actor, secret }: Asker, { sessionId }: { sessionId?: string | undefined }) {
  if (actor.kind !== 'clerk') return refuse('not-signed-in');
  const wish = { command: 'end-sessions', requestId: null, actor };
  return hall.commit(wish, (tx) => endSessions(tx, { clerkId: actor.id, sessionId, but: secret }));
}

export const peopleRoutes = {
  absences: {
    list: asks((from, _: unknown, actor) =>
      actor.kind === 'clerk' ? absencesFor(from, actor) : refuse('not-signed-in'),
    ),
    enter: commits('enter-absence', enterAbsence),
    end: commits('end-absence', endAbsence),
  },
  session: {
    me: (hall: Hall, asker: Asker) => hall.look((from) => me(from, asker)),
    signIn,
    signOut,
    changePassword,
    firstAdministrator,
    sessions: (hall: Hall, { actor, secret }: Asker) =>
      actor.kind === 'clerk' ? hall.look((from) => sessionsOf(from, actor.id, secret)) : refuse('not-signed-in'),
    endSessions: endOwnSessions,
    lock: withSecret('lock', lockSession),
    unlock,
    contact: asks((from, _: unknown, actor) =>
      actor.kind === 'clerk' ? contactOf(from, actor.id) : refuse('not-signed-in'),
    ),
    saveContact: commits('save-contact', saveContact),
    clearContact: commits('clear-own-contact', clearOwnContact),
    speak: commitsAnew('speak-language', speakLanguage),
    // That somebody is there is written by the edge, as of every wish.
    stay: () => ({}),
  },
  administration: {
    clerks: asks(staff),
    saveClerk: save,
    sessions: (hall: Hall, { secret }: Asker, { clerkId }: { clerkId: ClerkId }) =>
      hall.look((from) => sessionsOf(from, clerkId, secret)),
    endSessions: commits('end-sessions', endSessions),
    contact: asks((from, { clerkId }: { clerkId: ClerkId }) => ({
      isEntered: from.read(contacts).of(clerkId) !== null,
    })),
    clearContact: commits('clear-contact', clearContact),
    block: commits('block-sign-in', blockSignIn),
    allow: commits('allow-sign-in', allowSignIn),
  },
};
