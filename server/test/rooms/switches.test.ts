import { describe, expect, it } from 'vitest';
import { CODE, textOf } from './room-files.ts';

/** What is told apart there comes from outside: no union of the project's has its names. */
const FOREIGN: Record<string, string> = {
  'server/shell/case-log/map-file.ts': 'activity',
  'server/system.ts': 'fault.code',
};

type Switch = { of: string; line: number; isWhole: boolean };

/** Of a formatted file, where a block ends with the first brace that stands as far to the left as it began. */
function switchesIn(text: string): Switch[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const [, indent, of] = /^(\s*)(?:.*\b)?switch \((.*)\) \{$/.exec(line) ?? [];
    if (indent === undefined || of === undefined) return [];
    const length = lines.slice(at).indexOf(`${indent}}`);
    const block = lines.slice(at, at + length);
    const last = block.slice(block.findLastIndex((one) => new RegExp(`^${indent}  (case |default:)`).test(one)));
    const isWhole = last[0] === `${indent}  default:` && /\bsatisfies never;$/.test(last[1] ?? '');
    return [{ of, line: at + 1, isWhole }];
  });
}

const inBlock = (...last: string[]) =>
  ['function f(is: Is) {', '  switch (is) {', "    case 'a':", '      return 1;', ...last, '  }', '}'].join('\n');

describe('a switch', () => {
  it('over a union ends in `satisfies never`, or tells apart what comes from outside', () => {
    const found = CODE.flatMap((file) => switchesIn(textOf(file)).map((one) => ({ file, ...one })));
    expect(found.length).toBeGreaterThan(60);
    const others = found.filter(({ file, of, isWhole }) => !isWhole && FOREIGN[file] !== of);
    expect(others.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
    const foreign = found.filter(({ file, of }) => FOREIGN[file] === of);
    expect(foreign.map(({ isWhole }) => isWhole)).toEqual(Object.keys(FOREIGN).map(() => false));
  });

  it.each([
    ['falls back', inBlock('    default:', '      return 2;'), false],
    ['has no default', inBlock("    case 'b':", '      return is satisfies never;'), false],
    ['is whole', inBlock('    default:', '      return is satisfies never;'), true],
  ])('is read by the check as one that %s', (_, text, isWhole) => {
    expect(switchesIn(text)).toEqual([{ of: 'is', line: 2, isWhole }]);
  });
});
