/** Papers to print: the slip (80 mm), the receipt and the one-time notice (A4). They work without a phone (A1). */
import type { Router } from 'express';
import { LANGUAGES, type Language } from '../../schema/ids.ts';
import { refuse } from '../../schema/refusal.ts';
import { materialTexts, matterOf } from './hall-pages.ts';
import { type Ask, type Outcome, type Page, param, shown } from './page.ts';
import type { CaseFacts, PagesPort } from './port.ts';
import { fullAddress, qrImage } from './qr.ts';
import { timeText } from './times.ts';
import { words } from './words.ts';

/** `?print` opens the printer's dialogue by itself. */
export function addPapers(router: Router, page: Page, port: PagesPort): void {
  router.get(
    '/paper/slip/:link',
    page(async (ask) => {
      const link = param(ask.request, 'link');
      const qr = await qrImage(fullAddress(port, ask.request, `/t/${link}`));
      return shown(await port.ticket(link), null, (ticket) => {
        const lines = LANGUAGES.map((code) => slipLines(code, ticket.ahead, timeText(ticket.arrivedAt, port.timeZone)));
        return { template: 'slip', facts: { ...ticket, qr, lines, printNow: printNow(ask) } };
      });
    }),
  );
  router.get(
    '/paper/receipt/:link',
    page((ask) => casePaper(port, ask, 'receipt', (facts) => facts.receiptNo !== null && facts.acceptedOn !== null)),
  );
  router.get(
    '/paper/notice/:link',
    page((ask) => casePaper(port, ask, 'notice', (facts) => facts.notice !== null)),
  );
}

async function casePaper(
  port: PagesPort,
  ask: Ask,
  template: 'receipt' | 'notice',
  exists: (facts: CaseFacts) => boolean,
): Promise<Outcome> {
  const link = param(ask.request, 'link');
  const qr = await qrImage(fullAddress(port, ask.request, `/c/${link}`));
  return shown(await port.caseOf(link), null, (facts) => {
    const matter = matterOf(port.catalogue(), facts.matterId);
    if (!matter || !exists(facts)) return { refusal: refuse('not-found'), backTo: `/c/${link}` };
    const missing = materialTexts(matter, ask.language, facts.notice?.missing ?? []);
    const { basis, fee } = matter;
    return { template, facts: { ...facts, link, qr, missing, basis, fee, printNow: printNow(ask) } };
  });
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
