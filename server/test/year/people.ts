/** Who lives a year in the hall: each signs in again when the session is over, and the clock goes over each night by itself. */
import { type Client, newRequestId } from '../../../web/client.ts';
import type { TestHall } from '../harness.ts';
import { MINUTE } from './planned-year.ts';

export type People = {
  clerk: (n: number) => Promise<Client>;
  boss: () => Promise<Client>;
  kiosk: Client;
  /** Moves the clock on to there; what is due meanwhile is done, each night for itself. */
  until: (atMs: number) => Promise<void>;
  now: () => number;
};

export const wish = () => ({ requestId: newRequestId() });

export async function peopleOf(hall: TestHall): Promise<People> {
  const kiosk = await hall.kiosk();
  const signedIn = new Map<string, { client: Client; untilMs: number }>();
  const as = async (account: string): Promise<Client> => {
    const known = signedIn.get(account);
    if (known && hall.clock.nowMs < known.untilMs) return known.client;
    const client = await hall.clerk(account);
    // Less than a session lasts, and than the screen locks after.
    signedIn.set(account, { client, untilMs: hall.clock.nowMs + 10 * 60 * MINUTE });
    return client;
  };
  const nightAfter = (ms: number) =>
    (Math.floor((ms + 8 * 60 * MINUTE) / 86_400_000) + 1) * 86_400_000 - 8 * 60 * MINUTE;
  return {
    ...{ kiosk, clerk: (n) => as(`c${n}`), boss: () => as('boss') },
    now: () => hall.clock.nowMs,
    async until(atMs) {
      // What a night and a morning bring is done before the next day begins.
      while (nightAfter(hall.clock.nowMs) <= atMs) {
        await hall.clock.advance(nightAfter(hall.clock.nowMs) - hall.clock.nowMs);
        await hall.clock.advance(8.6 * 60 * MINUTE);
      }
      if (atMs > hall.clock.nowMs) await hall.clock.advance(atMs - hall.clock.nowMs);
    },
  };
}
