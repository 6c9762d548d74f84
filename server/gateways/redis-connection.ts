/** Redis: where it is, and the options of the two kinds of connection. */
import { Redis, type RedisOptions } from 'ioredis';

export type RedisAddress = { url: string } | { socket: string };

const retryStrategy = (times: number) => Math.min(200 * times, 2_000);

/** Fails fast: a row that cannot be handed over now is handed over by the reconciler. */
export const PRODUCER: RedisOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: 2_000,
  connectTimeout: 2_000,
  retryStrategy,
};
/** Waits as long as it takes: a worker blocks on purpose. */
export const WORKER: RedisOptions = { maxRetriesPerRequest: null, connectTimeout: 2_000, retryStrategy };

export function connect(address: RedisAddress, options: RedisOptions, onTrouble: (error: Error) => void): Redis {
  const redis = 'url' in address ? new Redis(address.url, options) : new Redis({ ...options, path: address.socket });
  redis.on('error', onTrouble);
  return redis;
}
