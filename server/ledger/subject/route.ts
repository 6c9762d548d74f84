/** How a subject's routes reach its acts and views: an act in a commit of its own, a view at one instant. */
import type { RequestId } from '../../../schema/ids.ts';
import type { Refusal } from '../../../schema/refusal.ts';
import type { Actor } from '../../../schema/who.ts';
import type { Tx } from '../commit.ts';
import type { Hall } from '../hall.ts';
import type { Reader } from '../reader.ts';

/** Who asks, and by which secret of a session or device; the edge has checked the route's roles. */
export type Asker = { actor: Actor; secret: string | null };

/** A session or a device begins or ends: the edge sets or clears its cookie, the answer goes out without it. */
export type WithCookie<T> = { answer: T; cookie: Cookie };
export type Cookie = {
  kind: 'session' | 'device';
  secret: string | null /** Null: as long as a device's. */;
  lastsMs: number | null;
};

export type Route<I, T> = (hall: Hall, asker: Asker, input: I) => Reply<T> | Promise<Reply<T>>;
export type Reply<T> = T | Refusal | WithCookie<T>;

/** `command` names it in the answers that request ids got (T3). */
export function commits<I, T>(command: string, act: (tx: Tx, input: I) => T | Refusal) {
  return (hall: Hall, { actor }: Asker, input: I & { requestId: RequestId | null }): Promise<T | Refusal> =>
    hall.commit({ command, requestId: input.requestId, actor }, (tx) => act(tx, input));
}

export function asks<I, T>(view: (from: Reader, input: I, actor: Actor) => T | Refusal) {
  return (hall: Hall, { actor }: Asker, input: I): T | Refusal => view(hall.look(), input, actor);
}

export function hasCookie<T>(reply: T | WithCookie<T>): reply is WithCookie<T> {
  return typeof reply === 'object' && reply !== null && 'cookie' in reply && 'answer' in reply;
}
