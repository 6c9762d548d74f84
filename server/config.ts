/** The only reader of the environment. Two pure steps: what is said, and what follows from it. */
import { resolve, sep } from 'node:path';
import { z } from 'zod';

const text = z.string().trim().min(1);

const Said = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: text.default('127.0.0.1'),
  DATA_DIR: text.default('data'),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** For the sample hall's people; without it each gets one of its own, printed until it is used. */
  INITIAL_PASSWORD: z.string().min(12).max(200).optional(),
  /** The address by which phones reach the hall, for QR codes and messages. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** The program that is started where REDIS_URL is not set. */
  REDIS_SERVER: text.default('redis-server'),
  /** How fast one session or device may ask; what strangers get is a multiple of it (server/edge/gate/gate.ts). */
  REQUESTS_PER_SECOND: z.coerce.number().int().min(1).default(50),
  /** A proxy in front, by address; without it no forwarded header is believed. */
  TRUST_PROXY: text.optional(),
});

export type Config = {
  port: number;
  host: string;
  /** Absolute, as is every path here: who starts another program in another folder names the same file. */
  dataDir: string;
  redisUrl: string | null;
  initialPassword: string | null;
  redisProgram: string;
  requestsPerSecond: number;
  publicOrigin: string | null;
  production: boolean;
  logLevel: z.infer<typeof Said>['LOG_LEVEL'];
  trustProxy: string | null;
};

const MEANING: Record<string, string> = {
  PORT: 'a number from 0 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  DATA_DIR: 'a folder',
  REDIS_URL: 'redis://host:port',
  INITIAL_PASSWORD: 'at least 12 characters',
  PUBLIC_URL: 'http://… or https://…',
  NODE_ENV: 'production, development or test',
  LOG_LEVEL: 'fatal, error, warn, info, debug or silent',
  REDIS_SERVER: 'the name or path of redis-server',
  REQUESTS_PER_SECOND: 'a number from 1 on',
  TRUST_PROXY: 'the address of a proxy',
};

/** Throws one clear sentence for the first wrong value. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const said = Said.safeParse(given);
  if (!said.success) {
    const name = String(said.error.issues[0]?.path[0]);
    const value = name === 'INITIAL_PASSWORD' ? '' : ` not "${given[name]}"`;
    throw new Error(`${name} must be ${MEANING[name] ?? 'something else'}${value && `,${value}`}`);
  }
  const { PUBLIC_URL, ...rest } = said.data;
  return {
    port: rest.PORT,
    host: rest.HOST,
    dataDir: resolve(rest.DATA_DIR),
    redisUrl: rest.REDIS_URL ?? null,
    initialPassword: rest.INITIAL_PASSWORD ?? null,
    redisProgram: rest.REDIS_SERVER.includes(sep) ? resolve(rest.REDIS_SERVER) : rest.REDIS_SERVER,
    requestsPerSecond: rest.REQUESTS_PER_SECOND,
    publicOrigin: PUBLIC_URL ? new URL(PUBLIC_URL).origin : null,
    production: rest.NODE_ENV === 'production',
    logLevel: rest.LOG_LEVEL,
    trustProxy: rest.TRUST_PROXY ?? null,
  };
}
