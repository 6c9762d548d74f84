/** Sealing what must not be read from a copy of the hall's file alone (P1). */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomFillSync } from 'node:crypto';

const NONCE = 12;
/** Nonces are drawn many at a time, and keys imported once: both cost more than sealing a short text. */
const pool = Buffer.alloc(NONCE * 512);
let drawn = pool.length;
const imported = new WeakMap<Buffer, KeyObject>();

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext; `place` binds it to its column and row. */
export function seal(key: Buffer, text: string, place: string): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', importedKey(key), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

export function unseal(key: Buffer, sealed: Buffer, place: string): string {
  const decipher = createDecipheriv('aes-256-gcm', importedKey(key), sealed.subarray(0, 12)).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}

function nextNonce(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  const nonce = Buffer.from(pool.subarray(drawn, drawn + NONCE));
  drawn += NONCE;
  return nonce;
}

function importedKey(key: Buffer): KeyObject {
  let known = imported.get(key);
  if (!known) {
    known = createSecretKey(key);
    imported.set(key, known);
  }
  return known;
}
