/** Reading one cookie of a request's header. */
import { parseCookie } from 'cookie';

/** Null where it is not there, or empty. */
export function cookieOf(header: string | undefined, name: string): string | null {
  return (header && parseCookie(header)[name]) || null;
}
