/** Who a request comes from: a session or a device, by cookies that no script can read. */
import type { CookieOptions, Request, Response } from 'express';
import type { BoardName } from '../../schema/board.ts';
import type { Role } from '../../schema/who.ts';
import { type Actor, RESIDENT } from '../../schema/who.ts';
import type { Tx } from '../app/commit.ts';
import type { Hall } from '../app/hall.ts';
import { actorOfSession } from '../app/sessions.ts';
import type { Follower } from '../realtime/publish.ts';
import { access } from '../store/access.ts';
import { reference } from '../store/reference.ts';
import { cookieOf } from './cookies.ts';

export type Who = { actor: Actor; role: Role; secret: string | null };

const SESSION = 'shouwen-session';
const DEVICE = 'shouwen-device';
const DEVICE_DAYS = 400;
/** The app's setting for a hall that residents reach by https. */
export const SECURE = 'secure cookies';

/** The signed-in clerk, else the enrolled device, else the public. Where both are known the route decides. */
export function whoAsks(hall: Hall, cookies: string | undefined, wanted: readonly Role[]): Who {
  const session = cookieOf(cookies, SESSION);
  const clerk =
    session && isWanted(wanted, 'clerk', 'supervisor', 'administrator') ? actorOfSession(hall, session) : null;
  if (clerk && wanted.includes(clerk.role)) return { actor: clerk, role: clerk.role, secret: session };
  const secret = cookieOf(cookies, DEVICE);
  const device = secret && isWanted(wanted, 'kiosk', 'display') ? hall.read(access).deviceOfSecret(secret) : null;
  if (device) return { actor: { kind: 'device', id: device.id, device: device.kind }, role: device.kind, secret };
  if (clerk) return { actor: clerk, role: clerk.role, secret: session };
  return { actor: RESIDENT, role: 'public', secret: null };
}

/** The clerk or the device behind the cookies, whatever the route; a cookie that nobody gave is nobody. */
export function knownActor(hall: Hall, cookies: string | undefined): Actor | null {
  const session = cookieOf(cookies, SESSION);
  const clerk = session && actorOfSession(hall, session);
  if (clerk) return clerk;
  const secret = cookieOf(cookies, DEVICE);
  const device = secret && hall.read(access).deviceOfSecret(secret);
  return device ? { kind: 'device', id: device.id, device: device.kind } : null;
}

/** Which boards a socket may follow; none for a clerk whose password was set by somebody else. */
export function followerOf(hall: Hall, cookies: string | undefined): Follower | null {
  const session = cookieOf(cookies, SESSION);
  const secret = cookieOf(cookies, DEVICE);
  const deviceNow = () => (secret ? hall.read(access).deviceOfSecret(secret) : null);
  const clerkNow = () => {
    const clerk = session ? actorOfSession(hall, session) : null;
    return clerk && !hall.read(reference).clerks().get(clerk.id)?.mustChangePassword ? clerk : null;
  };
  const device = deviceNow();
  const boards: BoardName[] = clerkNow() ? ['staff', 'display', 'kiosk'] : device ? [device.kind] : [];
  if (boards.length === 0) return null;
  return {
    boards,
    stillValid: (board) => (device?.kind === board ? deviceNow() : clerkNow()) !== null,
    seen: () => {
      if (!device) return;
      const write = (tx: Tx) => {
        tx.write(access).deviceSeen(device.id, tx.now);
        return {};
      };
      // When it was last seen is worth no fault: the next time it is.
      hall.commit({ command: 'device-seen', requestId: null, actor: { kind: 'clock' } }, write).catch(() => {});
    },
  };
}

/** `lastsMs` from now: a browser counts it by its own clock, whatever the hall's says. */
export function setSession(request: Request, response: Response, secret: string, lastsMs: number): void {
  response.cookie(SESSION, secret, { ...options(request), maxAge: lastsMs });
}

export function clearSession(request: Request, response: Response): void {
  response.clearCookie(SESSION, options(request));
}

export function setDevice(request: Request, response: Response, secret: string): void {
  response.cookie(DEVICE, secret, { ...options(request), maxAge: DEVICE_DAYS * 86_400_000 });
}

function options(request: Request): CookieOptions {
  // Behind a proxy that is not believed the request itself looks plain.
  const secure = request.secure || request.app.get(SECURE) === true;
  return { httpOnly: true, sameSite: 'strict', path: '/', secure };
}

function isWanted(wanted: readonly Role[], ...roles: Role[]): boolean {
  return roles.some((role) => wanted.includes(role));
}
