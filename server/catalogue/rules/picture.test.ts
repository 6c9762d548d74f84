import { expect, it, test } from 'vitest';
import { pictureType } from './picture.ts';

/** One grey point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = (width: number, height: number) =>
  Buffer.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
    ...[0xff, 0xc0, 0, 8, 8, height >> 8, height & 255, width >> 8, width & 255, 1],
    ...[0xff, 0xd9],
  ]);
const png = (change: (bytes: Buffer) => void) => {
  const bytes = Buffer.from(PNG);
  change(bytes);
  return bytes;
};

it('[L3] a PNG and a JPEG are known by their bytes', () => {
  expect(pictureType(PNG)).toBe('image/png');
  expect(pictureType(jpeg(640, 480))).toBe('image/jpeg');
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['the beginning of a PNG alone', PNG.subarray(0, 8)],
  ['a PNG that breaks off', PNG.subarray(0, PNG.length - 4)],
  ['a PNG with something behind it', Buffer.concat([PNG, Buffer.from('<script>')])],
  ['a PNG of gigantic width', png((bytes) => bytes.writeUInt32BE(100_000, 16))],
  ['a PNG without height', png((bytes) => bytes.writeUInt32BE(0, 20))],
  ['a JPEG of gigantic height', jpeg(10, 9_000)],
  ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 4, 0, 0, 0, 0, 0, 0, 0xff, 0xd9])],
  ['a JPEG of segments without length', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xd9])],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a GIF', Buffer.from('GIF89a')],
])('[L3] [A3] bytes that are no whole picture of a usual size are refused: %s', (_, bytes) => {
  expect(pictureType(bytes)).toBeNull();
});
