/** Of a start that has failed: the sentence that says why, where one is known (S1). */
import { relative } from 'node:path';
import { isWhyNot, whyNot } from './why-not.ts';

const HALL_FILE = 'hall.db';

/** SQLite cannot make the index of its log larger for one reason alone. */
const FULL = /^(?:ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE)$/;
const SHUT = /^SQLITE_(?:CANTOPEN|READONLY|PERM|AUTH)/;
/** What a whole file never throws: words that are no JSON, fields that are not theirs, a seal that was broken. */
const OF_DAMAGE = /^(?:SyntaxError|ZodError|\$ZodError|RangeError)$/;
const SEAL_BROKEN = /unable to authenticate data|Invalid initialization vector/;

/** Where no sentence is known, the fault itself. */
export function startFault(fault: unknown, dir: string): unknown {
  if (!(fault instanceof Error) || isWhyNot(fault)) return fault;
  const { code = '', path = '', name, message } = fault as NodeJS.ErrnoException;
  if (isOfFullDisk(code)) return whyNot('disk-full', dir);
  if (code.startsWith('SQLITE_BUSY')) return whyNot('runs-already');
  if (code === 'SQLITE_NOTADB') return whyNot('file-foreign', dir);
  if (SHUT.test(code)) return whyNot('file-unusable', dir, HALL_FILE, message);
  const within = path && relative(dir, path);
  if (within && !within.startsWith('..')) return whyNot('file-unusable', dir, within, code);
  const isDamage = code.startsWith('SQLITE_CORRUPT') || OF_DAMAGE.test(name) || SEAL_BROKEN.test(message);
  return isDamage ? whyNot('file-damaged', dir, oneLine(message)) : fault;
}

/** Runs what needs this file of the folder; another fault than that of a disk or a lock is told of the file. */
export function usingFile<T>(dir: string, name: string, use: () => T): T {
  try {
    return use();
  } catch (fault) {
    const { code = '', message } = fault as NodeJS.ErrnoException;
    if (!code || code.startsWith('SQLITE_BUSY') || isOfFullDisk(code)) throw startFault(fault, dir);
    throw whyNot('file-unusable', dir, name, code.startsWith('SQLITE_') ? message : code);
  }
}

/** Of a hall that could not write what its start writes; `why` is the code of the fault. */
export function unwritten(dir: string, why: string): Error {
  return isOfFullDisk(why) ? whyNot('disk-full', dir) : whyNot('file-unusable', dir, HALL_FILE, why);
}

export function isOfFullDisk(code: string): boolean {
  return FULL.test(code);
}

/** The first line of what SQLite found. */
export function oneLine(text: string): string {
  return text.replace(/^\*\*\* in database main \*\*\*\s*/, '').split('\n')[0]!;
}
