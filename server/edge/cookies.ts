/** Cookies that no script can read: how one is named, read, given and taken back. */
import { parseCookie } from 'cookie';
import type { CookieOptions, Response } from 'express';

/** The app's setting for a hall that residents reach by https. */
export const SECURE = 'secure cookies';
/** A browser takes a cookie of such a name by https alone, and from no other host. */
const HOST_ONLY = '__Host-';

/** Null where it is not there, or empty. A plain name is that of a hall without https, or of an older program. */
export function cookieOf(header: string | undefined, name: string): string | null {
  if (!header) return null;
  const sent = parseCookie(header);
  return sent[HOST_ONLY + name] || sent[name] || null;
}

type Given = Required<Pick<CookieOptions, 'sameSite' | 'maxAge'>>;

export function giveCookie(to: Response, name: string, value: string, { sameSite, maxAge }: Given): void {
  const secure = isSecure(to);
  to.cookie(secure ? HOST_ONLY + name : name, value, { sameSite, maxAge, httpOnly: true, path: '/', secure });
}

/** Under both names: the browser may have got the cookie of an older program. */
export function takeCookieBack(from: Response, name: string): void {
  const options = { httpOnly: true, sameSite: 'strict' as const, path: '/' };
  from.clearCookie(name, { ...options, secure: isSecure(from) });
  if (isSecure(from)) from.clearCookie(HOST_ONLY + name, { ...options, secure: true });
}

/** Behind a proxy that is not believed the request itself looks plain. */
function isSecure({ req, app }: Response): boolean {
  return req.secure || app.get(SECURE) === true;
}
