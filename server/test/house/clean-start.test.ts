import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../root.ts';
import type { Visit } from '../door.ts';

const DOOR = join(import.meta.dirname, '../door.ts');
let dir: string;
let clone: string;
let before: string[] = [];
let port = '';

beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'shouwen-clone-')));
  clone = join(dir, 'shouwen');
  cloneProject();
  // Nothing is set, so the hall takes its usual port: a network of its own keeps that free.
  before = ownNetwork() ?? [];
  if (before.length === 0 && (await isTaken(8080))) {
    port = '18080';
    console.warn(
      'No network namespace is to be had here, and port 8080 is taken: PORT is set, which nobody else does.',
    );
  }
}, 300_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('a clean clone, with no variable set', () => {
  it('npm start prints a way in for everybody, a number is taken and called, and SIGTERM leaves nothing', () => {
    const visit = visitAs('first');
    expect(visit.found.called).toBe(visit.found.ticket);
    expect(visit.output.match(/^ {2}\w+ +\w{12} {2}(clerk|supervisor|administrator)/gm)).toHaveLength(14);
    expectGone(visit);
  }, 180_000);

  it('a second start shows again what was not used, and SIGTERM ends all within 5 s, whoever is connected', () => {
    const visit = visitAs('second');
    expect(visit.output).toMatch(/^ {2}liuyang +\w{12} {2}clerk/m);
    expect(visit.output).not.toMatch(/^ {2}(wuxiaomei|supervisor) /m);
    expect(visit.output).toMatch(/\/kiosk\/$/m);
    expect(visit.output).toMatch(/\/display\/\?code=\w{8}$/m);
    expect(visit.output).not.toContain('setup:');
    expect(visit.found.inFlight).toBe('HTTP/1.1 200 OK');
    expectGone(visit);
    // A duration is what is promised here, so the clock is looked at: a sound stop takes half of this at most.
    expect(visit.stopMs).toBeLessThan(5_000);
  }, 300_000);

  it('npm run demo fills its hall, a number is taken and called, and SIGTERM leaves nothing', () => {
    const visit = visitAs('demo');
    expect(visit.found.ticket).toMatch(/^[A-H]\d{3}$/);
    expect(visit.found.called).toMatch(/^[A-H]\d{3}$/);
    expectGone(visit);
  }, 180_000);
});

function visitAs(what: 'first' | 'second' | 'demo'): Visit {
  const [file = '', ...args] = [...before, process.execPath, DOOR, clone, what, port];
  // Nothing is set for the visitor either: with a calendar that is moved for this test it would come on another day.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const { stdout, stderr, status } = spawnSync(file, args, { cwd: dir, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`the visit failed (${status}): ${stderr}`);
  return JSON.parse(stdout);
}

/** Ended in order: with 0, no process, and everything of the write-ahead log in the file. */
function expectGone({ running, exitCode, left, wal, output }: Visit): void {
  expect(output).toContain('SIGTERM: stopping');
  expect({ exitCode, left, wal }).toEqual({ exitCode: 0, left: [], wal: 0 });
  if (process.platform === 'linux') expect(running).toBeGreaterThanOrEqual(4);
}

/**
 * The last commit, as anybody gets it; what is no repository is copied. The packages are those of this project, entry by
 * entry, so that the test takes seconds: that they install is proved by whoever runs it, before it runs.
 */
function cloneProject(): void {
  const cloned = existsSync(join(ROOT, '.git')) && spawnSync('git', ['clone', '--quiet', ROOT, clone]).status === 0;
  if (!cloned) {
    const left = ['node_modules', 'dist', 'data', 'data-demo', 'test-results'].map((name) => join(ROOT, name));
    cpSync(ROOT, clone, { recursive: true, filter: (file) => !left.includes(file) });
  }
  mkdirSync(join(clone, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    symlinkSync(join(ROOT, 'node_modules', name), join(clone, 'node_modules', name));
}

/** What runs a command in a network of its own, with 127.0.0.1; null where the system lets nobody have one. */
function ownNetwork(): string[] | null {
  const inside = ['sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  const ways = [
    ['unshare', '--net', ...inside],
    ['unshare', '--user', '--map-root-user', '--net', ...inside],
  ];
  return ways.find(([file = '', ...args]) => spawnSync(file, [...args, 'true']).status === 0) ?? null;
}

function isTaken(at: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(at, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
