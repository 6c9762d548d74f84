/** Papers to print: the slip (80 mm), the receipt, the one-time notice, the notice of a new due date, the proposed refusal, the decision and the referral (A4). They work without a phone (A1). */
import type { Router } from 'express';
import { PaperKind } from '../../schema/cases/paper.ts';
import { LANGUAGES, type Language } from '../../schema/ids.ts';
import { isRefusal, refuse } from '../../schema/refusal.ts';
import { localDay, timeText } from '../../schema/time-text.ts';
import { itemTexts } from './hall-pages.ts';
import { type Ask, type Outcome, type Page, param } from './page.ts';
import type { PagesPort } from './port.ts';
import { fullAddress, qrImage } from './qr.ts';
import { words } from './words.ts';

/** `?print` opens the printer's dialogue by itself; `?original` is the paper given at the counter, `?no=` one of several. */
export function addPapers(router: Router, page: Page, port: PagesPort): void {
  router.get(
    '/paper/slip/:link',
    page(async (ask) => {
      const link = param(ask.request, 'link');
      const ticket = await port.ticket(link);
      if (isRefusal(ticket)) return { refusal: ticket, backTo: null };
      const qr = await qrImage(fullAddress(port, ask.request, `/t/${link}`));
      const lines = LANGUAGES.map((code) => slipLines(code, ticket.ahead, timeText(ticket.arrivedAt, port.timeZone)));
      return { template: 'slip', facts: { ...ticket, qr, lines, printNow: printNow(ask) } };
    }),
  );
  for (const kind of PaperKind.options) {
    router.get(
      `/paper/${kind}/:link`,
      page((ask) => casePaper(port, ask, kind)),
    );
  }
}

/** As it was given (C7); whoever prints it again gets the day of that and the present state of the case with it. */
async function casePaper(port: PagesPort, ask: Ask, kind: PaperKind): Promise<Outcome> {
  const link = param(ask.request, 'link');
  const { no, original } = ask.request.query;
  const found = await port.caseOf(link);
  if (isRefusal(found)) return { refusal: found, backTo: null };
  const { papers, number, phase, outcome, receiptNo, acceptedOn, deemed, remedies, destination, signed } = found;
  const paper = papers.filter((one) => one.kind === kind && (no === undefined || one.no === no)).at(-1);
  if (!paper) return { refusal: refuse('not-found'), backTo: `/c/${link}` };
  const qr = await qrImage(fullAddress(port, ask.request, `/c/${link}`));
  const items = itemTexts(paper.items, ask.language);
  const printedOn = original === undefined ? localDay(port.now(), port.timeZone) : null;
  const again = { printedOn, phase, outcome };
  // Of ledgers older than it a decision does not hold its outcome.
  const said = paper.outcome ?? outcome;
  const voidedBy = papers.find(({ voids }) => voids === paper.no)?.no ?? null;
  const isRefused = said === 'refused' && !voidedBy;
  return {
    template: kind,
    facts: {
      ...paper,
      items,
      number,
      receiptNo,
      acceptedOn: acceptedOn ?? paper.day,
      deemed,
      isRefused,
      outcome: said,
      voidedBy,
      remedies,
      destination,
      signed,
      qr,
      again,
      printNow: printNow(ask),
    },
  };
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
