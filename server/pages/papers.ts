/** Papers to print: the slip (80 mm), and each paper of a case (A4 or 80 mm). They work without a phone (A1). */
import { randomUUID } from 'node:crypto';
import type { Router } from 'express';
import { holdsInstead, PaperKind } from '../../schema/cases/paper.ts';
import { type Instant, LANGUAGES, type Language } from '../../schema/ids.ts';
import { isRefusal, refuse } from '../../schema/refusal.ts';
import { dateText, localDay, timeText } from '../../schema/time-text.ts';
import { changedText } from './case-pages.ts';
import { itemsOnPaper } from './hall-pages.ts';
import { type Ask, type Outcome, type Page, param, queryOf } from './page.ts';
import type { PagesPort, PaperFacts } from './port.ts';
import { fullAddress, qrImage } from './qr.ts';
import { bringsOf } from './ticket-pages.ts';
import { words } from './words.ts';

type Draw = (ask: Ask, as: 'page' | 'file') => Promise<Outcome>;
/** To whom a paper is addressed that is made into a file now, as whoever asks for it reads that (P2); each key once. */
type Addressed = Map<string, string>;
const FORMS = ['sheet', 'strip'] as const;
type PaperForm = (typeof FORMS)[number];

/** `?print` opens the printer's dialogue by itself, `?no=` is one of several; `?original=` is the key of the first print. */
export function addPapers(router: Router, page: Page, port: PagesPort): void {
  const addressed: Addressed = new Map();
  const papers: [string, Draw][] = [
    ['slip', (ask) => slip(port, ask)],
    ...PaperKind.options.map((kind): [string, Draw] => [
      kind,
      (ask, as) => casePaper(port, ask, { kind, as }, addressed),
    ]),
  ];
  for (const [kind, draw] of papers) {
    router.get(
      `/paper/${kind}/:link`,
      page((ask) => draw(ask, 'page')),
    );
    router.get(
      `/paper/${kind}/:link/pdf`,
      page((ask) => pdf(port, ask, draw, addressed)),
    );
  }
}

/** What the page shows to whoever asks, as a file; a refusal of the page is that of the file. Its browser has no session. */
async function pdf(port: PagesPort, ask: Ask, draw: Draw, addressed: Addressed): Promise<Outcome> {
  const { request, language } = ask;
  const [path = '', query = ''] = request.originalUrl.split('?');
  const page = path.replace(/\/pdf$/, '');
  if (!port.pdf) return { refusal: refuse('pdf-off'), backTo: page };
  const outcome = await draw(ask, 'file');
  if (!('template' in outcome)) return outcome;
  const asked = new URLSearchParams(query);
  asked.delete('print');
  asked.set('lang', language);
  const key = randomUUID();
  const { applicant } = outcome.facts;
  if (typeof applicant === 'string') {
    addressed.set(key, applicant);
    asked.set('addressed', key);
  }
  const file = await port.pdf({ url: `http://${request.host}${page}?${asked}`, at: ownAddress(request) });
  addressed.delete(key);
  if (isRefusal(file)) return { refusal: file, backTo: page };
  return { file, type: 'application/pdf', name: `${outcome.facts.no ?? outcome.facts.number}.pdf` };
}

