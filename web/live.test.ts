import { describe, expect, it } from 'vitest';
import { PROTOCOL } from '../schema/board.ts';
import { type Head, type Served, served } from '../schema/live.ts';

const head = (build: string, v = PROTOCOL): { head: Head } => ({
  head: { board: 'kiosk', v, build, seq: 1, at: '2026-11-23T01:00:00.000Z' },
});
const seen = (...pushes: Parameters<typeof served>[1][]) =>
  pushes.reduce<Served>(served, { build: null, outdated: false });

describe('a screen that has run for weeks', () => {
  it('[D2] a screen that has run for weeks is not outdated while the hall serves the build that its first beacon named', () => {
    expect(seen({ snapshot: { v: PROTOCOL } }, head('a'), { delta: { v: PROTOCOL } }, head('a'))).toEqual({
      build: 'a',
      outdated: false,
    });
  });

  it('[D2] a screen that has run for weeks is outdated from the first beacon of another build on, also when the old one comes back', () => {
    expect(seen(head('a'), head('b')).outdated).toBe(true);
    expect(seen(head('a'), head('b'), head('a')).outdated).toBe(true);
  });

  it('[D2] a screen that has run for weeks is outdated at once by a push of another protocol', () => {
    expect(seen({ snapshot: { v: PROTOCOL + 1 } }).outdated).toBe(true);
    expect(seen(head('a'), { delta: { v: PROTOCOL + 1 } }).outdated).toBe(true);
    expect(seen(head('a', PROTOCOL - 1)).outdated).toBe(true);
  });
});
