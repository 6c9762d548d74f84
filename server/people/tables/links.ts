/** Unguessable links (P3): each shows one thing; only their hashes are stored. */
import { createHmac, createSecretKey, hash, timingSafeEqual } from 'node:crypto';
import { blob, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../../schema/ids.ts';
import { table } from '../../ledger/table.ts';

/** In the order of what they show, so that adding one is cheap. */
export const linksColumns = sqliteTable(
  'links',
  {
    kind: text('kind').notNull(), // 'ticket' | 'case' | 'appointment'
    ref: text('ref').notNull(),
    hash: blob('hash', { mode: 'buffer' }).notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.ref] })],
);

/** 128 bits in base64url. */
const SECRET_LENGTH = 22;
/** `original`: the key of a paper that is printed the first time, which no row holds. */
export type LinkKind = 'ticket' | 'case' | 'appointment' | 'original';

export const links = table((db, keys) => {
  const erase = db.prepare('DELETE FROM links WHERE expires_at <= ?');
  const add = db.prepare(
    `INSERT INTO links (kind, ref, hash, expires_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, ref) DO UPDATE SET expires_at = max(expires_at, excluded.expires_at)`,
  );
  const link = db
    .prepare<[string, string, string], Buffer>('SELECT hash FROM links WHERE kind = ? AND ref = ? AND expires_at > ?')
    .pluck();
  // A key object made once: a raw key is imported anew for each hash, which takes five times as long.
  const indexKey = createSecretKey(keys.index);
  const keyed = (kind: string, value: string) => createHmac('sha256', indexKey).update(`${kind}:${value}`).digest();
  const hashOf = (text: string) => hash('sha256', text, 'buffer');

  const reader = {
    /**
     * What it shows, by which it is found, and 128 bits that nobody can guess; the same for the same thing, so that a
     * slip can be printed again without storing the link.
     */
    of: (kind: LinkKind, ref: string): string => ref + keyed(`link-${kind}`, ref).subarray(0, 16).toString('base64url'),
    /** What the link shows, or null when it is unknown or has expired. */
    follow(kind: LinkKind, text: string, now: Instant): string | null {
      const ref = text.slice(0, -SECRET_LENGTH);
      const known = link.get(kind, ref, now);
      return known && timingSafeEqual(known, hashOf(text)) ? ref : null;
    },
    /** The link to one thing; null once it has run out. */
    live: (kind: LinkKind, ref: string, now: Instant): string | null =>
      link.get(kind, ref, now) ? reader.of(kind, ref) : null,
  };
  return {
    reader,
    writer: {
      ...reader,
      /** Makes the link to one thing and returns it; only its hash is stored. */
      add(kind: LinkKind, ref: string, expiresAt: Instant): string {
        const text = reader.of(kind, ref);
        add.run(kind, ref, hashOf(text), expiresAt);
        return text;
      },
      /** Deletes those that have run out, and says how many. */
      erase: (now: Instant): number => erase.run(now).changes,
    },
  };
});
