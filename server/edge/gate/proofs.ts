/** Proofs of work (ALTCHA), asked of a phone when many are booking: the hall's own key signs, no foreign server is asked (H6, S2). */
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import { z } from 'zod';

export type Proofs = {
  /** What the page's script is given. `of`: whose it is; another's proof is none. */
  challenge: (work: number, of: string) => Promise<string>;
  /** Once, for one of those for whom it was asked, and for about that much work. */
  passes: (proof: string, work: number, of: readonly string[]) => Promise<boolean>;
};

/** The mean phone hashes half of it within half a second. */
const WORK = 50_000;
/** The work doubles as a crowd grows, up to some seconds of a good computer. */
const MOST_DOUBLINGS = 6;
/** A slow phone needs a minute for the most work. */
const GOOD_FOR_MS = 5 * 60_000;
/** The crowd may have grown since the challenge was given. */
const GROWN = 4;

const Payload = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.hash('sha256'),
  number: z.number().int().min(0),
  salt: z.string().max(200),
  signature: z.hash('sha256'),
});

export function createProofs(secret: Buffer): Proofs {
  const hmacKey = secret.toString('hex');
  /** Until when each that was used would still be good, in order of use. */
  const used = new Map<string, number>();

  function isUsed(signature: string): boolean {
    for (const [old, until] of used) {
      if (until > Date.now()) break;
      used.delete(old);
    }
    const known = used.has(signature);
    used.set(signature, used.get(signature) ?? Date.now() + GOOD_FOR_MS);
    return known;
  }

  return {
    async challenge(work, of) {
      const expires = new Date(Date.now() + GOOD_FOR_MS);
      const made = await createChallenge({ hmacKey, maxnumber: work, expires, params: { of, work: String(work) } });
      return Buffer.from(JSON.stringify(made)).toString('base64');
    },
    async passes(proof, work, of) {
      const payload = Payload.safeParse(read(proof));
      if (!payload.success || !(await verifySolution(payload.data, hmacKey))) return false;
      const asked = extractParams(payload.data);
      return of.includes(asked.of ?? '') && Number(asked.work) * GROWN >= work && !isUsed(payload.data.signature);
    },
  };
}

export function workAfter(doublings: number): number {
  return WORK * 2 ** Math.min(MOST_DOUBLINGS, Math.max(0, doublings));
}

function read(proof: string): unknown {
  try {
    return JSON.parse(Buffer.from(proof, 'base64').toString());
  } catch {
    return null;
  }
}
