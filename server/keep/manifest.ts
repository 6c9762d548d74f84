/** What is known of a backup without opening it: a small file beside it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Instant } from '../../schema/ids.ts';
import { LastNumber } from './last-numbers.ts';

export const Manifest = z.object({
  /** When it was begun. */
  at: Instant,
  events: z.number().int(),
  /** Of the last event, in hex: a later chain is checked from there on. */
  hash: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** The last numbers of its last days. */
  numbers: z.array(LastNumber),
});
export type Manifest = z.infer<typeof Manifest>;

/** A backup by its name in the folder. */
export type KnownBackup = { name: string; manifest: Manifest };

/** Of `hall-20261123T010000Z.db` it is the name and `.json`. */
export const manifestOf = (name: string) => `${name}.json`;

/** The whole ones, the oldest first; a file without its manifest was not finished. */
export function readBackups(dir: string): KnownBackup[] {
  const names = namesIn(dir);
  return names
    .filter((name) => /^hall-.*\.db$/.test(name) && names.includes(manifestOf(name)))
    .flatMap((name) => {
      const manifest = readAs(Manifest, join(dir, manifestOf(name)));
      return manifest ? [{ name, manifest }] : [];
    })
    .sort((a, b) => a.manifest.at.localeCompare(b.manifest.at));
}

/** Numbers that were skipped are kept beside the backups, too: the file that skips them may be lost before it is copied (S3). */
export function keepSkipped(dir: string, atMs: number, numbers: LastNumber[]): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, `skipped-${new Date(atMs).toISOString().replace(/[-:]/g, '')}.json`);
  writeFileSync(file, JSON.stringify(numbers), { mode: 0o600, flush: true });
}

export function readSkipped(dir: string): LastNumber[] {
  return namesIn(dir)
    .filter((name) => /^skipped-.*\.json$/.test(name))
    .flatMap((name) => readAs(z.array(LastNumber), join(dir, name)) ?? []);
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

/** Null where it is not whole. */
function readAs<T>(shape: z.ZodType<T>, file: string): T | null {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