/** Where this very request was answered. */
function ownAddress({ socket }: Ask['request']): string {
  const address = (socket.localAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
  return `${address.includes(':') ? `[${address}]` : address}:${socket.localPort}`;
}

/** Of the same paper; null where the hall makes none. */
function pdfHref(port: PagesPort, { request }: Ask): string | null {
  return port.pdf ? addressOf(request, '/pdf') : null;
}

/** The address of the same paper, printed again. */
function addressOf({ originalUrl }: Ask['request'], more: string, form?: PaperForm): string {
  const [path = '', query = ''] = originalUrl.split('?');
  const asked = new URLSearchParams(query);
  for (const name of ['original', 'print', ...(form ? FORMS : [])]) asked.delete(name);
  if (form) asked.set(form, '');
  return `${path}${more}${asked.size > 0 ? `?${asked}` : ''}`;
}

async function slip(port: PagesPort, ask: Ask): Promise<Outcome> {
  const link = param(ask.request, 'link');
  const ticket = await port.ticket(link);
  if (isRefusal(ticket)) return { refusal: ticket, backTo: null };
  const qr = await qrImage(fullAddress(port, ask.request, `/t/${link}`));
  const lines = LANGUAGES.map((code) => slipLines(code, ticket.ahead, timeText(ticket.arrivedAt, port.timeZone)));
  const brings = bringsOf(ticket, ask.language);
  // T9: one was printed before.
  const again = ['printed', 'reprinted'].includes(ticket.slip);
  return {
    template: 'slip',
    facts: { ...ticket, brings, again, qr, lines, printNow: printNow(ask), pdfHref: pdfHref(port, ask) },
  };
}

/** As it was given (C7); whoever prints it again gets the day of that and the present state of the case with it. */
async function casePaper(
  port: PagesPort,
  ask: Ask,
  { kind, as }: { kind: PaperKind; as: 'page' | 'file' },
  addressed: Addressed,
): Promise<Outcome> {
  const link = param(ask.request, 'link');
  const { no } = ask.request.query;
  // What asks for the head of a page alone prints nothing.
  const key = as === 'page' && ask.request.method === 'GET' ? queryOf(ask.request, 'original') : null;
  const found = await port.caseOf(link);
  if (isRefusal(found)) return { refusal: found, backTo: null };
  const { papers, phase, outcome, remedies, signed } = found;
  const paper = papers.filter((one) => one.kind === kind && (no === undefined || one.no === no)).at(-1);
  if (!paper) return { refusal: refuse('not-found'), backTo: `/c/${link}` };
  const qr = await qrImage(fullAddress(port, ask.request, `/c/${link}`));
  const items = itemsOnPaper(paper.items, ask.language);
  const isOriginal = key !== null && (await port.isOriginal(ask.request, link, { no: paper.no, key }));
  const printedOn = isOriginal ? null : localDay(port.now(), port.timeZone);
  const voidedBy = holdsInstead(paper.no, papers, found.corrected);
  // Of ledgers older than it a decision does not hold its outcome.
  const said = paper.outcome ?? outcome;
  const isRefused = said === 'refused';
  // What came after its day stands in the line of the reprint alone.
  const again = {
    ...{ printedOn, phase, outcome, voidedBy, destination: found.destination },
    signed: kind === 'decision' ? signed : null,
    remedies: isRefused && !voidedBy ? remedies : null,
    mayMove: found.mayMove,
  };
  // Of papers of older ledgers, as it is today.
  const { hall, came, number, receiptNo, acceptedOn, deemed, destination } = paper.given ?? { ...found, hall: null };
  const known = addressed.get(String(ask.request.query.addressed));
  const applicant = paper.given?.applicant ? (known ?? (await port.nameOn(ask.request, link, paper))) : null;
  return {
    template: kind,
    facts: {
      ...paper,
      items,
      came,
      number,
      receiptNo,
      acceptedOn: acceptedOn ?? paper.day,
      deemed,
      isRefused,
      outcome: said,
      correcting: correctingText(paper, said, ask.language),
      destination,
      applicant,
      ...(hall ? { hall } : {}),
      qr,
      again,
      printNow: printNow(ask),
      pdfHref: pdfHref(port, ask),
      ...formOf(ask),
      ...(paper.delivery ? { deliveredAt: deliveredAt(port, ask, paper.delivery.at) } : {}),
    },
  };
}

/** C5: of a correcting paper what it corrects, and which numbers hold no more. */
function correctingText(
  { kind, was, voids, corrected, changed, goesOnAs }: PaperFacts,
  outcome: string | null,
  language: Language,
) {
  const numbers = corrected ?? (voids ? [voids] : []);
  if (!was && numbers.length === 0) return null;
  const no = numbers.join('、');
  if (kind === 'decision' && was !== outcome) return words(language, 'decision.voids', { no });
  const key = kind === 'receipt' ? 'paper.goesOn' : was === outcome ? 'paper.wording' : 'paper.corrects';
  const said = words(language, goesOnAs ? 'paper.goesOnAs' : key, {
    ...{ was: was ? words(language, `c.outcome.${was}`) : '', no: goesOnAs ?? '' },
    what: changedText(changed, language),
  });
  return no ? `${said} ${words(language, 'paper.voids', { no })}` : said;
}

/** On A4, or on 80 mm (`?strip`); the browser that chose one keeps it (`data-form`), and `?sheet` chooses A4 again. */
function formOf({ request }: Ask) {
  return {
    form: request.query.strip === undefined ? 'sheet' : 'strip',
    forms: FORMS.map((form) => ({ form, href: addressOf(request, '', form) })),
  };
}

function deliveredAt(port: PagesPort, { language }: Ask, at: Instant): string {
  return `${dateText(localDay(at, port.timeZone), language)} ${timeText(at, port.timeZone)}`;
}

function slipLines(code: Language, ahead: number | null, arrived: string) {
  return {
    code,
    ahead: ahead === null ? words(code, 'slip.wait') : words(code, 'slip.ahead', { n: ahead }),
    arrived: words(code, 'slip.arrived', { time: arrived }),
    follow: words(code, 'slip.follow'),
  };
}

function printNow({ request }: Ask): boolean {
  return request.query.print !== undefined;
}
