import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOCK } from '../../../schema/who.ts';
import { openFolder } from '../../hall-folder.ts';
import { readMark } from '../../ledger/file/in-use.ts';
import { people } from '../../people/tables/people.ts';
import { setUpHall } from '../../set-up.ts';
import { openHall } from '../../subjects.ts';
import { testHallData } from '../test-data.ts';
import { asOlderFile } from './older-file.ts';

let root: string;
let dir: string;
const at = (name: string) => join(dir, name);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shouwen-refused-'));
  dir = join(root, 'data');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A hall that was set up and has one person; `killed`: its folder as a process leaves it that did not end in order. */
async function usedHall({ killed = false } = {}): Promise<void> {
  const { store, release } = openFolder(dir);
  const hall = openHall(store);
  await setUpHall(hall, testHallData(), { sample: false, password: 'a-password-for-tests' });
  await hall.commit({ command: 'person', requestId: null, actor: CLOCK }, (tx) => {
    const said = { name: '王芳', telephone: '+8613800000000', language: 'en' } as const;
    const person = { ...said, kind: 'person', document: null, identity: 'none' } as const;
    tx.write(people).save('p1' as never, person, '2031-01-01');
    return {};
  });
  const kept = join(root, 'killed');
  if (killed) cpSync(dir, kept, { recursive: true });
  store.close();
  release();
  if (!killed) return;
  rmSync(dir, { recursive: true });
  cpSync(kept, dir, { recursive: true });
  chmodSync(dir, 0o700);
}

const start = () => {
  const { store, release } = openFolder(dir);
  store.close();
  release();
};

/** Everything in the folder but the lock, which holds nothing. */
const contents = () =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((name) => !name.startsWith('lock.db') && !name.endsWith('-shm'))
      .map((name) => [name, statSync(at(name)).isFile() ? readFileSync(at(name), 'hex') : 'folder']),
  );

/** One sentence, and nothing is changed, however often it is tried. */
function expectRefused(sentence: RegExp): void {
  const before = contents();
  for (let n = 0; n < 2; n++) expect(start).toThrow(sentence);
  expect(contents()).toEqual(before);
}

