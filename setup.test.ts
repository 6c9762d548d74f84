import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

/** A project folder with a lock file, a server of one line, and an npm that does what the script says. */
function project(npm: string) {
  const dir = mkdtempSync(join(tmpdir(), 'setup-'));
  made.push(dir);
  mkdirSync(join(dir, 'server/shell'), { recursive: true });
  mkdirSync(join(dir, 'programs'));
  copyFileSync('setup.mjs', join(dir, 'setup.mjs'));
  writeFileSync(join(dir, 'package-lock.json'), '{}');
  writeFileSync(join(dir, 'server/shell/main.ts'), `console.log(process.argv.slice(2).join());process.exitCode = 5;`);
  writeFileSync(join(dir, 'programs/npm'), `#!/bin/sh\necho "$@" >> npm-calls\n${npm}\n`, { mode: 0o755 });
  symlinkSync(process.execPath, join(dir, 'programs/node'));
  return {
    run: (...args: string[]) =>
      spawnSync(process.execPath, ['setup.mjs', ...args], {
        cwd: dir,
        encoding: 'utf8',
        env: environment(dir),
      }),
    dir,
    source: (file: string, text: string) => {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    },
    program: (name: string, script: string) =>
      writeFileSync(join(dir, 'programs', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 }),
    read: (file: string) => readFileSync(join(dir, file), 'utf8'),
    lock: (text: string) => writeFileSync(join(dir, 'package-lock.json'), text),
    cutOff: (is: boolean) => (is ? writeFileSync(join(dir, 'cut-off'), '') : rmSync(join(dir, 'cut-off'))),
    npmCalls: () => readFileSync(join(dir, 'npm-calls'), 'utf8').trim().split('\n'),
  };
}

const environment = (dir: string) => ({ PATH: `${join(dir, 'programs')}:/usr/bin:/bin` });

/** `npm ci` makes the folder anew, `npm rebuild node` brings Node 24; it fails while the file `cut-off` is there. */
const INSTALLS = `case $1 in
  ci) rm -rf node_modules && mkdir -p node_modules/.bin && touch node_modules/.package-lock.json;;
  rebuild) test ! -e cut-off && ln -sf "$PWD/programs/node" node_modules/.bin/node;;
esac`;

test('the first run installs, the second does not, a changed lock file does again', () => {
  const { run, lock, npmCalls } = project(INSTALLS);
  const first = run('hall', 'backup', 'x');
  expect([first.status, first.stdout]).toEqual([5, 'backup,x\n']);
  expect(first.stderr).toContain('installing the packages');
  expect(run('hall').stderr).toBe('');
  expect(npmCalls().map((call) => call.split(' ')[0])).toEqual(['ci', 'rebuild']);
  lock('{"changed":true}');
  run('hall');
  expect(npmCalls()).toHaveLength(4);
});

test('a set-up that was cut off before Node came goes on there', () => {
  const { run, npmCalls, cutOff } = project(INSTALLS);
  cutOff(true);
  run('hall');
  cutOff(false);
  expect(run('hall', 'verify').stdout).toBe('verify\n');
  expect(npmCalls().map((call) => call.split(' ')[0])).toEqual(['ci', 'rebuild', 'rebuild']);
});

test('packages that cannot be installed are told with the one command to run', () => {
  const { run } = project('exit 1');
  const { status, stderr } = run('hall');
  expect(status).toBe(1);
  expect(stderr.trim().split('\n').at(-1)).toBe(
    'setup: The packages could not be installed. Please run: npm install --ignore-scripts',
  );
});

test('a start builds the screens and the server when a source of each has changed, and neither takes the other away', () => {
  const { run, source, program, read } = project(INSTALLS);
  program('redis-server', 'true');
  source('kiosk/main.tsx', 'one');
  source('server/main.ts', "console.log('main')");
  // Each empties its folder, as the real ones do.
  program(
    'vite',
    'rm -rf dist/screens && mkdir -p dist/screens && cp kiosk/main.tsx dist/screens && echo vite >> built',
  );
  program(
    'rolldown',
    'rm -rf dist/server && mkdir -p dist/server && cp server/main.ts dist/server/main.js && echo rolldown >> built',
  );
  expect(run('start').stdout).toBe('main\n');
  expect(read('built')).toBe('vite\nrolldown\n');
  expect(run('start').stderr).toBe('');
  source('server/main.ts', "console.log('changed')");
  expect(run('start').stdout).toBe('changed\n');
  source('kiosk/main.tsx', 'another');
  run('start');
  expect(read('built')).toBe('vite\nrolldown\nrolldown\nvite\n');
  expect([read('dist/screens/main.tsx'), read('dist/server/main.js')]).toEqual(['another', "console.log('changed')"]);
});

test('a signal to the set-up reaches what it runs, and its exit code is passed on', async () => {
  const { dir, source } = project(INSTALLS);
  source(
    'server/shell/main.ts',
    "process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1e6); console.log('up');",
  );
  const child = spawn(process.execPath, ['setup.mjs', 'hall'], { cwd: dir, env: environment(dir) });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGTERM');
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
});

test('npm runs every command without a shell in between, which would keep its signals', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const commands = Object.entries(scripts).filter(([, script]) => script.includes('setup.mjs'));
  expect(commands).toHaveLength(9);
  for (const [name, script] of commands) expect(script).toBe(`exec node setup.mjs ${name}`);
});

test('an unknown command says which there are', () => {
  const { status, stderr } = project(INSTALLS).run('fly');
  expect(status).toBe(1);
  expect(stderr).toContain('start|demo|hall|bench|test|moved|check|attack|prove');
});
