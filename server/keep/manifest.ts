/** What is known of a backup without opening it: a small file beside it. */
import { readdirSync, readFileSync } from 'node:fs';
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
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch {
    return [];
  }
  return names
    .filter((name) => /^hall-.*\.db$/.test(name) && names.includes(manifestOf(name)))
    .flatMap((name) => {
      const manifest = readManifest(join(dir, manifestOf(name)));
      return manifest ? [{ name, manifest }] : [];
    })
    .sort((a, b) => a.manifest.at.localeCompare(b.manifest.at));
}

function readManifest(file: string): Manifest | null {
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
