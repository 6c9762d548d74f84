/** What a wish carries: JSON, read once and whole, up to what its route takes (S2, A3). */
import express, { type ErrorRequestHandler, type Request, type RequestHandler } from 'express';
import { invalid, REFUSALS, refusalSentence, refuse } from '../../schema/refusal.ts';
import { languageOf } from './edge.ts';

const MAX_BODY_BYTES = 64 * 1024;
/** Wishes that are whole files. */
const FILES = /^\/matters\/(import|import\/(preview|picture)|[^/]+\/picture)$/;
const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** Leaves it as `request.body`; what is none of ours stays bytes there, which no route takes. */
export function bodies(): (RequestHandler | ErrorRequestHandler)[] {
  const [wishes, files] = [readUpTo(MAX_BODY_BYTES), readUpTo(MAX_FILE_BYTES)];
  return [...wishes.map((read, n) => ofPath(read, files[n]!)), refused];
}

function readUpTo(limit: number): RequestHandler[] {
  const rest = { limit, inflate: false };
  return [express.json({ ...rest, strict: false, type: isJson }), express.raw({ ...rest, type: () => true })];
}

function ofPath(wish: RequestHandler, file: RequestHandler): RequestHandler {
  return (request, response, next) => (FILES.test(request.path) ? file : wish)(request, response, next);
}

function isJson({ headers }: { headers: Request['headers'] }): boolean {
  const type = headers['content-type'];
  return type === undefined || /^application\/json\b/i.test(type);
}

const refused: ErrorRequestHandler = (error: { type?: string; status?: number }, request, response, next) => {
  const isOurs = typeof error.type === 'string' && typeof error.status === 'number' && error.status < 500;
  if (!isOurs) return next(error);
  const isLarge = error.type === 'entity.too.large';
  const { refused: code, facts } = isLarge ? refuse('input-too-large') : invalid([{ field: 'body', fault: '' }]);
  const message = refusalSentence(code, facts, languageOf(request));
  response
    .status(REFUSALS[code].http)
    .json({ defined: false, code, status: REFUSALS[code].http, message, data: facts });
};
