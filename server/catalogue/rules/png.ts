/** The parts of a PNG, and how many bytes its points are (L3). Pure. */

/** `checked` is what `crc` is the checksum of: the name and the data. */
export type PngPart = { name: string; data: Uint8Array; checked: Uint8Array; crc: number };
export type PngPoints = { width: number; height: number; bitsPerPoint: number; isInterlaced: boolean };

const SIGN_BYTES = 8;
/** Of a part, besides its data: length, name, checksum. */
const FRAME_BYTES = 12;
/** Larger ones take a second to unpack. */
const POINTS_MOST = 25_000_000;

/** Channels of each type of colour, and how many bits each may have. */
const COLOURS: Record<number, { channels: number; depths: readonly number[] }> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};
const PALETTE = 3;

/** Null where the parts do not fill the file. */
export function pngParts(bytes: Uint8Array): PngPart[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: PngPart[] = [];
  let at = SIGN_BYTES;
  while (at < bytes.length) {
    const length = at + FRAME_BYTES <= bytes.length ? view.getUint32(at) : bytes.length;
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return null;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const part = { data: bytes.subarray(at + 8, end), checked: bytes.subarray(at + 4, end), crc: view.getUint32(end) };
    parts.push({ name, ...part });
    at = end + 4;
  }
  return parts;
}

/** Null where the header does not fit what follows: no points, or a palette that is missing. */
export function pngPoints(parts: readonly PngPart[]): PngPoints | null {
  const [header] = parts;
  if (header?.name !== 'IHDR' || header.data.length !== 13 || parts.at(-1)?.name !== 'IEND') return null;
  const view = new DataView(header.data.buffer, header.data.byteOffset, 13);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, type, packing, filter, interlaced] = header.data.subarray(8) as unknown as number[] & { 0: number };
  const colour = COLOURS[type ?? -1];
  if (!colour?.depths.includes(depth) || packing !== 0 || filter !== 0 || (interlaced ?? 2) > 1) return null;
  if (width * height > POINTS_MOST || parts.every(({ name }) => name !== 'IDAT')) return null;
  if (type === PALETTE && parts.every(({ name }) => name !== 'PLTE')) return null;
  return { width, height, bitsPerPoint: colour.channels * depth, isInterlaced: interlaced === 1 };
}

/** First point and step of each pass of an interlaced picture. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Unpacked: each row has a byte for its filter before its points. */
export function pngBytes({ width, height, bitsPerPoint, isInterlaced }: PngPoints): number {
  const passes = isInterlaced ? PASSES : [[0, 0, 1, 1] as const];
  return passes.reduce((sum, [left, top, across, down]) => {
    const columns = Math.ceil((width - left) / across);
    const rows = Math.ceil((height - top) / down);
    return columns <= 0 || rows <= 0 ? sum : sum + rows * (1 + Math.ceil((columns * bitsPerPoint) / 8));
  }, 0);
}
