/** What kind of picture bytes are, said by themselves and by no name (L3). Pure. */

export type PictureType = 'image/png' | 'image/jpeg';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const JPEG = [0xff, 0xd8, 0xff];
const JPEG_END = [0xff, 0xd9];
const SCAN = 0xda;
const HEADER = 'IHDR';
/** A side of more is no picture for a screen, and a small file may unfold to gigabytes. */
const SIDE_MOST = 8_000;

/** Null: neither a PNG nor a JPEG of a size that a screen can show; whether a PNG is whole its parts say. */
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

const TABLES = { quantities: 0xdb, codes: 0xc4 };

/** Its frame header and tables are segments before the picture itself, which is not empty. */
function jpegSize(bytes: Uint8Array): Size {
  const view = viewOf(bytes);
  const seen = new Set<number>();
  let size: Size = null;
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    const length = view.getUint16(at + 2);
    if (isFrame) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === SCAN)
      return isScan(bytes, at + 2 + length) && seen.has(TABLES.quantities) && seen.has(TABLES.codes) ? size : null;
    if (length < 2) return null;
    seen.add(marker);
  }
  return null;
}

/** Points stand between the head of the scan and the end of the picture. */
function isScan(bytes: Uint8Array, from: number): boolean {
  return from < bytes.length - JPEG_END.length;
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
