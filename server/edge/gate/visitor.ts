/** The anonymous cookie by which one phone is told from another behind the same address (S2). It says nothing of anybody. */
import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { cookieOf, giveCookie } from '../cookies.ts';

/** Random, and of no meaning; null where none came, or none that this hall gave. */
export type Visitors = {
  of: (request: Request) => string | null;
  /** Whether its cookie is only on its way, and no wish can have named it before. */
  isNew: (request: Request) => boolean;
  /** Says whom it made; the request that is answered is of that one already. */
  give: (to: Response) => string;
  /** For a browser of the hall’s own. */
  own: () => { name: string; value: string };
};

const VISITOR = 'shouwen-visitor';
const BYTES = 16;
/** Longer than anybody books ahead. */
const LASTS_MS = 40 * 86_400_000;

/** Signed and not stored: a stranger who asks for many costs the hall nothing. */
export function createVisitors(secret: Buffer): Visitors {
  const key = createSecretKey(secret);
  const signOf = (id: Buffer) => createHmac('sha256', key).update(id).digest().subarray(0, BYTES);
  const made = new WeakMap<Request, string>();
  const fresh = () => {
    const id = randomBytes(BYTES);
    return { id: id.toString('base64url'), value: Buffer.concat([id, signOf(id)]).toString('base64url') };
  };
  return {
    of(request) {
      const both = Buffer.from(cookieOf(request.headers.cookie, VISITOR) ?? '', 'base64url');
      const [id, sign] = [both.subarray(0, BYTES), both.subarray(BYTES)];
      const isOurs = sign.length === BYTES && timingSafeEqual(sign, signOf(id));
      return isOurs ? id.toString('base64url') : (made.get(request) ?? null);
    },
    isNew: (request) => made.has(request),
    // Lax: a link in a message or a QR code leads here from elsewhere, and is the same phone.
    give(to) {
      const { id, value } = fresh();
      giveCookie(to, VISITOR, value, { sameSite: 'lax', maxAge: LASTS_MS });
      made.set(to.req, id);
      return id;
    },
    own: () => ({ name: VISITOR, value: fresh().value }),
  };
}

/** Whether a person waits for a page: what a browser asks for when an address is opened. */
export function opensPage(request: Request): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}
