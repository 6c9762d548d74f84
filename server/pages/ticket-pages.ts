/** The resident's ticket by its link: where I stand and what I can do (T7). */
import { createHash } from 'node:crypto';
import type { Router } from 'express';
import { z } from 'zod';
import { changeText } from '../../schema/catalogue/material-changes.ts';
import { type Day, type Language, RequestId } from '../../schema/ids.ts';
import { TicketAct } from '../../schema/line/views.ts';
import { whySentence } from '../../schema/line/why.ts';
import { isRefusal, REFUSALS } from '../../schema/refusal.ts';
import { localDay, timeText } from '../../schema/time-text.ts';
import { itemsInFull } from './hall-pages.ts';
import { brokenForm, form, type Page, param, shown } from './page.ts';
import type { PagesPort, TicketFacts } from './port.ts';

const Sent = z.object({ requestId: RequestId, act: TicketAct });

export function addTicketPages(router: Router, page: Page, port: PagesPort): void {
  // For the page's script: an unchanged ticket costs a 304 and no body.
  router.get('/t/:link.json', async (request, response) => {
    response.set({ ...port.edge.headers, 'X-Robots-Tag': 'noindex' });
    const ticket = await port.ticket(param(request, 'link'));
    if (isRefusal(ticket)) {
      response.status(REFUSALS[ticket.refused].http).json(ticket);
      return;
    }
    const etag = etagOf(ticket);
    response.set('ETag', etag);
    if (request.get('If-None-Match') === etag) response.status(304).end();
    else {
      // The catalogue is the page's to say: it is long, and seldom another.
      const { brings: _, ...followed } = ticket;
      response.json(followed);
    }
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
          brings: bringsOf(ticket, language),
          why: ticket.why && whySentence(ticket.why, language),
          headStart: ticket.aheadBecause?.headStart ?? 0,
          cameBack: ticket.aheadBecause?.cameBack ?? 0,
          etag: etagOf(ticket),
          timeZone: port.timeZone,
          withdrawable: ['waiting', 'away'].includes(ticket.phase),
          ...nextOf(ticket, port),
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
      const sent = Sent.safeParse({ ...request.body, act: { ...request.body, kind: param(request, 'kind') } });
      if (!sent.success) return brokenForm(sent.error.issues, backTo);
      const answer = await port.actOnTicket({ ...sent.data, link });
      return shown(answer, backTo, () => ({ go: backTo }));
    }),
  );
  router.get(
    '/t/:link/:kind',
    page(({ request }) => ({ go: `/t/${param(request, 'link')}` })),
  );
}

/** The word, the next step and the buttons of the one computed state (Q9). */
function nextOf(ticket: TicketFacts, port: PagesPort) {
  const { phase, waitsFor, booked } = ticket;
  const noticed = ticket.cases.filter((one) => one.phase === 'noticed').length;
  const stopped = phase === 'waiting' && waitsFor ? stoppedUntil(waitsFor, localDay(port.now(), port.timeZone)) : null;
  const step = () => {
    if (stopped) return stopped === 'today' ? 'stopped' : stopped === 'later' ? 'kept' : 'unplanned';
    if (phase === 'finished' && noticed > 0) return 'noticed';
    return phase === 'waiting' && booked ? 'booked' : phase;
  };
  return {
    stopped,
    place: (ticket.ahead ?? 0) + 1,
    word: stopped ? 'kept' : phase === 'finished' && noticed > 0 ? 'ended' : phase,
    step: step(),
    noticed,
    callableAt: booked && timeText(booked.callableAt, port.timeZone),
    // While nobody is called there is nobody to let pass, and a place need not be held.
    movable: phase === 'waiting' && !stopped,
    passes: Array.from({ length: ticket.behind }, (_, n) => n + 1),
    rebook: stopped !== null || ['withdrawn', 'expired'].includes(phase),
  };
}

function stoppedUntil({ day }: NonNullable<TicketFacts['waitsFor']>, today: Day): 'today' | 'later' | 'none' {
  return day === null ? 'none' : day === today ? 'today' : 'later';
}

function etagOf(ticket: TicketFacts): string {
  return `"${createHash('sha256').update(JSON.stringify(ticket)).digest('base64url').slice(0, 22)}"`;
}

/** H12: of each matter the list that was told, and what is otherwise now; those without either are left out. */
export function bringsOf({ brings }: TicketFacts, language: Language) {
  return brings
    .map(({ was, now, changes }) => ({
      names: was.names,
      // Where it is done is asked on the way there: as it is now.
      place: now.place ?? null,
      materials: itemsInFull(was.materials, language),
      changes: changes.map((one) => changeText(one, language)),
    }))
    .filter(({ place, materials, changes }) => place !== null || materials.length + changes.length > 0);
}
