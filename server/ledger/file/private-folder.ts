/** A hall's folder is for its own account alone: its file, log, keys and copies hold names and hashes (P1, S1). */
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isOfFullDisk } from './start-fault.ts';
import { whyNot } from './why-not.ts';

/** What a hall keeps in its folder; nothing else in it is touched. */
const OWN = /^(hall\.db|keys|lock\.db|in-use|reserve|redis$|messages$|backups$|demo$)/;
const OTHERS = 0o077;

/**
 * Makes the folder, or closes one that is open to others, with all that the hall keeps in it. From here on this process
 * makes no file that others may read. Throws a sentence where the folder is another account's, or not the hall's alone.
 */
export function closeFolder(dir: string): void {
  process.umask(OTHERS);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (statSync(dir).mode & OTHERS) close(dir);
    // Also in a folder that is closed: it may be opened again, or copied.
    // The keys are left to who reads them: what others could read is told, not mended.
    for (const name of readdirSync(dir)) if (OWN.test(name) && name !== 'keys') closeAll(join(dir, name));
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (!code) throw fault;
    if (isOfFullDisk(code)) throw whyNot('disk-full', dir);
    throw code === 'EPERM' ? whyNot('folder-not-ours', dir) : whyNot('no-folder', dir, code);
  }
}

function close(dir: string): void {
  const names = readdirSync(dir);
  const isHalls = existsSync(join(dir, 'hall.db')) || names.every((name) => OWN.test(name));
  if (!isHalls) throw whyNot('folder-shared', dir);
  chmodSync(dir, 0o700);
}

function closeAll(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  if (found.mode & OTHERS) chmodSync(path, found.isDirectory() ? 0o700 : 0o600);
  if (found.isDirectory()) for (const name of readdirSync(path)) closeAll(join(path, name));
}
