/** Passwords as they are kept: argon2id, `argon2id$memory$passes$salt$tag` in base64url. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Hash } from './hashing.ts';

const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

export async function encodePassword(hash: Hash, password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await hash({ ...COST, message: composed(password), nonce: salt });
  return ['argon2id', COST.memory, COST.passes, salt.toString('base64url'), tag.toString('base64url')].join('$');
}

/** However a keyboard composes its letters; hashes of before that rule were made of what was typed. */
export async function fits(hash: Hash, password: string, encoded: string): Promise<boolean> {
  const forms = new Set([composed(password), password, password.normalize('NFD')]);
  let isRight = false;
  // Each form is tried, whether or not one was right: the time says only what was typed.
  for (const form of forms) isRight = (await isOf(hash, form, encoded)) || isRight;
  return isRight;
}

/** NIST SP 800-63B, 5.1.1.2: one form of a letter that can be written in several ways. */
export function composed(password: string): string {
  return password.normalize('NFC');
}

async function isOf(hash: Hash, password: string, encoded: string): Promise<boolean> {
  const [kind, memory, passes, salt = '', tag = ''] = encoded.split('$');
  if (kind !== 'argon2id') return false;
  const cost = { ...COST, memory: Number(memory), passes: Number(passes) };
  const found = await hash({ ...cost, message: password, nonce: Buffer.from(salt, 'base64url') });
  const expected = Buffer.from(tag, 'base64url');
  return found.length === expected.length && timingSafeEqual(found, expected);
}
