/**
 * `npm run moved -- DATE [FILE …]`: the tests as on another day, such as 2028-02-29T00:05+08:00. The library of Debian's
 * `faketime` moves the calendar of Node and Chromium; the clocks that measure durations go on as they are.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { constants as os, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const [date = '', ...files] = process.argv.slice(2);
const atMs = Date.parse(date);
if (Number.isNaN(atMs)) {
  console.error('Usage: npm run moved -- DATE [FILE …], the date such as 2028-02-29T00:05+08:00');
  process.exit(2);
}

const library = find('libfaketimeMT.so.1');
const redis = (process.env.PATH ?? '')
  .split(delimiter)
  .map((dir) => join(dir, 'redis-server'))
  .find(existsSync);
if (!library || !redis) {
  console.error(`${library ? 'redis-server' : 'libfaketime'} is not installed here`);
  process.exit(1);
}

// The library breaks the allocator of redis-server, which therefore starts without it.
const programs = mkdtempSync(join(tmpdir(), 'shouwen-moved-date-'));
writeFileSync(join(programs, 'redis-server'), `#!/bin/sh\nunset LD_PRELOAD\nexec '${redis}' "$@"\n`, { mode: 0o755 });

console.error(`moved date: the tests as from ${new Date(atMs).toISOString()} on`);
const child = spawn('vitest', ['run', ...files], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [programs, process.env.PATH].join(delimiter),
    LD_PRELOAD: library,
    // An offset, so that every process of the run has the same calendar.
    FAKETIME: `${atMs >= Date.now() ? '+' : ''}${Math.round((atMs - Date.now()) / 1000)}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    // Its fix for timed waits makes Chromium wait for whole timeouts.
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
  },
});
child.on('error', (error) => end(error.message, 1));
child.on('exit', (code, signal) => end('', code ?? 128 + os.signals[signal]));

function end(sentence, code) {
  if (sentence) console.error(sentence);
  rmSync(programs, { recursive: true, force: true });
  process.exit(code);
}

function find(name) {
  const folders = ['/usr/lib', '/usr/lib64', '/usr/local/lib'].filter(existsSync);
  const inside = (dir) => readdirSync(dir, { withFileTypes: true }).filter((one) => one.isDirectory());
  const nested = folders.flatMap((dir) => inside(dir).map((one) => join(dir, one.name, 'faketime')));
  return [...folders.map((dir) => join(dir, 'faketime')), ...nested].map((dir) => join(dir, name)).find(existsSync);
}
