/** Booking without JavaScript: group, matter, time, telephone, code; and never a dead end (H5–H8). */
import type { Router } from 'express';
import { z } from 'zod';
import { changeText } from '../../schema/catalogue/material-changes.ts';
import { inLanguage, MatterId, RequestId, SlotId } from '../../schema/ids.ts';
import { isRefusal, REFUSALS, type Refusal, refusalSentence, refuse } from '../../schema/refusal.ts';
import { localDay } from '../../schema/time-text.ts';
import { faultSentence } from '../../schema/typed/faults.ts';
import { BookingName } from '../../schema/typed/names.ts';
import { Telephone } from '../../schema/typed/telephone.ts';
import { grouped, itemsInFull, matterOf } from './hall-pages.ts';
import { type Ask, brokenForm, form, type Outcome, type Page, param, queryOf, shown } from './page.ts';
import type { PagesPort, SlotRow } from './port.ts';
import { qrImage } from './qr.ts';

/** Days with free times on one page: keeps it light and the choice easy. */
const DAYS_SHOWN = 5;

/** What each form of ours carries by itself. */
const Sent = z.object({ requestId: RequestId });
const Proof = z.string().max(1_000).default('');
const Contact = z.object({ name: BookingName.default(''), telephone: Telephone });

export function addBookingPages(router: Router, page: Page, port: PagesPort): void {
  router.get(
    '/book',
    page(
      ({ request }) => {
        const { groups, matters } = port.catalogue();
        const offered = grouped(
          groups,
          matters.filter((matter) => matter.offered),
        );
        const group = offered.find((one) => one.id === queryOf(request, 'group')) ?? null;
        return { template: 'book', facts: { groups: offered, group, prefix: '/book' } };
      },
      ['group'],
    ),
  );
  router.get(
    '/book/:matterId',
    page((ask) => times(port, ask), ['from']),
  );
  router.post(
    '/book/:matterId/:slotId',
    form,
    page(async (ask) => {
      const wish = Hold.safeParse({ ...ask.request.params, ...ask.request.body });
      if (!wish.success) return brokenForm(wish.error.issues, '/book');
      const { proof, ...hold } = wish.data;
      const held = await port.hold(hold, ask.request, proof || null);
      return isRefusal(held) ? times(port, ask, held) : { go: `/a/${held.link}` };
    }),
  );
  // Where a language switch or a reload lands after a post was answered with a page.
  router.get(
    '/book/:matterId/:slotId',
    page(({ request }) => ({ go: `/book/${encodeURIComponent(param(request, 'matterId'))}` })),
  );

  router.get(
    '/a/:link',
    page((ask) => appointment(port, ask)),
  );
  router.post(
    '/a/:link/confirm',
    form,
    page(async (ask) => {
      const link = param(ask.request, 'link');
      const given = { name: '', telephone: '', ...ask.request.body };
      const sent = Sent.extend({ proof: Proof }).safeParse(given);
      if (!sent.success) return brokenForm(sent.error.issues, `/a/${link}`);
      const { requestId, proof } = sent.data;
      const contact = Contact.safeParse(given);
      if (!contact.success) return appointment(port, ask, { given, issues: contact.error.issues });
      const wish = { ...contact.data, requestId, link, language: ask.language };
      const answer = await port.confirm(wish, ask.request, proof || null);
      if (isRefusal(answer) && answer.refused === 'names-proof-needed')
        return appointment(port, ask, { given, issues: [], refusal: answer });
      return shown(answer, `/a/${link}`, () => ({ go: `/a/${link}` }));
    }),
  );
  router.get(
    '/a/:link/confirm',
    page(({ request }) => ({ go: `/a/${param(request, 'link')}` })),
  );
  router.get(
    '/a/:link/cancel',
    page(async ({ request, language }) => {
      const link = param(request, 'link');
      return shown(await port.appointment(link), null, ({ phase, matterId, day, provisional, startsAt }) =>
        phase === 'confirmed'
          ? {
              template: 'cancel',
              facts: { link, matter: matterOf(port.catalogue(), matterId), day, provisional, startsAt, language },
            }
          : { go: `/a/${link}` },
      );
    }),
  );
  router.post(
    '/a/:link/cancel',
    form,
    page(async ({ request }) => {
      const link = param(request, 'link');
      const sent = Sent.safeParse({ ...request.body });
      if (!sent.success) return brokenForm(sent.error.issues, `/a/${link}`);
      const answer = await port.cancel({ ...sent.data, link });
      return shown(answer, `/a/${link}`, () => ({ go: `/a/${link}` }));
    }),
  );
}

