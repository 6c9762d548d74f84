/** The Express app: security headers, the API, the phone pages, the three screens, health. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { type Refusal, refusalSentence } from '../../schema/refusal.ts';
import { edgeSecretFor } from '../hall/views/hall-keys.ts';
import type { Hall } from '../ledger/hall.ts';
import type { BoardKeeper } from '../live/boards.ts';
import { createPages } from '../pages/pages.ts';
import type { PagesPort } from '../pages/port.ts';
import type { HeavyReads } from '../reads/heavy-reads.ts';
import { createApi } from './api.ts';
import { bodies } from './bodies.ts';
import { SECURE } from './cookies.ts';
import { languageOf, refuseForeign, refuseOddHost } from './edge.ts';
import { placeBy, type Trust } from './gate/address.ts';
import { createGate } from './gate/gate.ts';
import { createHolds } from './gate/holds.ts';
import { createProofs } from './gate/proofs.ts';
import { sharedAnswers } from './gate/shared-answers.ts';
import { createVisitors, type Visitors } from './gate/visitor.ts';
import { createLimit } from './limits.ts';
import { createPagesPort } from './pages-port.ts';
import { apiHeaders, screenHeaders } from './policy.ts';
import { ready } from './ready.ts';
import { SCREENS, SCREENS_DIR } from './screens-build.ts';

/** As a hall is set up; more lifts the limits of holds too. */
const REQUESTS_PER_SECOND = 50;

const API = /^\/api\//;

type PaperOf = Parameters<NonNullable<PagesPort['pdf']>>[0];

export type WebParts = {
  hall: Hall;
  boards: BoardKeeper;
  reads: HeavyReads;
  /** Null: this hall makes no files of papers. */
  pdf: ((place: PaperOf & { cookie: ReturnType<Visitors['own']> }) => Promise<Buffer | Refusal>) | null;
  publicOrigin: string | null;
  trustProxy: string | null;
  requestsPerSecond: number;
  onFault: (fault: unknown) => void;
  /** Rows that are open and late, for the operator. */
  later: () => Record<string, unknown>;
  backup: () => object | null;
  /** A path that answers a POST with a constant: what this app can do without our work, for the bench. */
  echo?: string;
};

export function createWeb(parts: WebParts): Express {
  const { hall, publicOrigin } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('strict routing', true);
  app.set(SECURE, isHttps(publicOrigin));
  if (parts.trustProxy) app.set('trust proxy', parts.trustProxy);

  app.get('/livez', (_request, response) => void response.json({ alive: true }));
  app.get('/readyz', ready(parts));
  app.use(refuseOddHost, refuseForeign(publicOrigin));
  const ofApi = apiHeaders(isHttps(publicOrigin));
  const ofScreen = screenHeaders(isHttps(publicOrigin));
  app.use((request, response, next) => (API.test(request.path) ? ofApi : ofScreen)(request, response, next));
  // Ant Design writes its styles into the page, and a workbook is packed by a worker made in it; only its screen may.
  const own = { styleSrc: ["'unsafe-inline'"], workerSrc: ['blob:'] };
  app.use('/counter-ui', screenHeaders(isHttps(publicOrigin), own));
  const { requestsPerSecond } = parts;
  const visitors = createVisitors(edgeSecretFor(hall, 'visitor'));
  const place = placeBy(app.get('trust proxy fn') as Trust);
  const proofs = createProofs(edgeSecretFor(hall, 'proof'));
  const ease = Math.max(1, requestsPerSecond / REQUESTS_PER_SECOND);
  const holds = createHolds({ hall, place, visitors, proofs, ease });
  app.use(createGate({ hall, place, visitors, proofs, requestsPerSecond }));

  if (parts.echo) {
    const constant = { ticketId: '01M82B6EY3XBFJVGB7NQ2C98XN', number: 'A001', day: '2026-11-23', klass: 'walk-in' };
    app.post(parts.echo, express.json(), (_request, response) => void response.json(constant));
  }
  const signIns = createLimit(requestsPerSecond);
  app.use(
    '/api',
    sharedAnswers(hall),
    bodies(),
    createApi({ hall, boards: parts.boards, reads: parts.reads, signIns, holds, onFault: parts.onFault }),
  );

  app.use(
    '/assets',
    express.static(join(SCREENS_DIR, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  for (const screen of SCREENS) {
    app.get(`/${screen}`, (_request, response) => response.redirect(`/${screen}/`));
    app.get(`/${screen}/`, (_request, response) => {
      const page = join(SCREENS_DIR, screen, 'index.html');
      if (!existsSync(page)) return void response.status(503).send('The screens are not built yet: npm run build');
      response.set('Cache-Control', 'no-cache').sendFile(page);
    });
  }
  const { pdf: print } = parts;
  const pdf = print && ((paper: PaperOf) => print({ ...paper, cookie: visitors.own() }));
  app.use(createPages(createPagesPort({ hall, publicOrigin, holds, pdf })));
  // After the pages: each file that is asked for is looked for on the disk, by threads that passwords need too.
  app.use(express.static(SCREENS_DIR, { index: false, maxAge: '1d' }));

  app.use((request, response) => {
    const message = refusalSentence('not-found', {}, languageOf(request));
    response.status(404).format({
      json: () => response.json({ code: 'not-found', message }),
      default: () => response.type('text').send(message),
    });
  });
  app.use(((error, _request, response, _next) => {
    const known = typeof error?.status === 'number' && error.status < 500;
    if (!known) parts.onFault(error);
    response.status(known ? error.status : 500).json({ code: known ? 'not-found' : 'fault' });
  }) satisfies ErrorRequestHandler);
  return app;
}

function isHttps(publicOrigin: string | null): boolean {
  return publicOrigin?.startsWith('https:') ?? false;
}
