/** The halls that run in this process, and whether they left anything open when the last of them has stopped. */
import { afterAll, expect } from 'vitest';
import { leftOpenSince, type Open } from './left-open.ts';

const running = new Set<object>();
/** What was open before the first of them; null once what is left was checked. */
let openBefore: Open | null = null;

export function hallStarted(hall: object, before: Open): void {
  openBefore ??= before;
  running.add(hall);
}

/** Of a test that failed already nothing is asked. */
export function hallFailed(hall: object): void {
  running.delete(hall);
  if (running.size === 0) openBefore = null;
}

/**
 * `goesOn`: the test itself has something open for the hall that it starts next. While another hall runs its sockets
 * and timers cannot be told apart. In both cases the last hall is checked, against what was open before the first.
 */
export async function hallStopped(hall: object, goesOn: boolean): Promise<void> {
  running.delete(hall);
  if (goesOn || running.size > 0 || !openBefore) return;
  const before = openBefore;
  openBefore = null;
  const left = await leftOpenSince(before);
  // In an error of its own every one is named; an assertion cuts the list short.
  if (left.length > 0) throw new Error(`the hall left open: ${left.join(', ')}`);
}

// A hall that no test stops would be checked by nobody. The proofs import the harness, too, and have no runner.
if (process.env.VITEST) {
  afterAll(() => {
    expect(running.size, 'halls that were started and not stopped').toBe(0);
    expect(openBefore, 'what was open before a hall that went on, and that no other followed').toBeNull();
  });
}
