/** The typed client of a screen, and how a screen says what went wrong. */
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { monotonicFactory } from 'ulid';
import { contract } from '../schema/api.ts';
import type { Language, RequestId } from '../schema/ids.ts';
import { type Facts, REFUSALS, type RefusalCode, refusalSentence } from '../schema/refusal.ts';

export type Client = ContractRouterClient<typeof contract>;

/** `origin` is for clients outside a page (replay, bench, tests). */
export function createClient(origin = location.origin, headers: Record<string, string> = {}): Client {
  const fetching = 'document' in globalThis ? { fetch: fetchWithWork } : {};
  const link = new OpenAPILink(contract, { url: `${origin}/api`, headers: () => headers, ...fetching });
  const proxy: Client = createORPCClient(link);
  // A plain object of its areas: the bare proxy answers to every name, and to `then` when it is awaited.
  const areas = Object.keys(contract) as (keyof Client)[];
  return Object.fromEntries(areas.map((area) => [area, proxy[area]])) as Client;
}

/** A browser whose cookie the hall does not know, at a crowded address, is asked for work: it is done, and the same wish sent again (S2). */
async function fetchWithWork(request: Request, init: RequestInit): Promise<Response> {
  const again = request.clone();
  const answer = await fetch(request, init);
  if (answer.status !== 429) return answer;
  const told = (await answer
    .clone()
    .json()
    .catch(() => null)) as { code?: string; data?: { challenge: string } } | null;
  if (told?.code !== 'crowd-proof-needed' || !told.data) return answer;
  const script = new URL('/proof-work.js', location.origin).href;
  const { solved } = (await import(/* @vite-ignore */ script)) as { solved: (challenge: string) => Promise<string> };
  again.headers.set('x-crowd-proof', await solved(told.data.challenge));
  return fetch(again, init);
}

/** Ordered in time, and sixty times as fast as drawing each one anew. */
const nextUlid = monotonicFactory();

/** One per wish, made when the person wishes; a retry of the same wish sends the same one (T3). */
export function newRequestId(): RequestId {
  return nextUlid() as RequestId;
}

/** Calls until an answer came: a lost line is tried again with the same request id, a refusal is an answer. */
export async function insist<T>(wish: () => Promise<T>, tries = TRIES): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await wish();
    } catch (error) {
      if (!isLost(error) || attempt >= tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, tryAgainAfterMs(attempt)));
    }
  }
}

/** How often a call is made in all before its failure is shown. */
export const TRIES = 4;

/** Nothing was answered, or the server has a fault: what can be tried again. A refusal is an answer. */
export function isLost(error: unknown): boolean {
  return !(error instanceof ORPCError) || error.status >= 500;
}

/** The rest after so many failures. */
export function tryAgainAfterMs(failures: number): number {
  return 250 * 2 ** failures;
}

export function refusalOf(error: unknown): { code: RefusalCode; facts: Facts } | null {
  if (!(error instanceof ORPCError) || !(error.code in REFUSALS)) return null;
  return { code: error.code as RefusalCode, facts: (error.data ?? {}) as Facts };
}

/** The session has ended or is locked: who asks is led to the door. */
export function isShutOut(error: unknown): boolean {
  const code = refusalOf(error)?.code;
  return code === 'not-signed-in' || code === 'session-locked';
}

const LINE_LOST = {
  'zh-Hans': '与服务器的连接中断，请稍候。',
  'zh-Hant': '與伺服器的連線中斷，請稍候。',
  en: 'The line to the server is lost; please wait.',
};

/** The sentence to show for whatever a call threw. */
export function errorSentence(error: unknown, language: Language): string {
  const refusal = refusalOf(error);
  return refusal ? refusalSentence(refusal.code, refusal.facts, language) : LINE_LOST[language];
}
