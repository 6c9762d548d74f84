/** The resident's ticket and case by their links: where I stand, what I can do, who has my matter and by when (C12, T7). */
import { createHash } from 'node:crypto';
import { type Router, urlencoded } from 'express';
import { TicketAct } from '../../schema/api.ts';
import { RequestId } from '../../schema/ids.ts';
import { isRefusal, REFUSALS, refuse } from '../../schema/refusal.ts';
import { whySentence } from '../../schema/why.ts';
import { itemTexts } from './hall-pages.ts';
import { type Page, param, shown } from './page.ts';
import type { PagesPort, TicketFacts } from './port.ts';

const form = urlencoded({ extended: false, limit: '4kb' });

export function addTicketPages(router: Router, page: Page, port: PagesPort): void {
  // For the page's script: an unchanged ticket costs a 304 and no body.
  router.get('/t/:link.json', async (request, response) => {
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin', 'X-Robots-Tag': 'noindex' });
    const ticket = await port.ticket(param(request, 'link'));
    if (isRefusal(ticket)) {
      response.status(REFUSALS[ticket.refused].http).json(ticket);
      return;
    }
    const etag = etagOf(ticket);
    response.set('ETag', etag);
    if (request.get('If-None-Match') === etag) response.status(304).end();
    else response.json(ticket);
  });

  router.get(
    '/t/:link',
    page(async ({ request, language }) => {
      const link = param(request, 'link');
      return shown(await port.ticket(link), null, (ticket) => ({
        template: 'ticket',
        facts: {
          ...ticket,
          link,
          why: ticket.why && whySentence(ticket.why, language),
          headStart: ticket.aheadBecause?.headStart ?? 0,
          cameBack: ticket.aheadBecause?.cameBack ?? 0,
          etag: etagOf(ticket),
          timeZone: port.timeZone,
          withdrawable: ['waiting', 'away'].includes(ticket.phase),
          over: ['withdrawn', 'expired'].includes(ticket.phase),
        },
      }));
    }),
  );
  router.get(
    '/t/:link/withdraw',
    page(async ({ request }) => {
      const link = param(request, 'link');
      return shown(await port.ticket(link), null, ({ number }) => ({ template: 'withdraw', facts: { number, link } }));
    }),
  );
  router.post(
    '/t/:link/:kind',
    form,
    page(async ({ request }) => {
      const link = param(request, 'link');
      const backTo = `/t/${link}`;
      const requestId = RequestId.safeParse(request.body?.requestId);
      const act = TicketAct.safeParse({ ...request.body, kind: param(request, 'kind') });
      if (!requestId.success || !act.success) return { refusal: refuse('input-invalid', { field: 'kind' }), backTo };
      const answer = await port.actOnTicket({ requestId: requestId.data, link, act: act.data });
      return shown(answer, backTo, () => ({ go: backTo }));
    }),
  );
  router.get(
    '/t/:link/:kind',
    page(({ request }) => ({ go: `/t/${param(request, 'link')}` })),
  );

  router.get(
    '/c/:link',
    page(async ({ request, language }) => {
      const link = param(request, 'link');
      return shown(await port.caseOf(link), null, (facts) => {
        const notice = facts.phase === 'noticed' ? facts.papers.findLast((one) => one.kind === 'notice') : undefined;
        const missing = itemTexts(notice?.items ?? [], language);
        return { template: 'case', facts: { ...facts, link, missing } };
      });
    }),
  );
}

function etagOf(ticket: TicketFacts): string {
  return `"${createHash('sha256').update(JSON.stringify(ticket)).digest('base64url').slice(0, 22)}"`;
}
