/** The only reader of the environment. Two pure steps: what is said, and what follows from it. */
import { isIP } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { z } from 'zod';

const text = z.string().trim().min(1);
const whole = (min: number, max: number) => text.regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));
/** What Express knows besides addresses and networks. */
const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

const Said = z.object({
  PORT: whole(0, 65_535).default(8080),
  HOST: text.refine((host) => isIP(host) > 0 || /^[\w.-]+$/.test(host)).default('127.0.0.1'),
  DATA_DIR: text.default('data'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .regex(/^[^/]+\/\/[^/?#]+(\/\d*)?(\?[^#]*)?$/)
    .optional(),
  /** For the sample hall's people; without it each gets one of its own, printed until it is used. */
  INITIAL_PASSWORD: z.string().min(12).max(200).optional(),
  /** The address by which phones reach the hall, for QR codes and messages. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .regex(/^[^/]+\/\/[^/?#@]+\/?$/)
    .optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** The program that is started where REDIS_URL is not set. */
  REDIS_SERVER: text.optional(),
  /** How fast one session or device may ask; what strangers get is a multiple of it (server/edge/gate/gate.ts). */
  REQUESTS_PER_SECOND: whole(1, 1_000_000_000).default(50),
  /** A proxy in front, by address; without it no forwarded header is believed. */
  TRUST_PROXY: text.refine((said) => said.split(',').every(isNetwork)).optional(),
  /** The program that makes PDF files of papers; without it there are none. */
  CHROMIUM: text.optional(),
  /** Where backups are put; without it in the hall's folder. */
  BACKUP_DIR: text.optional(),
});

export type Config = {
  port: number;
  host: string;
  /** Absolute, as is every path here: who starts another program in another folder names the same file. */
  dataDir: string;
  backupDir: string;
  redisUrl: string | null;
  initialPassword: string | null;
  redisProgram: string;
  /** Null: papers are printed, and no file is made of them. */
  chromium: string | null;
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
  REDIS_URL: 'redis://host:port or redis://host:port/number',
  INITIAL_PASSWORD: 'at least 12 characters',
  PUBLIC_URL:
    'http://… or https://… without path, query and fragment, because the hall answers at the root of its address',
  NODE_ENV: 'production, development or test',
  LOG_LEVEL: 'fatal, error, warn, info, debug or silent',
  REDIS_SERVER: 'the name or path of redis-server',
  REQUESTS_PER_SECOND: 'a number from 1 on',
  TRUST_PROXY: 'the address or network of a proxy, such as 127.0.0.1 or 10.0.0.0/8',
  BACKUP_DIR: 'a folder',
  CHROMIUM: 'the name or path of Chromium',
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
  const { PUBLIC_URL, REDIS_SERVER = 'redis-server', CHROMIUM, ...rest } = said.data;
  const clash = clashOf(said.data);
  if (clash) throw new Error(clash);
  const dataDir = resolve(rest.DATA_DIR);
  return {
    port: rest.PORT,
    host: rest.HOST,
    dataDir,
    backupDir: rest.BACKUP_DIR ? resolve(rest.BACKUP_DIR) : join(dataDir, 'backups'),
    redisUrl: rest.REDIS_URL ?? null,
    initialPassword: rest.INITIAL_PASSWORD ?? null,
    redisProgram: programOf(REDIS_SERVER),
    chromium: CHROMIUM ? programOf(CHROMIUM) : null,
    requestsPerSecond: rest.REQUESTS_PER_SECOND,
    publicOrigin: PUBLIC_URL ? new URL(PUBLIC_URL).origin : null,
    production: rest.NODE_ENV === 'production',
    logLevel: rest.LOG_LEVEL,
    trustProxy: rest.TRUST_PROXY ?? null,
  };
}

/** A setting is obeyed or refused, never passed over: two that exclude each other, or one that means nothing here. */
function clashOf({ REDIS_URL, REDIS_SERVER, INITIAL_PASSWORD, NODE_ENV }: z.infer<typeof Said>): string | null {
  if (REDIS_URL && REDIS_SERVER)
    return 'REDIS_SERVER starts a Redis and REDIS_URL names one that runs; leave one of them out';
  if (INITIAL_PASSWORD && NODE_ENV === 'production')
    return 'INITIAL_PASSWORD is for the sample hall, which NODE_ENV=production does not load; leave it out';
  return null;
}

/** The bare name of a program is found by the machine. */
function programOf(said: string): string {
  return said.includes(sep) ? resolve(said) : said;
}

function isNetwork(said: string): boolean {
  const [address = '', bits, more] = said.trim().split('/');
  if (more !== undefined) return false;
  if (NETWORKS.includes(said.trim())) return true;
  const most = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : -1;
  return most > 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most));
}
