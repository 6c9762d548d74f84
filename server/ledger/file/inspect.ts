/** Looks at a hall's file before anything is written into it: whole, a hall's, not newer, with its own keys (S1). */
import { existsSync, rmSync, statSync } from 'node:fs';
import { type Keys, openTables } from '../table.ts';
import { keyCheck } from '../tables/key-check.ts';
import { type Db, hasTable } from './connection.ts';
import { isNewer, openReadOnly } from './db.ts';
import { type Mark, readMark } from './in-use.ts';
import { unseal } from './seal.ts';
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
  if (!existsSync(file)) throw whyNot('file-missing', dir);
  if (statSync(file).size === 0) throw whyNot('file-empty', dir);
  const log = `${file}-wal`;
  if (mark) refuseWithoutLog(dir, log, mark);
  const hadLog = existsSync(log);
  try {
    readThrough(asked);
  } catch (fault) {
    throw isWhyNot(fault) ? fault : sentenceOf(fault as Error, dir);
  } finally {
    // SQLite leaves an empty log and its index beside a file that it only read.
    if (!hadLog) for (const left of [log, `${file}-shm`]) rmSync(left, { force: true });
  }
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

function sentenceOf(fault: Error, dir: string): Error {
  const { code = '' } = fault as { code?: string };
  if (code === 'SQLITE_NOTADB') return whyNot('file-foreign', dir);
  return code.startsWith('SQLITE_') ? whyNot('file-damaged', dir, oneLine(fault.message)) : fault;
}

/** What a whole file never throws: words that are no JSON, fields that are not theirs, a seal that was broken. */
const OF_DAMAGE = /^(?:SyntaxError|ZodError|\$ZodError|RangeError)$/;
const SEAL_BROKEN = /unable to authenticate data|Invalid initialization vector/;

/** Of a start that has failed: the sentence of a damaged file, where that is why. */
export function startFault(fault: unknown, dir: string): unknown {
  if (!(fault instanceof Error) || isWhyNot(fault)) return fault;
  const { code = '', name, message } = fault as Error & { code?: string };
  const isDamage = code.startsWith('SQLITE_CORRUPT') || OF_DAMAGE.test(name) || SEAL_BROKEN.test(message);
  return isDamage ? whyNot('file-damaged', dir, oneLine(message)) : fault;
}

function oneLine(text: string): string {
  return text.replace(/^\*\*\* in database main \*\*\*\s*/, '').split('\n')[0]!;
}
