import { describe, expect, it } from 'vitest';
import { PROTOCOL, Question, type Snapshot } from '../schema/board.ts';
import { type Delta, type Followed, follow, type Head, type Served, served } from '../schema/live.ts';

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

describe('what a screen asks beside its board', () => {
  const at = '2026-11-23T01:00:00.000Z';
  const rows = { settings: [] } as unknown as Snapshot<'staff'>['rows'];
  const snapshot = (seq: number) => ({ snapshot: { board: 'staff' as const, v: PROTOCOL, seq, at, rows } });
  const delta = (after: number, ...asks: Question[]): { delta: Delta } => ({
    delta: { board: 'staff', v: PROTOCOL, seq: after + 1, after, at, put: {}, drop: {}, asks },
  });
  const asksAfter = (...pushes: Parameters<typeof follow<'staff'>>[1][]) =>
    pushes.reduce<Followed<'staff'>>(follow, { snapshot: null, needsSnapshot: true }).snapshot?.asks;
  const all = (times: number) => Object.fromEntries(Question.options.map((question) => [question, times]));

  it('[D2] a question is asked anew with each push that names it, and with no other', () => {
    expect(asksAfter(snapshot(4))).toEqual({});
    expect(asksAfter(snapshot(4), delta(4, 'absences'), delta(5), delta(6, 'absences', 'cases'))).toEqual({
      absences: 2,
      cases: 1,
    });
  });

  it('[D2] every question is asked anew with a snapshot that follows a gap, also where the hall counts from less', () => {
    expect(asksAfter(snapshot(4), delta(6, 'absences'), snapshot(7))).toEqual(all(1));
    expect(asksAfter(snapshot(4), delta(4, 'people'), delta(7), snapshot(5))).toEqual({ ...all(1), people: 2 });
  });
});
