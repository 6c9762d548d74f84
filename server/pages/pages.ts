/** The phone pages and papers: complete without JavaScript, under 60 kB each, in three languages (A1, A4). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Response, Router } from 'express';
import { ROOT } from '../root.ts';
import { addBookingPages } from './booking-pages.ts';
import { addCasePages } from './case-pages.ts';
import { addHallPages, addPictures } from './hall-pages.ts';
import { createPage } from './page.ts';
import { addPapers } from './papers.ts';
import type { PagesPort } from './port.ts';
import { loadTemplates } from './templates.ts';
import { addTicketPages } from './ticket-pages.ts';

/** What phones get as one file, in the order of the cascade: what comes later may correct what came before. */
const PHONE = ['page', 'buttons', 'hall', 'forms', 'matter', 'openings', 'booking', 'ticket', 'case', 'motion'];

const PAPER = ['page', 'slip', 'sheet', 'strip', 'foot'];

/** Of the font of papers; see templates/parts/paper.hbs. */
const WEIGHTS = [400, 700];

/** Routes: `/`, `/catalogue`, `/openings`, `/book`, `/a/…`, `/t/…`, `/c/…`, `/paper/…` and their assets. */
export function createPages(port: PagesPort): Router {
  const router = Router();
  const page = createPage(port, loadTemplates());
  addAssets(router);
  addHallPages(router, page, port);
  addPictures(router, port);
  addBookingPages(router, page, port);
  addTicketPages(router, page, port);
  addCasePages(router, page, port);
  addPapers(router, page, port);
  return router;
}

function addAssets(router: Router): void {
  const asset = (name: string) => readFileSync(join(ROOT, 'server/pages/assets', name), 'utf8');
  const tokens = readFileSync(join(ROOT, 'web/tokens.css'), 'utf8');
  const give = (path: string, type: string, text: string) =>
    router.get(path, (_request, response: Response) => {
      response.type(type).set('Cache-Control', 'public, max-age=300').send(text);
    });
  give('/phone.css', 'css', tokens + PHONE.map((name) => asset(`phone/${name}.css`)).join(''));
  give('/paper.css', 'css', PAPER.map((name) => asset(`paper/${name}.css`)).join(''));
  // Papers never show an empty box, whatever fonts the machine has (A4).
  const fonts = join(ROOT, 'node_modules/@fontsource/noto-sans-sc');
  const given = { immutable: true, maxAge: '1y', fallthrough: false, index: false } as const;
  router.use('/fonts/files', express.static(join(fonts, 'files'), given));
  router.use('/fonts/rare', express.static(join(ROOT, 'web/rare'), { ...given, maxAge: '1h', immutable: false }));
  for (const weight of WEIGHTS) give(`/fonts/${weight}.css`, 'css', readFileSync(join(fonts, `${weight}.css`), 'utf8'));
  for (const script of ['paper', 'phone', 'proof', 'proof-work']) give(`/${script}.js`, 'js', asset(`${script}.js`));
}
