/** Whether a PNG can be shown: its parts are unpacked as a screen would, so that no broken picture reaches a kiosk (L3). */
import { crc32, inflateSync } from 'node:zlib';
import { type PictureType, pictureType } from './rules/picture.ts';
import { type PngPart, pngBytes, pngParts, pngPoints } from './rules/png.ts';

/** Null: neither a PNG nor a JPEG that a screen can show. */
export function shownType(bytes: Uint8Array): PictureType | null {
  const type = pictureType(bytes);
  return type === 'image/png' && !isWholePng(bytes) ? null : type;
}

function isWholePng(bytes: Uint8Array): boolean {
  const parts = pngParts(bytes);
  const points = parts && pngPoints(parts);
  if (!points || parts.some((part) => crc32(part.checked) !== part.crc)) return false;
  const length = pngBytes(points);
  try {
    // What unfolds to more than the picture has is no picture.
    return inflateSync(packed(parts), { maxOutputLength: length }).length === length;
  } catch {
    return false;
  }
}

function packed(parts: readonly PngPart[]): Buffer {
  return Buffer.concat(parts.flatMap(({ name, data }) => (name === 'IDAT' ? [data] : [])));
}
