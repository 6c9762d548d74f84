/** To the disk, not only to the system: a file, or a folder with the names in it. */
import { closeSync, fsyncSync, openSync } from 'node:fs';

export function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
