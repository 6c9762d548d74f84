/** A file that keeps room on the disk: given back when it runs full, so that what is under way can still be written (A3). */
import { existsSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { spaceIn } from './disk.ts';

const MOST_BYTES = 64 * 1_048_576;
/** On a small disk no more than this part of it. */
const PART = 0.02;
const CHUNK = Buffer.alloc(1_048_576);

export type Reserve = { take: () => Promise<void>; giveBack: () => void };

export function openReserve(dir: string): Reserve {
  const file = join(dir, 'reserve');
  const giveBack = () => rmSync(file, { force: true });
  return {
    /** Written in full, because a file with holes keeps nothing; given back where there is no room for it. */
    async take() {
      if (existsSync(file)) return;
      const handle = await open(file, 'wx', 0o600);
      try {
        for (let left = Math.min(MOST_BYTES, spaceIn(dir).size * PART); left > 0; left -= CHUNK.length) {
          await handle.write(CHUNK, 0, Math.ceil(Math.min(left, CHUNK.length)));
        }
      } catch {
        giveBack();
      } finally {
        await handle.close();
      }
    },
    giveBack,
  };
}
