import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../../root.ts';
import { createProofs } from './proofs.ts';

type Challenge = { algorithm: string; challenge: string; salt: string; maxnumber: number; signature: string };
/** What the page's script does: a file for browsers, so it has no types. */
const { solve } = (await import(join(ROOT, 'server/pages/assets/proof-work.js'))) as {
  solve: (challenge: Pick<Challenge, 'challenge' | 'salt' | 'maxnumber'>) => Promise<number | null>;
};
afterEach(() => void vi.useRealTimers());

const WORK = 500;
const proofs = createProofs(randomBytes(32));
const read = (text: string) => JSON.parse(Buffer.from(text, 'base64').toString()) as Challenge;
const written = (payload: object) => Buffer.from(JSON.stringify(payload)).toString('base64');
/** As the page's script sends it. */
async function solved(text: string, change: object = {}): Promise<string> {
  const { maxnumber, ...rest } = read(text);
  return written({ ...rest, number: await solve({ maxnumber, ...rest }), ...change });
}

describe('the page’s own SHA-256', () => {
  it('[S2] a property: it finds the number of a salt of any length, as Node hashes it', async () => {
    const salts = fc.string({ minLength: 0, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(salts, fc.nat(300), async (salt, number) => {
        const challenge = createHash('sha256').update(`${salt}${number}`).digest('hex');
        expect(await solve({ salt, challenge, maxnumber: 300 })).toBe(number);
      }),
      { numRuns: 150 },
    );
  });

  it('[S2] the page’s own SHA-256 says that there is none where no number fits', async () => {
    expect(await solve({ salt: 'x', challenge: '0'.repeat(64), maxnumber: 2_000 })).toBeNull();
  });
});

describe('a proof of work', () => {
  it('[H6] [S2] a proof of work passes once, and for whom it was asked alone', async () => {
    const proof = await solved(await proofs.challenge(WORK, 'a phone'));
    expect(await proofs.passes(proof, WORK, ['another'])).toBe(false);
    expect(await proofs.passes(proof, WORK, ['a phone'])).toBe(true);
    expect(await proofs.passes(proof, WORK, ['a phone'])).toBe(false);
  });

  it('[H6] [S2] a proof of work is enough when the crowd grew a little meanwhile, and not when it grew much', async () => {
    const proof = await solved(await proofs.challenge(WORK, 'a phone'));
    expect(await proofs.passes(proof, WORK * 5, ['a phone'])).toBe(false);
    expect(await proofs.passes(proof, WORK * 4, ['a phone'])).toBe(true);
  });

  it('[H6] [S2] a proof of work is over after five minutes', async () => {
    const proof = await solved(await proofs.challenge(WORK, 'a phone'));
    vi.useFakeTimers({ now: Date.now() + 5 * 60_000 + 1_000, toFake: ['Date'] });
    expect(await proofs.passes(proof, WORK, ['a phone'])).toBe(false);
  });

  it('[H6] [S2] a proof of work that was not worked for, is of another hall or is none is refused', async () => {
    const text = await proofs.challenge(WORK, 'a phone');
    const { challenge, salt } = read(text);
    const foreign = createProofs(randomBytes(32));
    const wrong = [
      ...['', 'x', '%%%', written([]), written({ number: 1 }), 'x'.repeat(900)],
      await solved(text, { number: 501 }),
      await solved(text, { salt: salt.replace('500', '9') }),
      await solved(text, { algorithm: 'SHA-1' }),
      await solved(text, { signature: challenge }),
      await solved(text, { number: '7' }),
      await solved(await foreign.challenge(WORK, 'a phone')),
    ];
    for (const proof of wrong) expect(await proofs.passes(proof, 1, ['a phone']), proof.slice(0, 40)).toBe(false);
  });
});
