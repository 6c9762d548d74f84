import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

/** A project folder with a lock file, a server of one line, and an npm that does what the script says. */
function project(npm: string) {
  const dir = mkdtempSync(join(tmpdir(), 'setup-'));
  made.push(dir);
  mkdirSync(join(dir, 'server'));
  mkdirSync(join(dir, 'programs'));
  copyFileSync('setup.mjs', join(dir, 'setup.mjs'));
  writeFileSync(join(dir, 'package-lock.json'), '{}');
  writeFileSync(join(dir, 'server/hall-cli.ts'), `console.log(process.argv.slice(2).join());process.exitCode = 5;`);
  writeFileSync(join(dir, 'programs/npm'), `#!/bin/sh\necho "$@" >> npm-calls\n${npm}\n`, { mode: 0o755 });
  symlinkSync(process.execPath, join(dir, 'programs/node'));
  return {
    run: (...args: string[]) =>
      spawnSync(process.execPath, ['setup.mjs', ...args], {
        cwd: dir,
        encoding: 'utf8',
        env: { PATH: `${join(dir, 'programs')}:/usr/bin:/bin` },
      }),
    lock: (text: string) => writeFileSync(join(dir, 'package-lock.json'), text),
    cutOff: (is: boolean) => (is ? writeFileSync(join(dir, 'cut-off'), '') : rmSync(join(dir, 'cut-off'))),
    npmCalls: () => readFileSync(join(dir, 'npm-calls'), 'utf8').trim().split('\n'),
  };
}

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

test('an unknown command says which there are', () => {
  const { status, stderr } = project(INSTALLS).run('fly');
  expect(status).toBe(1);
  expect(stderr).toContain('start|demo|hall|bench|test|check');
});
