/** Who a request comes from: a session or a device, by cookies that no script can read. */
import type { Request, Response } from 'express';
import type { BoardName } from '../../schema/board.ts';
import type { Role } from '../../schema/who.ts';
import { type Actor, CLOCK, RESIDENT } from '../../schema/who.ts';
import { deviceSeen } from '../hall/acts/enrol-device.ts';
import { deviceOfSecret } from '../hall/views/device-view.ts';
import type { Hall } from '../ledger/hall.ts';
import type { Cookie, From } from '../ledger/subject/route.ts';
import type { Follower } from '../live/publish.ts';
import { standingOf } from '../people/views/sessions.ts';
import { actorOfSession, mustChangePassword } from '../people/views/staff.ts';
import { cookieOf, giveCookie, takeCookieBack } from './cookies.ts';
import { placeBy, type Trust } from './gate/address.ts';

export type Who = { actor: Actor; role: Role; secret: string | null };

const SESSION = 'shouwen-session';
const DEVICE = 'shouwen-device';
/** By which a browser is known again where somebody of the staff signed in. */
const BROWSER = 'shouwen-browser';
const DEVICE_DAYS = 400;

/** The signed-in clerk, else the enrolled device, else the public. Where both are known the route decides. */
export function whoAsks(hall: Hall, cookies: string | undefined, wanted: readonly Role[]): Who {
  const session = cookieOf(cookies, SESSION);
  const clerk =
    session && isWanted(wanted, 'clerk', 'supervisor', 'administrator')
      ? actorOfSession(hall, session, hall.nowMs())
      : null;
  if (clerk && wanted.includes(clerk.role)) return { actor: clerk, role: clerk.role, secret: session };
  const secret = cookieOf(cookies, DEVICE);
  const device = secret && isWanted(wanted, 'kiosk', 'display') ? deviceOfSecret(hall, secret) : null;
  if (device) return { actor: { kind: 'device', id: device.id, device: device.kind }, role: device.kind, secret };
  if (clerk) return { actor: clerk, role: clerk.role, secret: session };
  return { actor: RESIDENT, role: 'public', secret: null };
}

/** The clerk or the device behind the cookies, whatever the route; a cookie that nobody gave is nobody. */
export function knownActor(hall: Hall, cookies: string | undefined): Actor | null {
  const session = cookieOf(cookies, SESSION);
  const clerk = session && actorOfSession(hall, session, hall.nowMs());
  if (clerk) return clerk;
  const secret = cookieOf(cookies, DEVICE);
  const device = secret && deviceOfSecret(hall, secret);
  return device ? { kind: 'device', id: device.id, device: device.kind } : null;
}

/** Who of the staff opens a page in a browser; nobody while the screen is locked. */
export function readingClerk(hall: Hall, cookies: string | undefined): Extract<Actor, { kind: 'clerk' }> | null {
  const session = cookieOf(cookies, SESSION);
  const clerk = session ? actorOfSession(hall, session, hall.nowMs()) : null;
  if (!clerk || mustChangePassword(hall, clerk) || standingOf(hall, session!, hall.nowMs()).locked) return null;
  return clerk;
}

/** Which boards a socket may follow; none for a clerk whose password was set by somebody else. */
export function followerOf(hall: Hall, cookies: string | undefined): Follower | null {
  const session = cookieOf(cookies, SESSION);
  const secret = cookieOf(cookies, DEVICE);
  const deviceNow = () => (secret ? deviceOfSecret(hall, secret) : null);
  const clerkNow = () => readingClerk(hall, cookies);
  const device = deviceNow();
  const boards: BoardName[] = clerkNow() ? ['staff', 'display', 'kiosk'] : device ? [device.kind] : [];
  if (boards.length === 0) return null;
  return {
    key: (boards.length > 1 ? session : secret)!,
    boards,
    stillValid: (board) => (device?.kind === board ? deviceNow() : clerkNow()) !== null,
    seen: () => {
      if (!device) return;
      const wish = { command: 'device-seen', requestId: null, actor: CLOCK };
      // When it was last seen is worth no fault: the next time it is.
      hall.commit(wish, (tx) => deviceSeen(tx, device.id)).catch(() => {});
    },
  };
}

/** From where a request comes (S2). */
export function fromOf(request: Request): From {
  return {
    address: placeBy(request.app.get('trust proxy fn') as Trust)(request),
    browser: cookieOf(request.headers.cookie, BROWSER),
    agent: request.headers['user-agent'] ?? '',
  };
}

/** What a route said of its cookie; a browser counts `lastsMs` by its own clock, whatever the hall's says. */
export function setCookie(to: Response, { kind, secret, lastsMs }: Cookie): void {
  const name = { session: SESSION, device: DEVICE, browser: BROWSER }[kind];
  const maxAge = lastsMs ?? DEVICE_DAYS * 86_400_000;
  if (secret === null) takeCookieBack(to, name);
  else giveCookie(to, name, secret, { sameSite: 'strict', maxAge });
}

function isWanted(wanted: readonly Role[], ...roles: Role[]): boolean {
  return roles.some((role) => wanted.includes(role));
}
