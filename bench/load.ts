/** Load over HTTP: how many per second, how long each, how many failed. */
import autocannon from 'autocannon';
import { newRequestId } from '../web/client.ts';
import { type BenchHall, ECHO, MATTER, matterOf } from './hall.ts';

export type Load = { perSecond: number; p50: number; p99: number; errors: number };

const CONNECTIONS = 50;

/** The same POST with the same body to another path of the same app: what the app can do without our work. */
export function loadEcho(hall: BenchHall, seconds: number): Promise<Load> {
  return load(hall.origin, ECHO, hall.kioskCookie, seconds);
}

export function loadIssue(hall: BenchHall, seconds: number): Promise<Load> {
  return load(hall.origin, '/api/tickets', hall.kioskCookie, seconds);
}

/** So many more people wait, one after the other in each of the queues. */
export async function fillLines(hall: BenchHall, count: number, groups: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const matterIds = [matterOf(n % groups)];
    await hall.kiosk.tickets.issue({ requestId: newRequestId(), matterIds, care: false, printing: false });
  }
}

async function load(origin: string, path: string, cookie: string, duration: number): Promise<Load> {
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration,
    requests: [
      {
        method: 'POST',
        path,
        headers: { 'content-type': 'application/json', cookie },
        setupRequest: (request) => ({
          ...request,
          body: JSON.stringify({ requestId: newRequestId(), matterIds: [MATTER], care: false, printing: false }),
        }),
      },
    ],
  });
  return loadOf(result);
}

/** Each clerk calls the next and marks it missed, in turn: two durable commands a ticket, both counted. */
export async function loadCalls(hall: BenchHall, duration: number): Promise<Load & { calls: number }> {
  let next = 0;
  let calls = 0;
  const result = await autocannon({
    url: hall.origin,
    connections: hall.clerks.length,
    duration,
    setupClient: (client) => {
      const { cookie, counterId } = hall.clerks[next++ % hall.clerks.length]!;
      const headers = { 'content-type': 'application/json', cookie };
      client.setRequests([
        {
          method: 'POST',
          headers,
          setupRequest: (request) => ({
            ...request,
            path: `/api/counters/${counterId}/call-next`,
            body: JSON.stringify({ requestId: newRequestId() }),
          }),
          onResponse: (status, body, context) => {
            if (status === 200) calls++;
            Object.assign(context, JSON.parse(body));
          },
        },
        {
          method: 'POST',
          headers,
          setupRequest: (request, context) => ({
            ...request,
            path: `/api/tickets/${(context as { ticketId: string }).ticketId}/miss`,
            body: JSON.stringify({ requestId: newRequestId() }),
          }),
        },
      ]);
    },
  });
  return { ...loadOf(result), calls };
}

function loadOf(result: autocannon.Result): Load {
  return {
    perSecond: Math.round(result.requests.total / result.duration),
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.timeouts + result.non2xx,
  };
}
