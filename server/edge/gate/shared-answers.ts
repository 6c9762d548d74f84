/** Answers of the API that are the same for everybody, kept until something changes: a catalogue takes 4 ms to write (S2). */
import type { RequestHandler } from 'express';
import type { Hall } from '../../ledger/hall.ts';

/** Each with what its answer hangs on besides the hall. */
const SHARED: Record<string, readonly string[]> = {
  '/catalogue': [],
  '/openings': ['fromDay', 'toDay'],
  '/slots': ['matterId'],
};
/** As the contract's ids and days are; more is not kept. */
const LONGEST = 60;
const MOST = 300;
const MINUTE_MS = 60_000;

/** Another one as soon as anything may be shown otherwise: what no event changes changes with the clock, by the minute. */
export function versionOf(hall: Hall): string {
  return `${hall.ledger.head()} ${Math.floor(hall.nowMs() / MINUTE_MS)}`;
}

export function sharedAnswers(hall: Hall): RequestHandler {
  const kept = new Map<string, string>();
  let of = '';
  return (request, response, next) => {
    const names = request.method === 'GET' ? SHARED[request.path] : undefined;
    const values = names?.map((name) => request.query[name] ?? '');
    if (!values?.every((value) => typeof value === 'string' && value.length <= LONGEST)) return next();
    const version = versionOf(hall);
    if (version !== of) kept.clear();
    of = version;
    const key = JSON.stringify([request.path, values]);
    const known = kept.get(key);
    if (known !== undefined) {
      response.writeHead(200, { 'Cache-Control': 'no-store', 'Content-Type': 'application/json' }).end(known);
      return;
    }
    const end = response.end.bind(response) as (body?: unknown) => typeof response;
    response.end = ((body?: unknown) => {
      if (response.statusCode === 200 && typeof body === 'string' && versionOf(hall) === version) {
        if (kept.size >= MOST) kept.clear();
        kept.set(key, body);
      }
      return end(body);
    }) as typeof response.end;
    next();
  };
}
