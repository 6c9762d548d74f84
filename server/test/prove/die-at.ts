/** Opens a hall's folder as a start does, and dies at its nth statement: `node die-at.ts DATA_DIR N`; tells how many there were. */
import Database from 'better-sqlite3';
import { adoptRows } from '../../adopt-rows.ts';
import { openDataDir } from '../../ledger/file/data-dir.ts';
import { bringUpToDate } from '../../ledger/rebuild.ts';
import { STREAMS } from '../../subjects.ts';

const [dir = '', nth = '0'] = process.argv.slice(2);
let count = 0;

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
      return real.apply(this, values);
    });
  }
}

const { store, release } = openDataDir(dir);
bringUpToDate(store, STREAMS, adoptRows);
store.close();
release();
console.log(count);
