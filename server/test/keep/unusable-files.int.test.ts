import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFolder } from '../../hall-folder.ts';
import { readMark } from '../../ledger/file/in-use.ts';

/** Of an account without rights: for root, what may not be read is read all the same. */
const NOBODY = 65_534;

/** Not in the folder of the run, into which no other account may look. */
const TMP = '/tmp';

let dir: string;
const at = (name: string) => join(dir, name);

beforeEach(() => {
  dir = mkdtempSync(join(TMP, 'shouwen-unusable-'));
  start();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function start(): void {
  const { store, release } = openFolder(dir);
  store.close();
  release();
}

/** What stands in the folder, byte for byte; links and folders by what they are. */
function contents(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dir).map((name) => [name, lstatSync(at(name)).isFile() ? readFileSync(at(name), 'hex') : 'no file']),
  );
}

function refusal(): string {
  try {
    start();
    return 'it started';
  } catch (fault) {
    return (fault as Error).message;
  }
}

const SPOILT: Record<string, [spoil: (name: string) => void, why: string]> = {
  'a folder': [(name) => mkdirSync(at(name), { mode: 0o700 }), 'EISDIR|no file|unable to open database file'],
  'a link to itself': [(name) => symlinkSync(at(name), at(name)), 'ELOOP|unable to open database file'],
  'a link to a disk that is not there': [
    (name) => symlinkSync('/no/such/disk', at(name)),
    'ENOENT|unable to open database file',
  ],
};
const NAMES = ['lock.db', 'keys', 'in-use', 'hall.db'];
const CASES = NAMES.flatMap((name) => Object.keys(SPOILT).map((kind) => [name, kind] as const));

it.each(CASES)(
  '[S1] a start is refused with one sentence and changes nothing where %s is %s, and goes on when that is put right',
  (name, kind) => {
    const [spoil, why] = SPOILT[kind]!;
    const kept = readdirSync(dir).includes(name);
    if (kept) renameSync(at(name), `${dir}.kept`);
    spoil(name);
    const before = contents();
    for (let n = 0; n < 2; n++)
      expect(refusal()).toMatch(
        new RegExp(
          `^\\S+/${name} cannot be used \\((${why})\\); let the account that runs the hall .*, and start again$`,
        ),
      );
    expect(contents()).toEqual(before);
    rmSync(at(name), { recursive: true });
    if (kept) renameSync(`${dir}.kept`, at(name));
    start();
    expect(readMark(dir)).toBeNull();
  },
);

it.each(NAMES)('[S1] a start is refused with one sentence where another account owns %s', (name) => {
  for (const one of readdirSync(dir)) chownSync(at(one), NOBODY, NOBODY);
  chownSync(dir, NOBODY, NOBODY);
  if (name === 'in-use') writeFileSync(at(name), '', { mode: 0o600 });
  chownSync(at(name), 0, 0);
  chmodSync(at(name), 0o600);
  const before = contents();
  process.seteuid!(NOBODY);
  let said: string;
  try {
    said = refusal();
  } finally {
    process.seteuid!(0);
  }
  expect(said).toMatch(
    new RegExp(`^\\S+/${name} cannot be used \\((EACCES|unable to open database file)\\); let the `),
  );
  expect(contents()).toEqual(before);
  if (name === 'in-use') rmSync(at(name));
  start();
});

it('[S1] a lock that is no file of SQLite is refused with one sentence', () => {
  writeFileSync(at('lock.db'), 'a letter, not a lock'.repeat(500));
  expect(refusal()).toMatch(/lock\.db cannot be used \(file is not a database\); let the account/);
  rmSync(at('lock.db'));
  start();
});
