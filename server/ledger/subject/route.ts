/** How a subject's routes reach its acts and views: an act in a commit of its own, a view at one instant. */
import type { RequestId } from '../../../schema/ids.ts';
import type { Refusal } from '../../../schema/refusal.ts';
import type { Actor } from '../../../schema/who.ts';
import type { Tx } from '../commit.ts';
import type { Hall } from '../hall.ts';
import type { LedgerReader } from '../ledger.ts';
import type { Reader } from '../reader.ts';

/** From where somebody asks: the address as the edge sees it, what the browser was given to be known by, what it calls itself. */
export type From = { address: string; browser: string | null; agent: string };
/** Who asks, and by which secret of a session or device; the edge has checked the route's roles. */
export type Asker = { actor: Actor; secret: string | null; from?: From };
/** Of a wish that came over no line. */
export const NOWHERE: From = { address: '', browser: null, agent: '' };

/** A session or a device begins or ends: the edge sets or clears its cookies, the answer goes out without them. */
export type WithCookies<T> = { answer: T; cookies: readonly Cookie[] };
export type Cookie = {
  kind: 'session' | 'device' | 'browser';
  secret: string | null /** Null: as long as a device's. */;
  lastsMs: number | null;
};

export type Route<I, T> = (hall: Hall, asker: Asker, input: I) => Reply<T> | Promise<Reply<T>>;
export type Reply<T> = T | Refusal | WithCookies<T>;

/** `command` names it in the answers that request ids got (T3). */
export function commits<I, T>(command: string, act: (tx: Tx, input: I) => T | Refusal) {
  return (hall: Hall, { actor }: Asker, input: I & { requestId: RequestId | null }): Promise<T | Refusal> =>
    hall.commit({ command, requestId: input.requestId, actor }, (tx) => act(tx, input));
}

/** Without a request id: the answer is not kept, and asked again it happens again. */
export function commitsAnew<I, T>(command: string, act: (tx: Tx, input: I) => T | Refusal) {
  return (hall: Hall, { actor }: Asker, input: I): Promise<T | Refusal> =>
    hall.commit({ command, requestId: null, actor }, (tx) => act(tx, input));
}

/** `ledger` is for what one stream tells, which is short. */
export function asks<I, T>(view: (from: Reader, input: I, actor: Actor, ledger: LedgerReader) => T | Refusal) {
  return (hall: Hall, { actor }: Asker, input: I): T | Refusal =>
    hall.look((from) => view(from, input, actor, hall.ledger));
}

/** Asked beside the hall's own process (S2): what the answer hangs on besides the hall is a copy. */
export type HeavyView<I, T> = (from: Reader, input: I, actor: Actor, ledger: LedgerReader) => T | Refusal;
export type HeavyRoute<I, T> = Route<I, T> & { heavy: HeavyView<I, T> };

/** Of an answer that is long to read or to write out; the edge has a process of its own answer it. */
export function asksHeavy<I, T>(heavy: HeavyView<I, T>): HeavyRoute<I, T> {
  return Object.assign(
    (hall: Hall, { actor }: Asker, input: I) => hall.look((from) => heavy(from, input, actor, hall.ledger)),
    {
      heavy,
    },
  );
}

export function isHeavy<I, T>(route: Route<I, T>): route is HeavyRoute<I, T> {
  return 'heavy' in route;
}

export function hasCookies<T>(reply: T | WithCookies<T>): reply is WithCookies<T> {
  return typeof reply === 'object' && reply !== null && 'cookies' in reply && 'answer' in reply;
}
