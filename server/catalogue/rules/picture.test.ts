import { expect, it, test } from 'vitest';
import { pictureType } from './picture.ts';

/** One grey point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
/** Grey, 8 by 8. */
const JPEG = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////',
    '////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////',
    '////////////wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QA',
    'FAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKAD/9k=',
  ].join(''),
  'base64',
);
const FRAME = JPEG.indexOf(Buffer.from([0xff, 0xc0]));
const jpeg = (width: number, height: number) => {
  const bytes = Buffer.from(JPEG);
  bytes.writeUInt16BE(height, FRAME + 5);
  bytes.writeUInt16BE(width, FRAME + 7);
  return bytes;
};
/** Without the segments that begin with this marker. */
function without(marker: number, bytes: Buffer = JPEG): Buffer {
  const at = bytes.indexOf(Buffer.from([0xff, marker]));
  if (at < 0) return bytes;
  return without(marker, Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 2 + bytes.readUInt16BE(at + 2))]));
}
const SCAN = JPEG.indexOf(Buffer.from([0xff, 0xda]));
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
  ['a JPEG without the picture itself', Buffer.concat([JPEG.subarray(0, SCAN), Buffer.from([0xff, 0xd9])])],
  ['a JPEG whose picture is empty', Buffer.concat([JPEG.subarray(0, SCAN + 14), Buffer.from([0xff, 0xd9])])],
  ['a JPEG without its table of codes', without(0xc4)],
  ['a JPEG without its table of quantities', without(0xdb)],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a GIF', Buffer.from('GIF89a')],
])('[L3] [A3] bytes that are no whole picture of a usual size are refused: %s', (_, bytes) => {
  expect(pictureType(bytes)).toBeNull();
});
