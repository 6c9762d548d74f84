/** Where a canary sits that was sealed nowhere: each row, file, key of Redis and board of a hall is searched (P1, P2). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { BOARDS, type BoardName } from '../../../../schema/board.ts';
import type { TestHall } from '../../harness.ts';
import { socketIn } from '../../left-open.ts';

/** `place: canary` of each that was found. Of the staff board, which staff read, only what `secret` holds. */
export async function canariesIn(hall: TestHall, canaries: readonly string[], secret = canaries): Promise<string[]> {
  const found: string[] = [];
  const search = (place: string, content: string | Buffer, what = canaries) => {
    for (const canary of what) if (content.includes(canary)) found.push(`${place}: ${canary}`);
  };
  const { db } = hall.system.store;
  for (const table of db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all())
    search(table, JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all()));
  for (const board of Object.keys(BOARDS) as BoardName[])
    search(board, JSON.stringify(hall.system.boards.snapshot(board)), board === 'staff' ? secret : canaries);
  search('Redis', await inRedis(hall));
  db.pragma('wal_checkpoint(TRUNCATE)');
  for (const file of filesIn(hall.dir)) search(file, readFileSync(file));
  return found;
}

/** Every key of the hall's Redis, with what stands in it. */
async function inRedis(hall: TestHall): Promise<Buffer> {
  const redis = new Redis({ path: socketIn(hall.dir) });
  try {
    await redis.config('SET', 'rdbcompression', 'no');
    const names = await redis.keys('*');
    const values = await Promise.all(names.map((name) => redis.dumpBuffer(name)));
    if (names.length === 0) throw new Error('nothing stands in Redis: the search would find nothing');
    return Buffer.concat([Buffer.from(names.join('\n')), ...values]);
  } finally {
    redis.disconnect();
  }
}

function filesIn(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    const is = statSync(path);
    return is.isDirectory() ? filesIn(path) : is.isFile() ? [path] : [];
  });
}
