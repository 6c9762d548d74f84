/** The work that the hall asks of a phone, done as the page's own script does it. */
import { join } from 'node:path';
import { ROOT } from '../../root.ts';

const { solve } = (await import(join(ROOT, 'server/pages/assets/proof-work.js'))) as {
  solve: (challenge: object) => Promise<number | null>;
};

export async function solvedOf(challenge: string): Promise<string> {
  const { algorithm, challenge: hash, salt, maxnumber, signature } = JSON.parse(atob(challenge));
  const number = await solve({ challenge: hash, salt, maxnumber });
  return btoa(JSON.stringify({ algorithm, challenge: hash, number, salt, signature }));
}
