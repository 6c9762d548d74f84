/** How much memory a process holds. */
import { readFileSync } from 'node:fs';

/** Resident, MB; from /proc, 0 where there is none. */
export function residentMb(pid: number | undefined): number {
  try {
    const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kb) / 1024);
  } catch {
    return 0;
  }
}
