import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const COMMITS = 200;

/** Counts what the operating system is asked to put on disk, from the outside. */
function fsyncsOf(commits: number): number {
  const dir = mkdtempSync(join(tmpdir(), 'shouwen-trace-'));
  const out = join(dir, 'trace');
  const script = join(import.meta.dirname, 'commits.ts');
  const args = ['-f', '-e', 'trace=fsync,fdatasync', '-o', out, process.execPath, script, String(commits)];
  const ran = spawnSync('strace', args, { encoding: 'utf8' });
  expect(ran.error, 'strace is needed for this test').toBeUndefined();
  expect(ran.status, ran.stderr).toBe(0);
  const lines = readFileSync(out, 'utf8').split('\n');
  rmSync(dir, { recursive: true, force: true });
  return lines.filter((line) => /(fsync|fdatasync)\(.*= 0/.test(line)).length;
}

it(`[A2] ${COMMITS} commits reach the disk at least ${COMMITS} times`, () => {
  const without = fsyncsOf(0);
  const withCommits = fsyncsOf(COMMITS);
  console.log(`${COMMITS} commits: ${withCommits - without} fsyncs more than a hall that commits nothing`);
  expect(withCommits - without).toBeGreaterThanOrEqual(COMMITS);
});
