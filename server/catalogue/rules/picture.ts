/** What kind of picture bytes are, said by themselves and by no name (L3). Pure. */

export type PictureType = 'image/png' | 'image/jpeg';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const JPEG = [0xff, 0xd8, 0xff];
const JPEG_END = [0xff, 0xd9];
const HEADER = 'IHDR';
/** A side of more is no picture for a screen, and a small file may unfold to gigabytes. */
const SIDE_MOST = 8_000;

/** Null: neither a PNG nor a JPEG that is whole and of a size that a screen can show. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  if (begins(bytes, PNG, 0)) return isShowable(pngSize(bytes)) && ends(bytes, PNG_END) ? 'image/png' : null;
  if (begins(bytes, JPEG, 0)) return isShowable(jpegSize(bytes)) && ends(bytes, JPEG_END) ? 'image/jpeg' : null;
  return null;
}

type Size = { width: number; height: number } | null;

function isShowable(size: Size): boolean {
  return size !== null && [size.width, size.height].every((side) => side > 0 && side <= SIDE_MOST);
}

function pngSize(bytes: Uint8Array): Size {
  const view = viewOf(bytes);
  if (bytes.length < 33 || String.fromCharCode(...bytes.subarray(12, 16)) !== HEADER) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Its frame header is one of the segments before the picture itself. */
function jpegSize(bytes: Uint8Array): Size {
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xda || view.getUint16(at + 2) < 2) return null;
  }
  return null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function begins(bytes: Uint8Array, sign: readonly number[], from: number): boolean {
  return sign.every((one, n) => bytes[from + n] === one);
}

function ends(bytes: Uint8Array, sign: readonly number[]): boolean {
  return begins(bytes, sign, bytes.length - sign.length);
}
