/** Sessions of clerks: stored hashed, revocable; each with what its owner knows it by. */
import { hash } from 'node:crypto';
import type { Statement } from 'better-sqlite3';
import { blob, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ClerkId, Instant } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';
import { clerksColumns } from './clerks.ts';

export const sessionsColumns = sqliteTable(
  'sessions',
  {
    hash: blob('hash', { mode: 'buffer' }).primaryKey(),
    clerkId: text('clerk_id')
      .notNull()
      .references(() => clerksColumns.id),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    /** The last wish or key press; sessions of an older program have none. */
    seenAt: text('seen_at'),
    /** Until its password is given again it answers nothing. */
    lockedAt: text('locked_at'),
    /** What the browser calls itself, in short, and from what kind of address it came. */
    browser: text('browser').notNull().default(''),
    address: text('address').notNull().default('unknown'), // 'machine' | 'house' | 'outside' | 'unknown'
  },
  (t) => [index('sessions_clerk').on(t.clerkId)],
);

export type StoredSession = {
  /** Names it to its owner, and opens nothing. */
  id: string;
  clerkId: ClerkId;
  since: Instant;
  seenAt: Instant;
  locked: boolean;
  browser: string;
  address: string;
};

const COLUMNS = `lower(hex(substr(hash, 1, 8))) AS id, clerk_id AS clerkId, created_at AS since,
  coalesce(seen_at, created_at) AS seenAt, locked_at IS NOT NULL AS locked, browser, address`;

export const sessions = table((db) => {
  type Row = Omit<StoredSession, 'locked'> & { locked: number };
  const addSession = db.prepare(
    `INSERT INTO sessions (hash, clerk_id, created_at, expires_at, seen_at, browser, address)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const session = db.prepare<[Buffer], Row & { expiresAt: Instant }>(
    `SELECT ${COLUMNS}, expires_at AS expiresAt FROM sessions WHERE hash = ?`,
  );
  const ofClerk = db.prepare<[string, string], Row>(
    `SELECT ${COLUMNS} FROM sessions WHERE clerk_id = ? AND expires_at > ? ORDER BY created_at DESC, hash`,
  );
  const hasSession = db
    .prepare<[string, string], number>('SELECT 1 FROM sessions WHERE clerk_id = ? AND expires_at > ? LIMIT 1')
    .pluck();
  const seen = db.prepare('UPDATE sessions SET seen_at = ? WHERE hash = ? AND locked_at IS NULL');
  const lock = db.prepare('UPDATE sessions SET locked_at = ? WHERE hash = ? AND locked_at IS NULL');
  const unlock = db.prepare('UPDATE sessions SET hash = ?, locked_at = NULL, seen_at = ? WHERE hash = ?');
  const endSession = db.prepare('DELETE FROM sessions WHERE hash = ?');
  const endOne = db.prepare('DELETE FROM sessions WHERE clerk_id = ? AND lower(hex(substr(hash, 1, 8))) = ?');
  const endOthers = db.prepare('DELETE FROM sessions WHERE clerk_id = ? AND hash <> ?');
  const endOf = db.prepare('DELETE FROM sessions WHERE clerk_id = ?');
  const endExpired = db.prepare('DELETE FROM sessions WHERE expires_at <= ?');
  const hashOf = (secret: string) => hash('sha256', secret, 'buffer');
  /** By their secrets' hashes, as asked for several times with each wish; forgotten whenever a session changes. */
  const known = new Map<string, { session: StoredSession; expiresAt: Instant }>();
  const stored = ({ locked, ...rest }: Row): StoredSession => ({ ...rest, locked: locked === 1 });

  function find(key: string) {
    const row = session.get(Buffer.from(key, 'base64url'));
    if (!row) return null;
    const { expiresAt, ...rest } = row;
    const found = { session: stored(rest), expiresAt };
    known.set(key, found);
    return found;
  }
  /** A change is seen by the next who asks. */
  function changed(statement: Statement, ...values: unknown[]): number {
    known.clear();
    return statement.run(...values).changes;
  }

  const reader = {
    of(secret: string, now: Instant): StoredSession | null {
      const key = hash('sha256', secret, 'base64url');
      const found = known.get(key) ?? find(key);
      return found && found.expiresAt > now ? found.session : null;
    },
    /** The latest first. */
    ofClerk: (clerk: ClerkId, now: Instant): StoredSession[] => ofClerk.all(clerk, now).map(stored),
    has: (clerk: ClerkId, now: Instant): boolean => hasSession.get(clerk, now) !== undefined,
  };
  return {
    reader,
    writer: {
      ...reader,
      add(
        secret: string,
        clerk: ClerkId,
        { now, until, browser, address }: { now: Instant; until: Instant; browser: string; address: string },
      ): void {
        changed(addSession, hashOf(secret), clerk, now, until, now, browser, address);
      },
      seen: (secret: string, now: Instant): void => void changed(seen, now, hashOf(secret)),
      lock: (secret: string, now: Instant): void => void changed(lock, now, hashOf(secret)),
      /** With another secret from then on. */
      unlock: (secret: string, next: string, now: Instant): void =>
        void changed(unlock, hashOf(next), now, hashOf(secret)),
      /** Of one that lasts still. */
      until: (secret: string): Instant | null => session.get(hashOf(secret))?.expiresAt ?? null,
      end: (secret: string): void => void changed(endSession, hashOf(secret)),
      endOne: (clerk: ClerkId, id: string): number => changed(endOne, clerk, id),
      endOthers: (clerk: ClerkId, secret: string): number => changed(endOthers, clerk, hashOf(secret)),
      endAllOf: (clerk: ClerkId): number => changed(endOf, clerk),
      endExpired: (now: Instant): void => void changed(endExpired, now),
    },
    /** What is remembered may be of the part that was undone. */
    reread: () => known.clear(),
  };
});
