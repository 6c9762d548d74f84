/**
 * Opens a hall's folder as a start does, and dies at its nth statement: `node die-at.ts DATA_DIR N`; tells how many there
 * were. With STATES behind it, it copies the folder there before each statement that finds it changed: what a kill would leave.
 */
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { adoptRows } from '../../adopt-rows.ts';
import { openFolder } from '../../hall-folder.ts';
import { bringUpToDate } from '../../ledger/rebuild.ts';
import { STREAMS } from '../../subjects.ts';

const [dir = '', nth = '0', states = ''] = process.argv.slice(2);
let count = 0;
let last = '';

const probe = new Database(':memory:');
const targets: [object, string[]][] = [
  [Database.prototype, ['exec', 'pragma']],
  [Object.getPrototypeOf(probe.prepare('SELECT 1')), ['run', 'get', 'all', 'iterate']],
];
probe.close();
for (const [of, names] of targets) {
  for (const name of names) {
    const real = Reflect.get(of, name) as (...values: unknown[]) => unknown;
    Reflect.set(of, name, function (this: unknown, ...values: unknown[]) {
      count++;
      if (count === Number(nth)) process.kill(process.pid, 'SIGKILL');
      if (states) keepState();
      return real.apply(this, values);
    });
  }
}

function keepState(): void {
  const digest = createHash('sha256');
  // What is shared between processes while they run is not read after a kill.
  const files = readdirSync(dir).filter((name) => !name.endsWith('-shm'));
  for (const name of files.sort()) digest.update(`${name} `).update(readFileSync(join(dir, name)));
  const now = digest.digest('hex');
  if (now === last) return;
  last = now;
  for (const name of files) cpSync(join(dir, name), join(states, String(count), name));
}

const { store, release } = openFolder(dir);
bringUpToDate(store, STREAMS, adoptRows);
store.close();
release();
console.log(count);
