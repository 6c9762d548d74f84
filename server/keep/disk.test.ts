import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { Settings } from '../../schema/settings.ts';
import { bytesText, limitsFor, spaceIn } from './disk.ts';

const SETTINGS = Settings.parse({});
const GIB = 1_073_741_824;

test.each([
  ['a large disk', 500 * GIB, 2 * GIB, 0.5 * GIB],
  ['a small disk', 10 * GIB, 1 * GIB, 0.5 * GIB],
  ['a tiny disk', 4 * GIB, 0.4 * GIB, 0.2 * GIB],
])('[A3] free space is too little below the settings, of a small disk below its parts: %s', (_, size, low, stop) => {
  const limits = limitsFor({ free: size, size }, SETTINGS);
  expect(limits.low).toBeCloseTo(low, 0);
  expect(limits.stop).toBeCloseTo(stop, 0);
});

test.each([
  ['the bytes', { diskLowBytes: GIB / 2, diskStopBytes: GIB / 4 }, 0.5 * GIB, 0.25 * GIB],
  ['the shares', { diskLowShare: 0.02, diskStopShare: 0.01 }, 0.2 * GIB, 0.1 * GIB],
])('[A3] both limits of a disk of 10 GiB move with the settings: %s', (_, changed, low, stop) => {
  const limits = limitsFor({ free: 0, size: 10 * GIB }, { ...SETTINGS, ...changed });
  expect(limits.low).toBeCloseTo(low, 0);
  expect(limits.stop).toBeCloseTo(stop, 0);
});

test('[A3] the space of a folder is that of its disk', () => {
  const { free, size } = spaceIn(tmpdir());
  expect(free).toBeGreaterThan(0);
  expect(size).toBeGreaterThanOrEqual(free);
});

test.each([
  [5 * 1_048_576, '5.0 MB'],
  [700 * 1_048_576, '700 MB'],
  [1.5 * GIB, '1.5 GB'],
])('[A3] bytes are told as people read them: %i', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
