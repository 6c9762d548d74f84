/** The doors of the hall as any other program finds them: HTTP and a cookie. */
import { type Client, createClient, refusalOf } from '../../web/client.ts';

export function signIn(origin: string, account: string, password: string): Promise<Client> {
  return enter(origin, '/session', { account, password });
}

export function enrol(origin: string, code: string): Promise<Client> {
  return enter(origin, '/devices/enrol', { code });
}

async function enter(origin: string, path: string, body: object): Promise<Client> {
  const response = await fetch(`${origin}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} was refused: ${await response.text()}`);
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  return createClient(origin, { cookie: cookies.join('; ') });
}

/** The answer, or null where the hall refused: somebody else was quicker, which is no fault. */
export async function unlessRefused<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (refusalOf(error)) return null;
    throw error;
  }
}
