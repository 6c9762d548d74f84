/** Which new passwords are good enough (NIST SP 800-63B, 5.1.1.2): long, and none that is common or easily guessed. */
import { LANGUAGES, type Names } from '../../schema/ids.ts';
import { type Refusal, refuse } from '../../schema/refusal.ts';
import { composed } from './password.ts';

const LEAST_LENGTH = 12;
/** Of 0 to 4: guessed in less than 10^8 tries. */
const LEAST_SCORE = 3;
/** What is looked at: the time grows with the square of it, and so much is safe by its length. */
const LOOKED_AT = 64;

/** Words that somebody who knows the hall and the person tries first. */
export type Guessable = { account: string; name: string; hallNames: Names };

export async function weaknessOf(password: string, { account, name, hallNames }: Guessable): Promise<Refusal | null> {
  const plain = composed(password);
  if ([...plain].length < LEAST_LENGTH) return refuse('password-too-weak', { least: LEAST_LENGTH });
  const known = [account, name, ...LANGUAGES.map((language) => hallNames[language]), 'shouwen', '首问', '首問'];
  const { score } = (await estimator()).check(firstOf(plain), known.flatMap(partsOf));
  return score < LEAST_SCORE ? refuse('password-guessable') : null;
}

/** 380 kB and 30 MB: only a hall where somebody sets a password loads it. */
let loaded: ReturnType<typeof load> | null = null;
function estimator(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}

async function load() {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs: graphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs });
}

function firstOf(password: string): string {
  return [...password].slice(0, LOOKED_AT).join('');
}

/** A name as a whole, and its words. */
function partsOf(name: string): string[] {
  return [name, ...name.split(/[^\p{L}\p{N}]+/u)].filter((part) => part.length > 1);
}
