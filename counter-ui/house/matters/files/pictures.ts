/** Pictures of samples in a file of matters (L3): JSON carries their bytes, a table has no place for them. */
import { z } from 'zod';
import type { Matter } from '../../../../schema/catalogue/catalogue.ts';
import type { ImportedMatter } from '../../../../schema/catalogue/import.ts';
import { picturePath } from '../../../../schema/catalogue/material.ts';

const BYTES_A_STEP = 0x8000;
/** As a file carries it; null: the material has none. */
const Carried = z.object({ materials: z.array(z.looseObject({ pictureBytes: z.base64().nullable().optional() })) });

type Fetch = (path: string) => Promise<Response>;

/** Each material with the bytes of its picture as base64; null where it has none. */
export async function withPictures(matters: readonly Matter[], ask: Fetch = (path) => fetch(path)) {
  const known = new Map<string, string>();
  for (const picture of new Set(matters.flatMap(({ materials }) => materials.flatMap((one) => one.picture ?? [])))) {
    const answer = await ask(picturePath(picture));
    if (!answer.ok) throw new Error(`picture ${picture} is not there`);
    known.set(picture, base64Of(new Uint8Array(await answer.arrayBuffer())));
  }
  return matters.map(({ materials, ...matter }) => ({
    ...matter,
    materials: materials.map(({ picture, ...one }) => ({
      ...one,
      pictureBytes: picture ? (known.get(picture) ?? null) : null,
    })),
  }));
}

/** Of each material of one matter of a file, in its order; undefined where the file says nothing of it. Null: no such file. */
export function carriedPictures(matter: unknown): (string | null | undefined)[] | null {
  const read = Carried.safeParse(matter);
  return read.success ? read.data.materials.map(({ pictureBytes }) => pictureBytes) : null;
}

type Readable = { matter: ImportedMatter; pictures?: (string | null | undefined)[] };

/** Matters that name the pictures of their file, each kept once by the hall; where it says nothing they stay as they are. */
export async function keepPictures(
  rows: readonly Readable[],
  keep: (bytes: string) => Promise<{ picture: string }>,
): Promise<ImportedMatter[]> {
  const ids = new Map<string, string>();
  for (const bytes of new Set(rows.flatMap(({ pictures = [] }) => pictures.flatMap((one) => one ?? []))))
    ids.set(bytes, (await keep(bytes)).picture);
  return rows.map(({ matter, pictures = [] }) => ({
    ...matter,
    materials: matter.materials.map(({ picture: _, ...one }, at) => {
      const bytes = pictures[at];
      return bytes === undefined ? one : { ...one, picture: bytes === null ? null : (ids.get(bytes) ?? null) };
    }),
  }));
}

/** In steps: a call takes only so many arguments. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += BYTES_A_STEP)
    text += String.fromCharCode(...bytes.subarray(at, at + BYTES_A_STEP));
  return btoa(text);
}
