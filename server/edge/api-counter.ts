/** Counters, cases, handovers, openings and sessions over HTTP. */
import type { Opening } from '../../schema/opening.ts';
import { refuse } from '../../schema/refusal.ts';
import {
  acceptHandover,
  closeCase,
  declineHandover,
  offerHandover,
  takeBackHandover,
} from '../cases/acts/handovers.ts';
import { confirmRefusal, proposeRefusal, sendBackRefusal, takeBackRefusal } from '../cases/acts/refusals.ts';
import { papersOfCase } from '../cases/views/papers.ts';
import { dayFigures } from '../figures/views/day-figures.ts';
import { reference } from '../hall/tables/reference.ts';
import { cancelOpening, createOpening, createSeries } from '../hours/acts/openings.ts';
import { caseOfLink, caseOfReceipt } from '../line/acts/by-link.ts';
import { closeCounter, openCounter, pauseCounter, releaseCounter } from '../line/acts/counters.ts';
import { concludeMatter } from '../line/acts/serve-ticket.ts';
import { hallCases, myCases } from '../line/views/views.ts';
import { changePassword, firstAdministrator, meOf, signIn, signOut } from '../people/acts/sign-in.ts';
import { type ApiParts, type Asked, type Guarded, given, handlerOf } from './guard.ts';
import { clearSession, setSession } from './who.ts';

export function counterRoutes(os: Guarded, { hall }: ApiParts) {
  const as = handlerOf(hall);
  /** A session that begins: its secret goes into the cookie, never into the answer. */
  const began = ({ request, response }: Asked, session: { secret: string; until: string }) =>
    setSession(request, response, session.secret, Date.parse(session.until) - hall.nowMs());

  return {
    counters: {
      open: os.counters.open.handler(as(openCounter)),
      pause: os.counters.pause.handler(as(pauseCounter)),
      close: os.counters.close.handler(as(closeCounter)),
      release: os.counters.release.handler(as(releaseCounter)),
    },
    cases: {
      conclude: os.cases.conclude.handler(as(concludeMatter)),
      close: os.cases.close.handler(as(closeCase)),
      ofLink: os.cases.ofLink.handler(({ input, context }) => given(caseOfLink(hall, input.link), context.language)),
      ofReceipt: os.cases.ofReceipt.handler(as(caseOfReceipt)),
      proposeRefusal: os.cases.proposeRefusal.handler(as(proposeRefusal)),
      confirmRefusal: os.cases.confirmRefusal.handler(as(confirmRefusal)),
      sendBackRefusal: os.cases.sendBackRefusal.handler(as(sendBackRefusal)),
      takeBackRefusal: os.cases.takeBackRefusal.handler(as(takeBackRefusal)),
      open: os.cases.open.handler(({ context }) => hallCases(hall, clerkOf(context).id)),
      papers: os.cases.papers.handler(({ input, context }) =>
        given(papersOfCase(hall, input.caseId), context.language),
      ),
      mine: os.cases.mine.handler(({ context }) => myCases(hall, clerkOf(context).id)),
      offer: os.cases.offer.handler(as(offerHandover)),
      accept: os.cases.accept.handler(as(acceptHandover)),
      decline: os.cases.decline.handler(as(declineHandover)),
      takeBack: os.cases.takeBack.handler(as(takeBackHandover)),
    },
    figures: os.figures.handler(({ input }) => dayFigures(hall, input.day)),
    openings: {
      list: os.openings.list.handler(({ input }) => between(hall.openings(), input.fromDay, input.toDay)),
      create: os.openings.create.handler(as(createOpening)),
      cancel: os.openings.cancel.handler(as(cancelOpening)),
      listSeries: os.openings.listSeries.handler(() => hall.read(reference).series()),
      createSeries: os.openings.createSeries.handler(as(createSeries)),
    },
    session: {
      me: os.session.me.handler(({ context }) => meOf(clerkOf(context))),
      signIn: os.session.signIn.handler(async ({ context, input }) => {
        const session = given(await signIn(hall, input.account, input.password), context.language);
        began(context, session);
        return session.me;
      }),
      signOut: os.session.signOut.handler(async ({ context }) => {
        if (context.who.secret) await signOut(hall, context.who.secret);
        clearSession(context.request, context.response);
        return {};
      }),
      changePassword: os.session.changePassword.handler(async ({ context, input }) => {
        const changed = await changePassword(hall, clerkOf(context).id, input.present, input.next);
        const session = given(changed, context.language);
        began(context, session);
        return session.me;
      }),
      firstAdministrator: os.session.firstAdministrator.handler(async ({ context, input }) => {
        const session = given(await firstAdministrator(hall, input), context.language);
        began(context, session);
        return session.me;
      }),
    },
  };

  function clerkOf({ who, language }: Asked) {
    const clerk = who.actor.kind === 'clerk' ? hall.read(reference).clerks().get(who.actor.id) : undefined;
    return given(clerk ?? refuse('not-signed-in'), language);
  }
}

function between(openings: readonly Opening[], from = '', to = '9999'): Opening[] {
  return openings.filter((opening) => opening.day >= from && opening.day <= to);
}
