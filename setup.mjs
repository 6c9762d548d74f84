/**
 * `node setup.mjs start|demo|hall|bench|test|check|moved|attack|prove …`: sets up what is missing on this machine, then runs the command
 * with the project's own Node 24. It needs nothing but Node 20; a second run sets up nothing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants as os } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
process.chdir(root);

const BIN = join(root, 'node_modules/.bin');
const OUTSIDE = (process.env.PATH ?? '').split(delimiter).filter((dir) => dir && dir !== BIN);
const PROGRAMS = [...OUTSIDE, '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
const NODE_MIN = 24;
const LINUX = process.platform === 'linux';

/** What each command needs besides the packages and Node 24, and what it runs, one after the other. */
const BUILT = { redis: true, screens: true, bundle: true };
/** `asServed`: what it runs has the memory and the cache of a hall. */
const SERVED = { ...BUILT, asServed: true };
const TESTS = { ...BUILT, chromium: true, strace: true };
const COMMANDS = {
  start: { ...SERVED, run: [['node', '--enable-source-maps', 'dist/server/main.js']] },
  demo: { ...SERVED, run: [['node', '--enable-source-maps', 'dist/server/demo.js']] },
  hall: { redis: true, run: [['node', 'server/shell/main.ts']] },
  bench: { ...SERVED, run: [['node', 'bench/run.ts']] },
  test: { ...TESTS, run: [['vitest', 'run']] },
  moved: { ...TESTS, faketime: true, run: [['node', 'server/test/moved-date.mjs']] },
  check: {
    ...TESTS,
    faketime: true,
    run: [
      ['tsc', '--noEmit'],
      ['biome', 'check', '.'],
      ['knip'],
      ['node', 'server/ledger/file/dump-schema.ts', '--check'],
      ['vitest', 'run'],
      // No test may depend on the day it runs: a leap day, just after midnight of the hall. A test of the screens gives
      // each page the hall's own clock; `npm run moved` runs these, too.
      ...(LINUX
        ? [['node', 'server/test/moved-date.mjs', '2028-02-29T00:05+08:00', '--exclude', 'server/test/e2e/**']]
        : []),
    ],
  },
  attack: { ...SERVED, run: [['node', 'server/test/attack/run.ts']] },
  prove: { ...BUILT, cc: true, run: [['node', 'server/test/prove/run.ts']] },
};

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) stop(`Usage: node setup.mjs ${Object.keys(COMMANDS).join('|')} [arguments]`);

packages();
const node = ownNode();
if (command.redis && !process.env.REDIS_URL) {
  program(['redis-server'], { 'apt-get': 'redis-server', dnf: 'redis', brew: 'redis' }, 'or set REDIS_URL');
}
// Only Linux has them: what counts from outside what reaches the disk, and what moves the calendar of a process.
if (command.strace && LINUX) program(['strace'], { 'apt-get': 'strace', dnf: 'strace' });
if (command.faketime && LINUX) program(['faketime'], { 'apt-get': 'faketime', dnf: 'libfaketime' });
if (command.cc) program(['cc'], { 'apt-get': 'gcc libc6-dev', dnf: 'gcc', brew: 'gcc' });
const chromium = command.chromium
  ? process.env.CHROMIUM_PATH ||
    program(['chromium', 'chromium-browser', 'google-chrome'], { 'apt-get': 'chromium', dnf: 'chromium' })
  : undefined;
const env = {
  ...process.env,
  PATH: [dirname(node), BIN, ...PROGRAMS].join(delimiter),
  ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
};
if (command.screens) {
  const sources = ['kiosk', 'counter-ui', 'display', 'web', 'schema', 'vite.config.ts', 'package-lock.json'];
  build('the screens', 'dist/screens', sources, ['vite', 'build', '--logLevel', 'warn']);
}
if (command.bundle) {
  const sources = ['server', 'schema', 'web', 'rolldown.config.ts', 'package-lock.json'];
  build('the server', 'dist/server', sources, ['rolldown', '-c', 'rolldown.config.ts', '--logLevel', 'warn']);
}
if (command.asServed) {
  // Node keeps here what it made of the bundle: a start is quicker by a tenth, and smaller by 10 MB.
  env.NODE_COMPILE_CACHE = join(root, 'dist/server/.cache');
  // Young memory of 64 MB as Node would take makes one pause of 10 ms and 60 MB; of 8 MB ten pauses of 1 ms.
  env.NODE_OPTIONS = ['--max-semi-space-size=8', process.env.NODE_OPTIONS].filter(Boolean).join(' ');
}

const last = command.run.length - 1;
for (const [i, [file, ...fixed]] of command.run.entries()) {
  if (last > 0) say(`${file} ${fixed.join(' ')}`);
  const code = await passOn(file, i === last ? [...fixed, ...args] : fixed);
  if (code !== 0) process.exit(code);
}

