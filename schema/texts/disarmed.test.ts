import fc from 'fast-check';
import { expect, it } from 'vitest';
import { disarmed, undisarmed } from './disarmed.ts';

it('[S2] a cell that a spreadsheet would run is disarmed, and every text comes back as it was', () => {
  expect(['=1+1', "'=1", "''-", '＝1', '甲', "'甲", ''].map(disarmed)).toEqual([
    "'=1+1",
    "''=1",
    "'''-",
    "'＝1",
    '甲',
    "'甲",
    '',
  ]);
  const signs = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', '\t', '1', '甲') });
  fc.assert(
    fc.property(signs, (text) => {
      expect(undisarmed(disarmed(text))).toBe(text);
      expect(disarmed(text)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }),
  );
});
