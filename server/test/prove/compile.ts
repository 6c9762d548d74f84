/** A program in C beside the proofs, compiled for the time of a proof. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export type Compiled = { path: string; remove: () => void };

export function compile(source: string, ...options: string[]): Compiled {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-compiled-'));
  const path = join(dir, basename(source, '.c'));
  const cc = spawnSync('cc', ['-O2', '-o', path, source, ...options], { encoding: 'utf8' });
  const remove = () => rmSync(dir, { recursive: true, force: true });
  if (cc.status === 0) return { path, remove };
  remove();
  throw new Error(`${basename(source)} was not compiled: ${cc.error?.message ?? cc.stderr}`);
}
