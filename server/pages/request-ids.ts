/** The request ids of a page's forms: a page may be shown to many, and each reader's wish is its own (T3). */
import { randomFillSync } from 'node:crypto';
import { ulid } from 'ulid';

/** Stands in a page where an id is to come; nobody can type it. */
export const ID_TO_COME = ulid();

export function withRequestIds(html: string): string {
  const parts = html.split(ID_TO_COME);
  return parts.reduce((text, part) => text + newId() + part);
}

/** Unguessable: an id that counts up would tell the answer to a stranger's wish. */
function newId(): string {
  return ulid(undefined, randomPart);
}

/** Drawn for many ids at once: one call for each sign takes twenty times as long. */
const drawn = new Uint8Array(4_096);
let used = drawn.length;

function randomPart(): number {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  return drawn[used++]! / 256;
}
