import { crc32, deflateSync } from 'node:zlib';
import { expect, it, test } from 'vitest';
import { shownType } from './picture-shown.ts';

const SIGN = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const part = (name: string, data: Buffer, wrong = 0) => {
  const checked = Buffer.concat([Buffer.from(name), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length);
  frame.writeUInt32BE((crc32(checked) ^ wrong) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), checked, frame.subarray(4)]);
};
const header = (width: number, height: number, depth = 8, colour = 0, interlaced = 0) => {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, depth, colour, 0, 0, interlaced]);
  data.writeUInt32BE(width);
  data.writeUInt32BE(height, 4);
  return part('IHDR', data);
};
const points = (bytes: number) => part('IDAT', deflateSync(Buffer.alloc(bytes)));
const END = part('IEND', Buffer.alloc(0));
const png = (...parts: Buffer[]) => Buffer.concat([SIGN, ...parts, END]);

it('[L3] a PNG of any usual kind is known: grey, colour, palette, interlaced, in several parts', () => {
  const packed = deflateSync(Buffer.alloc(3 * (1 + 4 * 3)));
  for (const whole of [
    png(header(4, 3), points(3 * 5)),
    png(header(4, 3, 8, 6), points(3 * 17)),
    png(header(9, 1, 1, 3), part('PLTE', Buffer.alloc(6)), points(3)),
    png(header(8, 8, 8, 0, 1), points(64 + 15)),
    png(header(4, 3, 8, 2), part('IDAT', packed.subarray(0, 5)), part('IDAT', packed.subarray(5))),
  ])
    expect(shownType(whole)).toBe('image/png');
});

test.each([
  ['no points', png(header(4, 3))],
  ['fewer rows than its header says', png(header(4, 30), points(15))],
  ['more points than its header says', png(header(4, 3), points(1_000_000))],
  ['points that are no points', png(header(4, 3), part('IDAT', Buffer.from('hello')))],
  ['a part whose checksum is wrong', png(header(4, 3), part('IDAT', deflateSync(Buffer.alloc(15)), 1))],
  [
    'a part that is longer than the file',
    Buffer.concat([SIGN, header(4, 3), Buffer.from([0, 1, 0, 0]), points(15), END]),
  ],
  ['a palette that is missing', png(header(9, 1, 1, 3), points(3))],
  ['a colour that is none', png(header(4, 3, 8, 5), points(15))],
  ['a depth that its colour cannot have', png(header(4, 3, 4, 2), points(24))],
  ['points enough to fill the memory', png(header(8_000, 8_000), points(8_000 * 8_001))],
])('[L3] [A3] a PNG that no screen can show is refused: %s', (_, bytes) => {
  expect(shownType(bytes)).toBeNull();
});