describe('keys', () => {
  it('[S1] keys of another hall are refused and nothing is changed; the right ones open it again', async () => {
    await usedHall();
    const right = readFileSync(at('keys'));
    const other = Buffer.from(right.toString('utf8'), 'base64');
    for (const byte of [0, 40]) {
      const changed = Buffer.from(other);
      changed[byte]! ^= 1;
      writeFileSync(at('keys'), changed.toString('base64'));
      expectRefused(/keys is of another hall than the file hall.db beside it; put back/);
    }
    writeFileSync(at('keys'), right);
    start();
  });

  it('[S1] a file of an older program gets its check at the first start, when its people open with the keys', async () => {
    await usedHall();
    // The check came with 0014.
    asOlderFile(at('hall.db'), 14, root);
    chmodSync(at('hall.db'), 0o600);
    const right = readFileSync(at('keys'));
    writeFileSync(at('keys'), Buffer.alloc(64, 7).toString('base64'));
    expectRefused(/keys is of another hall/);
    writeFileSync(at('keys'), right);
    start();
    writeFileSync(at('keys'), Buffer.alloc(64, 7).toString('base64'));
    expectRefused(/keys is of another hall/);
  });

  it.each<[string, () => void, RegExp]>([
    ['missing', () => rmSync(at('keys')), /keys is missing; .*put it back/],
    ['too short', () => writeFileSync(at('keys'), 'AAAA'), /keys does not hold the hall's keys/],
    ['open to others', () => chmodSync(at('keys'), 0o644), /keys can be read by others; run: chmod 600/],
  ])('[S1] keys are refused when they are %s', async (_, spoil, sentence) => {
    await usedHall();
    spoil();
    expectRefused(sentence);
  });
});

describe('the file', () => {
  it.each<[string, () => void, RegExp]>([
    ['missing', () => rmSync(at('hall.db')), /has a hall's keys, but no hall.db; restore a backup/],
    ['empty', () => truncateSync(at('hall.db')), /hall.db is empty; restore a backup/],
    ['no SQLite file', () => writeFileSync(at('hall.db'), 'a letter, not a hall'.repeat(500)), /is no hall's file/],
    [
      'another program’s',
      () => {
        rmSync(at('hall.db'));
        new Database(at('hall.db')).exec('CREATE TABLE others (id TEXT)').close();
      },
      /is no hall's file/,
    ],
    ['cut off', () => truncateSync(at('hall.db'), 40_960), /hall.db is damaged \(.+\); restore a backup/],
    [
      'damaged in a page',
      () => {
        const bytes = readFileSync(at('hall.db'));
        bytes.fill(0, 4_096 * 3, 4_096 * 8);
        writeFileSync(at('hall.db'), bytes);
      },
      /hall.db is damaged \(.+\); restore a backup/,
    ],
    [
      'a newer program’s',
      () =>
        new Database(at('hall.db'))
          .exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 4000000000000)")
          .close(),
      /was written by a newer Shouwen; run that one/,
    ],
  ])('[S1] beside its keys a file is refused, and no new hall is made, when it is %s', async (_, spoil, sentence) => {
    await usedHall();
    spoil();
    expectRefused(sentence);
  });

  it.each(['the mark', 'the keys', 'an empty file', 'a file without a hall'])(
    '[S1] a first start that was cut off goes on; it had made %s',
    (made) => {
      start();
      const [hall, keys] = [readFileSync(at('hall.db')), readFileSync(at('keys'))];
      rmSync(dir, { recursive: true });
      mkdirSync(dir, { mode: 0o700 });
      writeFileSync(at('in-use'), JSON.stringify({ phase: 'making', seq: 0, hash: '' }));
      if (made !== 'the mark') writeFileSync(at('keys'), keys, { mode: 0o600 });
      if (made === 'an empty file') writeFileSync(at('hall.db'), '');
      if (made === 'a file without a hall') writeFileSync(at('hall.db'), hall);
      start();
      expect(readMark(dir)).toBeNull();
      start();
    },
  );
});

describe('what was acknowledged', () => {
  it('[S1] a hall that did not end in order starts again, and is refused without its log', async () => {
    await usedHall({ killed: true });
    expect(readMark(dir)).toMatchObject({ phase: 'running' });
    const log = readFileSync(at('hall.db-wal'));
    rmSync(at('hall.db-wal'));
    expectRefused(/hall.db-wal is missing although the hall did not end in order/);
    writeFileSync(at('hall.db-wal'), '');
    expectRefused(/hall.db-wal is missing/);
    writeFileSync(at('hall.db-wal'), log);
    start();
    expect(readMark(dir)).toBeNull();
    expect(existsSync(at('hall.db-wal'))).toBe(false);
  });

  it('[S1] a file that ends before the last known event is refused, and one with another event there', async () => {
    await usedHall({ killed: true });
    const { store, release } = openFolder(dir);
    const [seq, events] = [store.ledger.head(), store.db.prepare('SELECT lower(hex(hash)) FROM ledger').pluck().all()];
    store.close();
    release();
    const mark = (head: number, hash: unknown) =>
      writeFileSync(at('in-use'), JSON.stringify({ phase: 'closing', seq: head, hash }));
    mark(seq + 3, 'ab');
    expectRefused(new RegExp(`ends with event ${seq}, but the hall had reached event ${seq + 3}`));
    mark(seq, 'ab');
    expectRefused(/so what was acknowledged is lost/);
    mark(seq, events.at(-1));
    start();
  });

  it('[S1] the mark of use follows the ledger, and is gone after an orderly end', async () => {
    const { store, release } = openFolder(dir);
    expect(readMark(dir)).toMatchObject({ phase: 'running', seq: 0 });
    store.ledger.append('2026-11-23T01:00:00.000Z', 'day:2026-11-23', 1, 'clock', { type: 'day-ended' });
    store.close();
    release();
    expect(readMark(dir)).toBeNull();
  });
});

describe('a folder open to others', () => {
  const OPEN = ['hall.db', 'hall.db-wal', 'hall.db.before-20261123T010000Z', 'messages/messages-2026-11-23.ndjson'];

  it('[S1] [P1] a folder open to others is closed with all that the hall keeps in it before the first byte is written', async () => {
    await usedHall({ killed: true });
    mkdirSync(at('messages'));
    mkdirSync(at('backups'));
    copyFileSync(at('hall.db'), at(OPEN[2]!));
    writeFileSync(at(OPEN[3]!), '{}');
    writeFileSync(at('backups/hall.db'), '');
    writeFileSync(at('a-letter'), 'not the hall’s');
    for (const name of [...OPEN, 'a-letter', 'backups/hall.db']) chmodSync(at(name), 0o644);
    for (const name of ['', 'messages', 'backups']) chmodSync(at(name), 0o755);
    const { store, release } = openFolder(dir);
    const open = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(
      (name) => statSync(at(name)).mode & 0o077,
    );
    expect(open).toEqual(['a-letter']);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    store.close();
    release();
  });

  it('[S1] [P1] what is open to others in a closed folder is closed, too', async () => {
    await usedHall({ killed: true });
    for (const name of ['hall.db', 'hall.db-wal']) chmodSync(at(name), 0o644);
    const { store, release } = openFolder(dir);
    for (const name of ['hall.db', 'hall.db-wal']) expect(statSync(at(name)).mode & 0o777).toBe(0o600);
    store.close();
    release();
  });

  it('[S1] [P1] no file of a new hall is open to others, its log and its lock neither', () => {
    mkdirSync(dir);
    chmodSync(dir, 0o755);
    const { store, release } = openFolder(dir);
    expect(readdirSync(dir).length).toBeGreaterThan(4);
    for (const name of ['', ...readdirSync(dir)]) expect(statSync(at(name)).mode & 0o077, name).toBe(0);
    store.close();
    release();
  });

  it('[S1] a folder that holds other things than a hall is not closed but refused', () => {
    mkdirSync(dir);
    writeFileSync(at('a-letter'), 'of somebody');
    chmodSync(dir, 0o755);
    expect(start).toThrow(/is open to others and holds other things than a hall; give the hall a folder of its own/);
    expect(statSync(dir).mode & 0o777).toBe(0o755);
    expect(readdirSync(dir)).toEqual(['a-letter']);
  });

  it('[S1] a folder that cannot be used is refused with a sentence', () => {
    writeFileSync(dir, 'a file');
    expect(start).toThrow(/the folder .* cannot be used \(EEXIST\); choose another DATA_DIR/);
  });
});