const Hold = z.object({
  matterId: MatterId,
  slotId: SlotId,
  requestId: RequestId,
  proof: Proof,
});

/** The free times of a matter, and below them the ways that need none (H7). `refusal`: why the wish before failed. */
async function times(port: PagesPort, { request, language }: Ask, refusal?: Refusal): Promise<Outcome> {
  const matter = matterOf(port.catalogue(), param(request, 'matterId'));
  if (!matter) return { refusal: refuse('matter-unknown'), backTo: '/book' };
  if (!matter.offered) return { refusal: refuse('matter-not-offered'), backTo: `/catalogue/${matter.id}` };
  const slots = await port.slots(matter.id);
  if (isRefusal(slots)) return { refusal: slots, backTo: '/book' };
  const forecast = await port.forecast(matter.id);
  if (isRefusal(forecast)) return { refusal: forecast, backTo: '/book' };

  const from = queryOf(request, 'from');
  const all = freeDays(slots);
  const start = from ? all.findIndex(({ day }) => day >= from) : 0;
  const days = start < 0 ? [] : all.slice(start, start + DAYS_SHOWN);
  const { openings } = port.openings();
  const staggered = openings.find(
    (one) => one.kind !== 'regular' && one.letters.includes(matter.letter) && one.startsAt > port.now(),
  );
  return {
    template: 'slots',
    ...(refusal ? { httpCode: REFUSALS[refusal.refused].http } : {}),
    facts: {
      matter,
      days,
      from,
      laterDay: start < 0 ? null : (all[start + DAYS_SHOWN]?.day ?? null),
      forecast,
      nextDay: forecast.nextStartsAt && localDay(forecast.nextStartsAt, port.timeZone),
      staggered: staggered ?? null,
      // The same wish again, with the work done: the page's script sends it.
      challenge: refusal?.refused === 'proof-needed' ? refusal.facts.challenge : null,
      slotId: param(request, 'slotId'),
      problem: refusal ? refusalSentence(refusal.refused, refusal.facts, language) : null,
    },
  };
}

function freeDays(slots: SlotRow[]) {
  const free = slots.filter((slot) => slot.free > 0);
  const days = [...new Set(free.map((slot) => slot.day))].sort();
  return days.map((day) => {
    const slots = free.filter((slot) => slot.day === day);
    return { day, provisional: slots.some((slot) => slot.provisional), slots };
  });
}

/** What was typed in and not understood: it is shown again with each wrong field marked and its fault said (A3). */
type Mistaken = {
  given: { name: unknown; telephone: unknown };
  issues: z.core.$ZodIssue[];
  /** The same wish again, with the work done: the page's script sends it. */
  refusal?: Refusal;
};

async function appointment(port: PagesPort, ask: Ask, mistaken?: Mistaken): Promise<Outcome> {
  const link = param(ask.request, 'link');
  const facts = await port.appointment(link);
  if (isRefusal(facts)) return { refusal: facts, backTo: '/book' };
  const { was, now, changes } = facts.booked;
  const refusal = mistaken?.refusal;
  const isRenamed = inLanguage(was.names, ask.language) !== inLanguage(now.names, ask.language);
  const faultOf = (field: string) => {
    const issue = mistaken?.issues.find(({ path }) => path[0] === field);
    return issue ? (faultSentence(issue.message, ask.language) ?? issue.message) : null;
  };
  return {
    template: 'appointment',
    httpCode: refusal ? REFUSALS[refusal.refused].http : mistaken ? 400 : 200,
    facts: {
      ...facts,
      link,
      matter: was,
      materials: itemsInFull(was.materials, ask.language),
      changes: changes.map((one) => changeText(one, ask.language)),
      nameNow: isRenamed ? now.names : null,
      place: now.place ?? null,
      isOffered: now.offered,
      cancellable: port.now() <= facts.cancelUntil,
      cancelDay: localDay(facts.cancelUntil, port.timeZone),
      qr: facts.code ? await qrImage(facts.code) : null,
      given: { name: String(mistaken?.given.name ?? ''), telephone: String(mistaken?.given.telephone ?? '') },
      fault: { name: faultOf('name'), telephone: faultOf('telephone') },
      challenge: refusal?.facts.challenge ?? null,
      problem: refusal ? refusalSentence(refusal.refused, refusal.facts, ask.language) : null,
    },
  };
}
