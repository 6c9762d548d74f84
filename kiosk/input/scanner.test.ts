import { describe, expect, test } from 'vitest';
import { createScanner, scannedOf } from './scanner.ts';

const LINK = '01M82B6EY3XBFJVGB7NQ2C98XNabcdefghij_-KLMNOPQRST';

/** Types the text with so many ms between the signs. */
function typed(text: string, gapMs: number): (string | null)[] {
  const scan = createScanner();
  return [...text, 'Enter'].map((key, i) => scan(key, i * gapMs)).filter(Boolean);
}

describe('what a scanner reads', () => {
  test.each([
    [`https://hall.example/t/${LINK}`, { kind: 'ticket', link: LINK }],
    [`http://10.0.0.7:8080/c/${LINK}`, { kind: 'case', link: LINK }],
    ['481516', { kind: 'appointment', code: '481516' }],
  ])('[C12] [H8] a scanned code leads to what it is the code of: %s', (text, scanned) => {
    expect(typed(text, 10).map((one) => scannedOf(one!))).toEqual([scanned]);
  });

  test.each(['https://hall.example/t/short', 'https://hall.example/catalogue', 'A001', '4815', 'https://elsewhere/'])(
    '[C12] a text that is no code of the hall leads nowhere: %s',
    (text) => expect(scannedOf(text)).toBeNull(),
  );

  test('[H8] what a person types key by key is no scan', () => {
    expect(typed('481516', 200)).toEqual([]);
  });

  test('[C12] keys that type no sign are no part of a scan', () => {
    const scan = createScanner();
    for (const [i, key] of ['4', 'Shift', '8', '1', '5', '1', '6'].entries()) scan(key, i);
    expect(scan('Enter', 8)).toBe('481516');
  });
});
