import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the configuration', () => {
  it('the configuration has sensible defaults, and an empty variable is none', () => {
    expect(readConfig({})).toMatchObject({ port: 8080, host: '127.0.0.1', production: false });
    expect(readConfig({ REDIS_URL: '', PORT: '' })).toMatchObject({ port: 8080, redisUrl: null });
    expect(readConfig({ PUBLIC_URL: 'https://hall.example/' }).publicOrigin).toBe('https://hall.example');
  });

  it('the configuration makes every path absolute, and leaves the bare name of a program to be found', () => {
    expect(readConfig({})).toMatchObject({ dataDir: resolve('data'), redisProgram: 'redis-server', chromium: null });
    expect(readConfig({ CHROMIUM: 'chromium' }).chromium).toBe('chromium');
    expect(readConfig({ CHROMIUM: './programs/chromium' }).chromium).toBe(resolve('programs/chromium'));
    expect(readConfig({ DATA_DIR: './a/../b', REDIS_SERVER: 'programs/redis-server' })).toMatchObject({
      dataDir: resolve('b'),
      redisProgram: resolve('programs/redis-server'),
    });
  });

  it.each([
    [{ PORT: '99999' }, 'PORT must be a number from 0 to 65535, not "99999"'],
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535, not "http"'],
    [{ REDIS_URL: 'localhost' }, 'REDIS_URL must be redis://host:port or redis://host:port/number, not "localhost"'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV must be production, development or test, not "prod"'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be fatal, error, warn, info, debug or silent, not "loud"'],
  ])('%o stops the start with one sentence', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });

  it.each([
    ['PUBLIC_URL', 'https://hall.example/hall'],
    ['PUBLIC_URL', 'https://hall.example/?hall=1'],
    ['PUBLIC_URL', 'https://hall.example#hall'],
    ['PUBLIC_URL', 'https://boss:secret@hall.example'],
    ['REDIS_URL', 'redis://localhost:6379/hall'],
    ['REDIS_URL', 'redis://localhost:6379/1#hall'],
    ['HOST', 'http://127.0.0.1'],
    ['HOST', '127.0.0.1:8080'],
    ['PORT', '0x1F90'],
    ['PORT', '8080.0'],
    ['REQUESTS_PER_SECOND', '1e3'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.1/33'],
    ['TRUST_PROXY', '10.0.0.1, proxy.example'],
  ])('[A3] a setting is obeyed or refused, never half taken: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be .*not "`));
  });

  it.each([
    [{ PUBLIC_URL: 'https://hall.example:8443' }, { publicOrigin: 'https://hall.example:8443' }],
    [{ REDIS_URL: 'rediss://a:b@redis.example:6380/3?family=6' }, {}],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ TRUST_PROXY: 'loopback, 10.0.0.0/8, fd00::/8' }, { trustProxy: 'loopback, 10.0.0.0/8, fd00::/8' }],
    [{ BACKUP_DIR: 'b' }, { backupDir: resolve('b') }],
    [{ DATA_DIR: 'd' }, { backupDir: resolve('d/backups') }],
  ])('[A3] what is obeyed is obeyed whole: %o', (env, config) => {
    expect(readConfig(env)).toMatchObject(config);
  });

  it('[A3] settings that exclude each other stop the start', () => {
    expect(() => readConfig({ REDIS_URL: 'redis://localhost', REDIS_SERVER: 'redis-server' })).toThrow('leave one of');
    expect(() => readConfig({ INITIAL_PASSWORD: 'of twelve letters', NODE_ENV: 'production' })).toThrow('leave it out');
  });

  it('the configuration never repeats a password that it refuses', () => {
    expect(() => readConfig({ INITIAL_PASSWORD: 'short' })).toThrow('INITIAL_PASSWORD must be at least 12 characters');
    expect(() => readConfig({ INITIAL_PASSWORD: 'short' })).not.toThrow('"short"');
  });
});
