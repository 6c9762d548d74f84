/** Which sockets may open: those of our own pages, and of strangers a few a second of one address (D3, S2). */
import type { IncomingMessage } from 'node:http';
import type { Hall } from '../../ledger/hall.ts';
import { allowedOrigin } from '../edge.ts';
import { createLimit } from '../limits.ts';
import { knownActor } from '../who.ts';
import type { Place } from './address.ts';

/** A screen whose device was revoked asks every few seconds, and nobody else unknown has a reason to. */
const OF_STRANGERS = 0.4;

type Parts = { hall: Hall; place: Place; publicOrigin: string | null; requestsPerSecond: number };

export function handshakesOf({ hall, place, publicOrigin, requestsPerSecond }: Parts) {
  const ofStrangers = createLimit(requestsPerSecond * OF_STRANGERS);
  return async (request: IncomingMessage): Promise<boolean> => {
    if (!allowedOrigin(request.headers, publicOrigin)) return false;
    return knownActor(hall, request.headers.cookie) !== null || (await ofStrangers(place(request))) === null;
  };
}
