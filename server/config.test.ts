import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the configuration', () => {
  it('has sensible defaults, and an empty variable is none', () => {
    expect(readConfig({})).toMatchObject({ port: 8080, host: '127.0.0.1', production: false });
    expect(readConfig({ REDIS_URL: '', PORT: '' })).toMatchObject({ port: 8080, redisUrl: null });
    expect(readConfig({ PUBLIC_URL: 'https://hall.example/x' }).publicOrigin).toBe('https://hall.example');
  });

  it('makes every path absolute, and leaves the bare name of a program to be found', () => {
    expect(readConfig({})).toMatchObject({ dataDir: resolve('data'), redisProgram: 'redis-server' });
    expect(readConfig({ DATA_DIR: './a/../b', REDIS_SERVER: 'programs/redis-server' })).toMatchObject({
      dataDir: resolve('b'),
      redisProgram: resolve('programs/redis-server'),
    });
  });

  it.each([
    [{ PORT: '99999' }, 'PORT must be a number from 0 to 65535, not "99999"'],
    [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535, not "http"'],
    [{ REDIS_URL: 'localhost' }, 'REDIS_URL must be redis://host:port, not "localhost"'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV must be production, development or test, not "prod"'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be fatal, error, warn, info, debug or silent, not "loud"'],
  ])('%o stops the start with one sentence', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });

  it('never repeats a password that it refuses', () => {
    expect(() => readConfig({ INITIAL_PASSWORD: 'short' })).toThrow('INITIAL_PASSWORD must be at least 12 characters');
    expect(() => readConfig({ INITIAL_PASSWORD: 'short' })).not.toThrow('"short"');
  });
});
