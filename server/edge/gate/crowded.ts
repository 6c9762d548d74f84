/** At a crowded address who brings no cookie works for one, so that no address is refused as a whole (S2). */
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { type Proofs, workAfter } from './proofs.ts';
import type { Visitors } from './visitor.ts';

export type Crowded = {
  /** The key of the phone that the request is from now on, when it brings the work; its cookie goes with the answer. */
  proved: (request: Request, response: Response, address: string) => Promise<string | null>;
  demand: (address: string) => Promise<Refusal>;
};

/** The work doubles with each so many cookies that were worked for at one address within a minute. */
const DOUBLES_EVERY = 60;
const MINUTE_S = 60;

export function createCrowded({ proofs, visitors }: { proofs: Proofs; visitors: Visitors }): Crowded {
  const worked = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: MINUTE_S });
  const workAt = async (address: string) =>
    workAfter(Math.floor(((await worked.get(address))?.consumedPoints ?? 0) / DOUBLES_EVERY));

  return {
    async proved(request, response, address) {
      const proof = request.get('x-crowd-proof');
      if (!proof || !(await proofs.passes(proof, await workAt(address), [whose(address)]))) return null;
      await worked.consume(address);
      return `visitor:${visitors.give(response)}`;
    },
    demand: async (address) =>
      refuse('crowd-proof-needed', { challenge: await proofs.challenge(await workAt(address), whose(address)) }),
  };
}

/** Of a challenge that nobody takes for one of a hold; the address cannot be read of it. */
function whose(address: string): string {
  return createHash('sha256').update(`crowd:${address}`).digest('hex').slice(0, 12);
}