/** The packages are those of the lock file: installed when missing or older. */
function packages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const stamp = 'node_modules/.shouwen-setup';
  const npm = (...rest) => run('npm', rest, { PATH: OUTSIDE.join(delimiter) }) === 0;
  if (read(stamp) === lock) return;
  if (!(modified('node_modules/.package-lock.json') > modified('package-lock.json'))) {
    // Only Node's own script has to run: better-sqlite3 ships its binaries, yet npm would call a compiler for it.
    const options = ['--include=dev', '--ignore-scripts', '--loglevel=error'];
    say('installing the packages (npm ci)');
    if (!npm('ci', ...options)) {
      // A mirror that lacks other systems' binaries makes `npm ci` refuse the lock file; `npm install` keeps its versions.
      say('npm ci refused; trying npm install');
      const installed = npm('install', '--no-save', ...options);
      if (!installed) stop('The packages could not be installed. Please run: npm install --ignore-scripts');
    }
  }
  // Asked for by itself, so that a set-up that was cut off here goes on here.
  if (!versionOf(join(BIN, 'node')) && !npm('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error')) return;
  writeFileSync(stamp, lock);
}

/** Node 24 comes as a package, so that the machine's own Node does not matter; a newer one of the machine will do. */
function ownNode() {
  for (const file of [join(BIN, 'node'), process.execPath]) {
    if (versionOf(file) >= NODE_MIN) return file;
  }
  return stop(`Node ${NODE_MIN} is missing. Please run: npm rebuild node --ignore-scripts=false`);
}

/** The major version of a Node; 0 where none runs. */
function versionOf(file) {
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return Number.parseInt(stdout?.slice(1) || '0', 10);
}

/** The first of the programs that is there, installed by the machine's package manager if none is. */
function program(names, sources, otherwise = '') {
  const found = find(names);
  if (found) return found;
  const manager = Object.keys(sources).find((one) => find([one]));
  const aside = otherwise && ` (${otherwise})`;
  if (!manager) stop(`Please install ${names[0]}${aside}; no package manager known here was found.`);
  const source = sources[manager];
  const isRoot = process.getuid?.() === 0;
  const asRoot = manager === 'brew' || isRoot ? [] : ['sudo', '-n'];
  const byHand = `${manager === 'brew' || isRoot ? '' : 'sudo '}${manager} install ${source}`;
  if (asRoot.length > 0 && run('sudo', ['-n', 'true'], {}, 'ignore') !== 0) {
    stop(`${names[0]} is missing and needs an administrator. Please run: ${byHand}${aside}`);
  }
  say(`installing ${source} (${manager})`);
  const [file, ...rest] = [...asRoot, 'sh', '-c', installScript(manager, source)];
  if (run(file, rest) !== 0) stop(`${source} could not be installed. Please run: ${byHand}${aside}`);
  return find(names) ?? stop(`${names[0]} is still missing. Please run: ${byHand}${aside}`);
}

/** The server starts its own Redis, so a Redis that the package itself put into service is taken out again. */
function installScript(manager, source) {
  if (manager !== 'apt-get') return `${manager} install ${manager === 'dnf' ? '-y ' : ''}${source}`;
  const quiet = '>/dev/null 2>&1';
  const idle =
    source === 'redis-server'
      ? `; systemctl disable --now redis-server ${quiet} || service redis-server stop ${quiet} || true`
      : '';
  return `set -e; export DEBIAN_FRONTEND=noninteractive
apt-get -q update
apt-get -qy -o DPkg::Lock::Timeout=120 install --no-install-recommends ${source}${idle}`;
}

/** A folder is built from what it was built from before, or again. Sizes and times of files tell: reading all is slow. */
function build(what, folder, sources, [file, ...rest]) {
  const seen = sources.flatMap(files).map((source) => {
    const { size, mtimeMs } = statSync(source);
    return `${source} ${size} ${mtimeMs}`;
  });
  const stamp = createHash('sha256').update(seen.join('\n')).digest('hex');
  if (read(join(folder, '.built')) === stamp) return;
  say(`building ${what} (${file})`);
  // Each build empties its own folder and no other.
  if (spawnSync(file, rest, { stdio: ['ignore', 'ignore', 'inherit'], env }).status !== 0)
    stop(`Could not build ${what}. To see why, run: npm run build`);
  writeFileSync(join(folder, '.built'), stamp);
}

/** Runs to the end with this terminal; a signal to us is passed on. Gives the exit code. */
function passOn(file, rest) {
  const child = spawn(file, rest, { stdio: 'inherit', env });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.removeAllListeners(signal);
    // Ctrl-C at a terminal reaches the child without us.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  return new Promise((resolve) => {
    child.on('error', (error) => stop(`${file} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => resolve(code ?? 128 + os.signals[signal]));
  });
}

function run(file, rest, more = {}, output = 'inherit') {
  const stdio = ['ignore', output, output];
  return spawnSync(file, rest, { stdio, env: { ...process.env, ...more } }).status ?? 1;
}

function find(names) {
  return names.flatMap((one) => PROGRAMS.map((dir) => join(dir, one))).find(runnable);
}

function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((one) => files(join(path, one)));
}

function modified(file) {
  return existsSync(file) ? statSync(file).mtimeMs : Number.NaN;
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function say(sentence) {
  console.error(`setup: ${sentence}`);
}

/** @returns {never} */
function stop(sentence) {
  say(sentence);
  process.exit(1);
}
