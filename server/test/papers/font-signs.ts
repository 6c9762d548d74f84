/** Which signs the font files of a style sheet draw: those that a face is declared for and its file has a picture of. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** By weight; code points. */
export function drawnByWeight(sheets: string[]): Map<string, Set<number>> {
  const drawn = new Map<string, Set<number>>();
  for (const sheet of sheets)
    for (const [, face] of readFileSync(sheet, 'utf8').matchAll(/@font-face\s*\{([^}]*)\}/g)) {
      const said = (pattern: RegExp) => pattern.exec(face!)![1]!;
      const signs = signsOf(join(dirname(sheet), said(/url\(["']?([^)"']+\.woff2)/)));
      const weight = said(/font-weight:\s*(\d+)/);
      const known = drawn.get(weight) ?? new Set();
      drawn.set(weight, known);
      for (const range of said(/unicode-range:\s*([^;}]+)/).split(',')) {
        const [from, to = from] = range
          .trim()
          .slice(2)
          .split('-')
          .map((code) => Number.parseInt(code, 16));
        for (let code = from!; code <= to!; code++) if (signs.has(code)) known.add(code);
      }
    }
  return drawn;
}

const read = new Map<string, Set<number>>();
function signsOf(file: string): Set<number> {
  const known = read.get(file) ?? signsOfMap(mapOf(readFileSync(file)));
  read.set(file, known);
  return known;
}

/** WOFF2: after the header one entry a table, then all tables in one stream. By their numbers: the map, and the two that are stored otherwise. */
const HEADER = 48;
const [MAP, GLYPHS, PLACES, NAMED] = [0, 10, 11, 63];
function mapOf(file: Buffer): Buffer {
  let at = HEADER;
  const number = () => {
    let value = 0;
    for (;;) {
      const byte = file[at++]!;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let [begin, map] = [0, [0, 0]];
  for (let left = file.readUInt16BE(12); left > 0; left--) {
    const flags = file[at++]!;
    const table = flags & 63;
    if (table === NAMED) at += 4;
    const length = number();
    const isPlain = table === GLYPHS || table === PLACES ? flags >> 6 === 3 : flags >> 6 === 0;
    const stored = isPlain ? length : number();
    if (table === MAP) map = [begin, begin + stored];
    begin += stored;
  }
  return brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20))).subarray(...map);
}

/** Of both formats that the files have: 4 for the first 65,536 signs, 12 for all. */
function signsOfMap(map: Buffer): Set<number> {
  const signs = new Set<number>();
  for (let entry = 0; entry < map.readUInt16BE(2); entry++) {
    const table = map.subarray(map.readUInt32BE(4 + entry * 8 + 4));
    if (table.readUInt16BE(0) === 12) {
      for (let group = 0; group < table.readUInt32BE(12); group++) {
        const [from, to] = [table.readUInt32BE(16 + group * 12), table.readUInt32BE(20 + group * 12)];
        for (let code = from; code <= to; code++) signs.add(code);
      }
    } else if (table.readUInt16BE(0) === 4) for (const code of signsOfSegments(table)) signs.add(code);
  }
  return signs;
}

function* signsOfSegments(table: Buffer): Generator<number> {
  const size = table.readUInt16BE(6);
  for (let segment = 0; segment < size; segment += 2) {
    const [to, from] = [table.readUInt16BE(14 + segment), table.readUInt16BE(16 + size + segment)];
    const [shift, place] = [table.readUInt16BE(16 + 2 * size + segment), 16 + 3 * size + segment];
    const offset = table.readUInt16BE(place);
    for (let code = from; code <= to && code < 0xffff; code++) {
      const glyph = offset ? table.readUInt16BE(place + offset + 2 * (code - from)) : code;
      if (glyph && (glyph + shift) & 0xffff) yield code;
    }
  }
}
