/** The guard of every route: who asks, what they may, and refusals as HTTP answers. */
import { implement, ORPCError } from '@orpc/server';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { contract } from '../../schema/api.ts';
import type { Language } from '../../schema/ids.ts';
import {
  type Facts,
  invalid,
  isRefusal,
  REFUSALS,
  type Refusal,
  type RefusalCode,
  refusalSentence,
  refuse,
} from '../../schema/refusal.ts';
import { Link, type RouteMeta } from '../../schema/route.ts';
import { Telephone } from '../../schema/typed/telephone.ts';
import type { Role } from '../../schema/who.ts';
import type { Hall } from '../ledger/hall.ts';
import type { BoardKeeper } from '../live/boards.ts';
import { sessionSeen } from '../people/acts/sessions.ts';
import { standingOf } from '../people/views/sessions.ts';
import { mustChangePassword } from '../people/views/staff.ts';
import type { HeavyReads } from '../reads/heavy-reads.ts';
import type { Holds } from './gate/holds.ts';
import { accountBucket, inSeconds, type Limit } from './limits.ts';
import { fromOf, type Who, whoAsks } from './who.ts';

/** What a handler knows of the request; `who` has passed the route's roles. */
export type Asking = { request: Request; response: Response; language: Language };
export type Asked = Asking & { who: Who };
export type ApiParts = {
  hall: Hall;
  boards: BoardKeeper;
  reads: HeavyReads;
  /** Sign-ins of one account, whoever tries. */
  signIns: Limit;
  holds: Holds;
  onFault: (fault: unknown) => void;
};

/** The contract with its guard: roles and gates as declared, bad input as a refusal. */
export function guardedContract({ hall, signIns, holds, onFault }: ApiParts) {
  return implement(contract)
    .$context<Asking>()
    .use(async ({ context, next, procedure, path }, input) => {
      const { roles, gate } = procedure['~orpc'].meta as RouteMeta;
      const { cookie } = context.request.headers;
      const who = whoAsks(hall, cookie, roles);
      const overMs = gate === 'sign-in' ? await signIns(accountBucket(hall, input, fromOf(context.request))) : null;
      if (overMs !== null) {
        context.response.setHeader('Retry-After', inSeconds(overMs));
        throw answer(refuse('too-fast'), context.language);
      }
      const refusal = refusalFor(hall, who, roles, path) ?? refusalIfLocked(hall, who, path, context.request.method);
      if (refusal) throw answer(refusal, context.language);
      const held = gate === 'hold' ? await holds.take(context.request, proofOf(context.request)) : null;
      if (held && isRefusal(held)) throw answer(held, context.language);
      const wish = gate === 'confirm' ? Confirming.safeParse(input) : null;
      const done = wish?.success ? await holds.confirm(context.request, proofOf(context.request), wish.data) : null;
      if (done && isRefusal(done)) throw answer(done, context.language);
      try {
        return await next({ context: { who } });
      } catch (error) {
        await held?.();
        if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
          throw answer(invalid(wrongIn(error.data)), context.language);
        }
        if (error instanceof ORPCError && error.code in REFUSALS) throw error;
        onFault(error);
        throw answer(refuse('fault'), context.language);
      } finally {
        done?.();
      }
    });
}

/** The value, or the refusal thrown as an HTTP answer with its sentence in the reader's language. */
export function given<T>(value: T | Refusal, language: Language): T {
  if (isRefusal(value)) throw answer(value, language);
  return value;
}

function answer({ refused, facts }: Refusal, language: Language): ORPCError<RefusalCode, Facts> {
  const message = refusalSentence(refused, facts, language);
  return new ORPCError(refused, { status: REFUSALS[refused].http, message, data: facts });
}

function refusalFor(hall: Hall, who: Who, roles: Role[], [area]: readonly string[]): Refusal | null {
  if (!roles.includes('public') && !roles.includes(who.role)) {
    if (who.role !== 'public') return refuse('not-allowed');
    const devices = roles.every((role) => role === 'kiosk' || role === 'display');
    return refuse(devices ? 'not-enrolled' : 'not-signed-in');
  }
  return area !== 'session' && mustChangePassword(hall, who.actor) ? refuse('password-must-change') : null;
}

/** What is wrong in it is refused as any input is. */
const Confirming = z.object({ link: Link, telephone: Telephone });

/** A program sends its proof of work beside the wish. */
function proofOf(request: Request): string | null {
  return request.get('x-proof') ?? null;
}

/** S2: a session that nobody has used for long answers who it is, and its unlocking and ending, alone. */
function refusalIfLocked(
  hall: Hall,
  { actor, secret }: Who,
  [area, name = '']: readonly string[],
  method: string,
): Refusal | null {
  if (actor.kind !== 'clerk' || secret === null) return null;
  if (area === 'session' && ['me', 'signIn', 'signOut', 'lock', 'unlock'].includes(name)) return null;
  const { locked, isOld } = standingOf(hall, secret, hall.nowMs());
  if (locked) return refuse('session-locked');
  if (isOld && method !== 'GET') sessionIsSeen(hall, actor, secret);
  return null;
}

function sessionIsSeen(hall: Hall, actor: Who['actor'], secret: string): void {
  const wish = { command: 'session-seen', requestId: null, actor };
  const at = new Date(hall.nowMs()).toISOString();
  // That somebody was there is worth no fault: the next wish says it.
  hall.commit(wish, (tx) => sessionSeen(tx, secret, at)).catch(() => {});
}

function wrongIn(data: unknown): { field: string; fault: string }[] {
  const issues = (data as { issues?: { path?: unknown[]; message: string }[] } | undefined)?.issues ?? [];
  return issues.map(({ path, message }) => ({ field: path?.join('.') || 'body', fault: message }));
}
