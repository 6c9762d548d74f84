/** Passwords as they are kept: argon2id, `argon2id$memory$passes$salt$tag` in base64url. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { folded } from '../../schema/typed/signs.ts';
import { argon2id } from './hashing.ts';

const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const MIN_LENGTH = 10;

export async function encodePassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await argon2id({ ...COST, message: password, nonce: salt });
  return ['argon2id', COST.memory, COST.passes, salt.toString('base64url'), tag.toString('base64url')].join('$');
}

export async function fits(password: string, encoded: string): Promise<boolean> {
  const [kind, memory, passes, salt = '', tag = ''] = encoded.split('$');
  if (kind !== 'argon2id') return false;
  const cost = { ...COST, memory: Number(memory), passes: Number(passes) };
  const found = await argon2id({ ...cost, message: password, nonce: Buffer.from(salt, 'base64url') });
  const expected = Buffer.from(tag, 'base64url');
  return found.length === expected.length && timingSafeEqual(found, expected);
}

export function isStrong(password: string, account: string): boolean {
  return password.length >= MIN_LENGTH && folded(password) !== folded(account);
}
