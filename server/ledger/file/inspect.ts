/** Looks at a hall's file before anything is written into it: whole, a hall's, not newer, with its own keys (S1). */
import { existsSync, lstatSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Keys, openTables } from '../table.ts';
import { keyCheck } from '../tables/key-check.ts';
import { type Db, hasTable } from './connection.ts';
import { isNewer, openReadOnly } from './db.ts';
import { type Mark, readMark } from './in-use.ts';
import { unseal } from './seal.ts';
import { oneLine, startFault } from './start-fault.ts';
import { isWhyNot, whyNot } from './why-not.ts';

/** What the rooms know of a hall's file of any release. */
export type HallFile = {
  /** Whether its hall has a name; null where it is no hall's. */
  isSetUp: (db: Db) => boolean | null;
  /** Throws where these keys do not open a sealed row; asked of a file without a key check. */
  opensSealed: (db: Db, keys: Keys) => void;
  /** Numbers are drawn from the indexes of these tables, from the first call on: they are compared before it. */
  numbered: readonly string[];
};

type Asked = { dir: string; file: string; keys: Keys; mark: Mark | null; about: HallFile };

/** Throws a sentence for the operator; what is in the folder stays as it is. */
export function inspectFile(asked: Asked): void {
  const { dir, file, mark } = asked;
  if (!isThere(file)) throw whyNot('file-missing', dir);
  const found = statSync(file);
  if (!found.isFile()) throw whyNot('file-unusable', dir, basename(file), 'no file');
  if (found.size === 0) throw whyNot('file-empty', dir);
  const log = `${file}-wal`;
  if (mark) refuseWithoutLog(dir, log, mark);
  const hadLog = existsSync(log);
  try {
    readThrough(asked);
  } catch (fault) {
    const known = startFault(fault, dir);
    const { code = '', message } = fault as { code?: string; message: string };
    // Whatever else SQLite finds in what is only read.
    throw isWhyNot(known) || !code.startsWith('SQLITE_') ? known : whyNot('file-damaged', dir, oneLine(message));
  } finally {
    // SQLite leaves an empty log and its index beside a file that it only read.
    if (!hadLog) for (const left of [log, `${file}-shm`]) rmSync(left, { force: true });
  }
}

/** Also a link that leads nowhere: another disk may not be there yet, and nothing is made in its place. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function readThrough({ dir, file, keys, mark, about }: Asked): void {
  const db = openReadOnly(file);
  try {
    const found = db.pragma('quick_check(1)', { simple: true });
    const wrong = [
      found,
      ...about.numbered.map((table) =>
        hasTable(db, table) ? db.pragma(`integrity_check(${table})`, { simple: true }) : 'ok',
      ),
    ].find((one) => one !== 'ok');
    if (wrong) throw whyNot('file-damaged', dir, oneLine(String(wrong)));
    const isSetUp = about.isSetUp(db);
    if (!hasTable(db, 'ledger') || isSetUp === null) throw whyNot('file-foreign', dir);
    if (isNewer(db)) throw whyNot('file-newer', dir);
    const known = hasTable(db, 'key_check') ? openTables(db, keys).read(keyCheck).fits() : null;
    if (known === null && !isSetUp) throw whyNot('file-foreign', dir);
    if (!(known ?? opens(db, keys, about))) throw whyNot('keys-wrong', dir);
    if (mark) refuseLoss(db, dir, mark);
  } finally {
    db.close();
  }
}

/** Of a file that is open: the mark in its folder knows no event that it has not. */
export function refuseLostEvents(dir: string, db: Db): void {
  const mark = readMark(dir);
  if (!mark) return;
  refuseWithoutLog(dir, `${db.name}-wal`, mark);
  refuseLoss(db, dir, mark);
}

/** A hall that runs has a log with something in it; a checkpoint at its end takes the log away. */
function refuseWithoutLog(dir: string, log: string, { phase }: Mark): void {
  const hasLog = (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0;
  if (phase === 'running' && !hasLog) throw whyNot('log-missing', dir);
}

/** The last event that the mark knows is in the file, and is the same. */
function refuseLoss(db: Db, dir: string, { seq, hash }: Mark): void {
  const has = db.prepare<[], number | null>('SELECT max(seq) FROM ledger').pluck().get() ?? 0;
  const own = db.prepare<[number], string>('SELECT lower(hex(hash)) FROM ledger WHERE seq = ?').pluck().get(seq) ?? '';
  if (has < seq || own !== hash) throw whyNot('events-missing', dir, String(has), String(seq));
}

/** Of a file that an older program wrote: an answer that it keeps, or a person, says whose keys these are. */
function opens(db: Db, keys: Keys, { opensSealed }: HallFile): boolean {
  try {
    const answers = hasTable(db, 'requests') ? 'SELECT id, reply FROM requests LIMIT 1' : null;
    const kept = answers && db.prepare<[], { id: string; reply: Buffer }>(answers).get();
    if (kept) unseal(keys.seal, kept.reply, `reply:${kept.id}`);
    opensSealed(db, keys);
    return true;
  } catch (fault) {
    if ((fault as { code?: string }).code?.startsWith('SQLITE_')) throw fault;
    return false;
  }
}
