/** Where Redis's unix socket lies: in the hall's folder, or, where its path would be too long, in a short private one. */
import { mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

export const SOCKET = 'redis.sock';
const PRIVATE = 'shouwen-redis-';
/** Bytes that the system's address of a socket holds (sun_path), less its closing zero. */
const MOST_BYTES = process.platform === 'linux' ? 107 : 103;

/** `dir` is absolute. A private folder is open to this account alone (mkdtemp: 0700). Throws when both are too long. */
export function placeOfSocket(dir: string): string {
  const usual = join(dir, SOCKET);
  if (fits(usual)) return usual;
  const folder = join(resolve(tmpdir()), PRIVATE);
  if (!fits(join(`${folder}XXXXXX`, SOCKET))) {
    throw new Error(
      `the path of DATA_DIR is too long for Redis's socket (${Buffer.byteLength(usual)} bytes, at most ${MOST_BYTES}), and so is that of the system's temporary folder; choose a shorter DATA_DIR or set REDIS_URL`,
    );
  }
  return join(mkdtempSync(folder), SOCKET);
}

/** Removes the socket, and its private folder. */
export function removeSocket(socket: string): void {
  rmSync(socket, { force: true });
  const folder = dirname(socket);
  if (!basename(folder).startsWith(PRIVATE)) return;
  try {
    rmdirSync(folder);
  } catch {
    // It is gone already, or holds what is not ours.
  }
}

function fits(path: string): boolean {
  return Buffer.byteLength(path) <= MOST_BYTES;
}
