import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../../web/client.ts';
import { eventually, refusalCode } from '../harness.ts';
import { BUNDLE_ENV, builtEntry } from './child-hall.ts';

let dir: string;
let running: ChildProcess[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-start-'));
});
afterEach(async () => {
  await Promise.all(running.map(stop));
  running = [];
  rmSync(dir, { recursive: true, force: true });
});

/** The hall as `npm start` runs it, and what it prints. */
function start(env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const { INITIAL_PASSWORD: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', builtEntry('main')], {
    env: { ...inherited, ...BUNDLE_ENV, NODE_ENV: 'development', PORT: '0', DATA_DIR: dir, ...env },
  });
  running.push(child);
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    output += text;
  });
  return { child, output: () => output };
}

function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  return gone;
}

const originIn = (output: string) => /counter\s+(http:\S+)\/counter-ui\//.exec(output)![1]!;

/** Passwords and codes, in the order of printing. */
const waysInOf = (output: string) =>
  [...output.matchAll(/\?code=(\w{8})$|^ {2}\w+ +(\w{12}) {2}/gm)].map(([, code, password]) => code ?? password);

/** A start takes seconds on a machine that does other things. */
const soon = <T>(check: () => T | Promise<T>) => eventually(check, 30_000);

describe('npm start', { timeout: 180_000 }, () => {
  it('npm start on an empty folder loads the sample hall, prints a way in for everybody, and stops in order', async () => {
    const first = start({});
    await soon(() => expect(first.output()).toContain('phone'));
    const [, account = '', password = ''] = /^ {2}(\w+)\s+(\w{12}) {2}clerk/m.exec(first.output())!;
    const client = createClient(originIn(first.output()));
    expect(await client.session.signIn({ account, password })).toMatchObject({ account, mustChangePassword: true });
    expect((await client.catalogue()).matters).toHaveLength(62);
    expect((await client.openings.list({})).length).toBeGreaterThan(20);
    expect(await stop(first.child)).toBe(0);
  });

  it('npm start prints what was not used again, the same at each start, and nothing of who is in', async () => {
    const first = start({});
    await soon(() => expect(first.output()).toContain('phone'));
    const waysIn = waysInOf(first.output());
    expect(waysIn).toHaveLength(14 + 2);
    await stop(first.child);
    const second = start({});
    await soon(() => expect(second.output()).toContain('phone'));
    expect(waysInOf(second.output())).toEqual(waysIn);
    const client = createClient(originIn(second.output()));
    const [, account = '', password = ''] = /^ {2}(\w+)\s+(\w{12}) {2}clerk/m.exec(second.output())!;
    await client.session.signIn({ account, password });
    const [, code = ''] = /\/kiosk\/\?code=(\w+)/.exec(second.output())!;
    await client.devices.enrol({ code });
    await stop(second.child);
    const third = start({});
    await soon(() => expect(third.output()).toContain('phone'));
    expect(waysInOf(third.output())).toEqual(waysIn.filter((one) => one !== password && one !== code));
  });

  it('npm start that is ended while it comes up takes its Redis along', async () => {
    const { child, output } = start({});
    await soon(() => expect(existsSync(join(dir, 'redis/redis.pid'))).toBe(true));
    const redis = Number(readFileSync(join(dir, 'redis/redis.pid'), 'utf8').split('\n')[0]);
    expect(await stop(child)).toBe(0);
    expect(output()).toContain('SIGTERM: stopping');
    expect(() => process.kill(redis, 0)).toThrow('ESRCH');
  });

  it('npm start finds its folder and Redis by a path that was said from where it was started', async () => {
    const { child, output } = start({ DATA_DIR: relative(process.cwd(), join(dir, 'a hall, 大厅')) });
    await soon(() => expect(output()).toContain('phone'));
    expect(await stop(child)).toBe(0);
    expect(readdirSync(join(dir, 'a hall, 大厅'))).toContain('hall.db');
  });

  it('npm start in production loads nothing and has no password; the first administrator comes by a link that works once', async () => {
    const { output } = start({ NODE_ENV: 'production' });
    await soon(() => expect(output()).toContain('?first='));
    const token = /\?first=(\S+)/.exec(output())![1]!;
    const client = createClient(originIn(output()));
    expect((await client.catalogue()).matters).toEqual([]);
    const me = { token, account: 'chief', name: '主任', password: 'a-good-long-password' };
    expect(await refusalCode(client.session.firstAdministrator({ ...me, password: 'short' }))).toBe(
      'password-too-weak',
    );
    expect(await client.session.firstAdministrator(me)).toMatchObject({ role: 'administrator' });
    expect(await refusalCode(client.session.firstAdministrator({ ...me, account: 'thief' }))).toBe('link-unknown');
    expect(await client.session.signIn({ account: 'chief', password: me.password })).toMatchObject({
      account: 'chief',
    });
  });

  it('npm start prints the ways in also when the first start fails further on, and again at the next', async () => {
    const taken = start({});
    await soon(() => expect(taken.output()).toContain('phone'));
    const { port } = new URL(originIn(taken.output()));
    const failed = start({ PORT: port, DATA_DIR: join(dir, 'second') });
    await soon(() => expect(failed.child.exitCode).toBe(1));
    expect(failed.output()).toMatch(/^ {2}wangfang +\w{12} {2}clerk/m);
    expect(failed.output()).toContain(`port ${port} is taken; choose another with PORT`);
    expect(waysInOf(failed.output())).toHaveLength(14 + 2);
    const next = start({ DATA_DIR: join(dir, 'second') });
    await soon(() => expect(next.output()).toContain('is running'));
    expect(waysInOf(next.output())).toEqual(waysInOf(failed.output()));
  });

  it('npm start refuses a second process on the same hall, and a wrong value, each with one sentence', async () => {
    const first = start({});
    await soon(() => expect(first.output()).toContain('phone'));
    const second = start({});
    await soon(() => expect(second.child.exitCode).toBe(1));
    expect(second.output()).toMatch(/^another process runs this hall; .*\n$/);
    const { port } = new URL(originIn(first.output()));
    for (const [env, sentence] of [
      [{ PORT: port }, `port ${port} is taken; choose another with PORT\n`],
      [{ HOST: '192.0.2.1' }, '192.0.2.1 is no address of this machine; choose another with HOST\n'],
    ] as const) {
      const failed = start({ ...env, NODE_ENV: 'production', DATA_DIR: join(dir, 'second') });
      await soon(() => expect(failed.child.exitCode).toBe(1));
      expect(failed.output()).toBe(sentence);
    }
    const wrong = start({ PORT: 'http' });
    await soon(() => expect(wrong.child.exitCode).toBe(1));
    expect(wrong.output()).toBe('PORT must be a number from 0 to 65535, not "http"\n');
  });
});
