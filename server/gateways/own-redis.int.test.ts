import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startRedis } from './own-redis.ts';

let dir: string;
const { TMPDIR } = process.env;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-redis-test-'));
});
afterEach(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  rmSync(dir, { recursive: true, force: true });
});

/** A stand-in for the program: whatever it is called with, it does what the lines say. */
function program(lines: string): string {
  const file = join(dir, 'program');
  writeFileSync(file, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return file;
}

const refusalOf = (starting: Promise<unknown>) =>
  starting.then(
    () => 'started',
    (fault: Error) => fault.message,
  );

describe('a Redis of our own', () => {
  it('a Redis of our own in a folder of 200 characters has its socket in a short private one, which is gone after the stop', async () => {
    const long = join(dir, 'x'.repeat(200));
    const redis = await startRedis(long, 'redis-server');
    const { socket } = redis.address as { socket: string };
    const folder = dirname(socket);
    expect(Buffer.byteLength(socket)).toBeLessThan(104);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const client = new Redis({ path: socket });
    expect(await client.ping()).toBe('PONG');
    client.disconnect();
    await redis.stop();
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(long)).toContain('appendonlydir');
  });

  it('a Redis of our own that a killed server left is ended by the next start, with its private folder', async () => {
    const long = join(dir, 'x'.repeat(200));
    const left = await startRedis(long, 'redis-server');
    const { socket } = left.address as { socket: string };
    // What a stop would do is left out, as a kill does.
    const next = await startRedis(long, 'redis-server');
    expect(next.pid()).not.toBe(left.pid());
    expect(existsSync(dirname(socket))).toBe(false);
    await Promise.all([left.stop(), next.stop()]);
  });

  it('a Redis of our own is refused in words where the temporary folder is as far away as its own', async () => {
    process.env.TMPDIR = join(dir, 'y'.repeat(200));
    mkdirSync(process.env.TMPDIR);
    expect(await refusalOf(startRedis(join(dir, 'x'.repeat(200)), 'redis-server'))).toMatch(
      /^the path of DATA_DIR is too long for Redis's socket .* choose a shorter DATA_DIR or set REDIS_URL$/,
    );
  });

  it('a Redis of our own that does not start is quoted, and nothing of it runs on', async () => {
    const said = await refusalOf(startRedis(dir, program('echo one; echo "bad luck" >&2; exit 1')));
    expect(said).toMatch(/^redis-server does not start \(.*\); its last words:\n {2}/);
    expect(said).toContain('\n  bad luck');
    expect(await refusalOf(startRedis(dir, program('exit 3')))).toContain('it said nothing');
  });

  it('a Redis of our own whose folder is taken away ends no hall, and is there again with the folder', async () => {
    const own = join(dir, 'redis');
    const redis = await startRedis(own, 'redis-server');
    rmSync(own, { recursive: true });
    const first = redis.pid();
    process.kill(first, 'SIGKILL');
    await expect.poll(redis.pid).not.toBe(first);
    mkdirSync(own, { recursive: true });
    const { socket } = redis.address as { socket: string };
    await expect.poll(() => existsSync(socket)).toBe(true);
    await redis.stop();
  });

  it('a Redis of our own that is not installed is asked for', async () => {
    expect(await refusalOf(startRedis(dir, 'no-such-redis'))).toBe(
      'redis-server is not there (no-such-redis); install it or set REDIS_URL',
    );
  });

  it('a Redis of our own that stands still is ended by the stop all the same', async () => {
    const redis = await startRedis(dir, 'redis-server');
    const pid = redis.pid();
    process.kill(pid, 'SIGSTOP');
    await redis.stop();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
