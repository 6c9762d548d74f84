/** What the phone pages ask of the house, answered by the use cases; a link is followed before anything is done (P3). */
import type { Request } from 'express';
import { cameBy } from '../../schema/cases/events.ts';
import type { RequestId } from '../../schema/ids.ts';
import { ERASED, maskName } from '../../schema/people/mask.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/refusal.ts';
import { addDays } from '../../schema/time.ts';
import { RESIDENT } from '../../schema/who.ts';
import { nameOnPaper } from '../cases/acts/papers/name-on-paper.ts';
import { printOriginal } from '../cases/acts/papers/original.ts';
import { actOnCaseByLink } from '../cases/acts/resident.ts';
import type { OnCase } from '../cases/acts/step-case.ts';
import { casesOfTicket, goesOnLink, linkOfCase, linksOf } from '../cases/views/case-links.ts';
import { signedOn, standingHelper } from '../cases/views/case-people.ts';
import { caseOfLink } from '../cases/views/case-view.ts';
import { unanswered } from '../cases/views/owed.ts';
import { contentThen, givenPapers } from '../cases/views/paper-content.ts';
import { catalogue, pictureOf } from '../catalogue/views/matter-view.ts';
import { calendarOf } from '../hall/views/calendar.ts';
import { localDayOf } from '../hall/views/local-day.ts';
import { cancelAppointment, confirmAppointment, holdSlot } from '../hours/acts/book-appointment.ts';
import { appointmentOfLink, appointmentTerms, freeSlots } from '../hours/views/find-appointment.ts';
import { bookedMatter } from '../hours/views/made-with.ts';
import { shownOpenings } from '../hours/views/open-hours.ts';
import type { Tx } from '../ledger/commit.ts';
import type { Hall } from '../ledger/hall.ts';
import type { Reader } from '../ledger/reader.ts';
import { commits, commitsAnew } from '../ledger/subject/route.ts';
import { actByLink } from '../line/acts/in-line.ts';
import { brought } from '../line/views/brought.ts';
import { residentCase, wholeCase } from '../line/views/resident-case.ts';
import { forecast, issuedTicket, ticketOfLink, ticketView } from '../line/views/ticket-view.ts';
import type { CaseFacts, PagesPort, PaperFacts } from '../pages/port.ts';
import { said } from '../people/views/said.ts';
import { clerkName } from '../people/views/staff.ts';
import { ROWS } from '../subjects.ts';
import { pageEdge } from './edge.ts';
import type { Holds } from './gate/holds.ts';
import { versionOf } from './gate/shared-answers.ts';
import { readingClerk } from './who.ts';

export function createPagesPort({
  hall,
  publicOrigin,
  holds,
  pdf,
}: {
  hall: Hall;
  publicOrigin: string | null;
  holds: Holds;
  pdf: PagesPort['pdf'];
}): PagesPort {
  const now = () => new Date(hall.nowMs()).toISOString();
  const paperFacts = (from: Reader, paper: ReturnType<typeof givenPapers>[number]): PaperFacts => {
    const { no, kind, day, clerkId, firstContact, dueOn, dueBefore, provisional, note } = paper;
    const content = contentThen(from, paper);
    const names = content.given ?? {
      clerk: clerkName(from, clerkId) ?? '',
      firstContact: clerkName(from, firstContact) ?? '',
    };
    return {
      no,
      kind,
      day,
      ...{ clerk: names.clerk, firstContact: names.firstContact },
      dueOn,
      dueBefore,
      provisional,
      note: said(from, note),
      ...said(from, content),
    };
  };
  /** Everything that one page says is of one state of the file. */
  const asked =
    <A extends unknown[], T>(view: (from: Reader, ...of: A) => T) =>
    (...of: A): T =>
      hall.look((from) => view(from, ...of));
  const asResident = <I, T>(command: string, act: (tx: Tx, input: I) => T | Refusal) => {
    const route = commits(command, act);
    return (wish: I & { requestId: RequestId }) => route(hall, { actor: RESIDENT, secret: null }, wish);
  };
  /** What a clerk who opens a paper does with it; null for anybody else. */
  const asReader = <I, T>(command: string, act: (tx: Tx, input: OnCase & I) => T | Refusal) => {
    const route = commitsAnew(command, act);
    return async ({ headers }: Request, link: string, input: I): Promise<T | null> => {
      const actor = readingClerk(hall, headers.cookie);
      const found = hall.look((from) => caseOfLink(from, link));
      if (!actor || isRefusal(found)) return null;
      const done = await route(hall, { actor, secret: null }, { caseId: found.id, ...input });
      return isRefusal(done) ? null : done;
    };
  };
  const naming = asReader<{ no: string }, { name: string }>('name-on-paper', nameOnPaper);
  const printing = asReader<{ no: string; key: string }, unknown>('print-original', printOriginal);
  const hold = asResident('hold-slot', holdSlot);
  const confirm = asResident('confirm-appointment', confirmAppointment);

  return {
    timeZone: hall.look(({ timeZone }) => timeZone),
    publicOrigin,
    edge: pageEdge(),
    now,
    version: () => versionOf(hall),
    hall: () => hall.look(ROWS.hall.rows)[0]!,
    queues: () => hall.look(ROWS.queues.rows),
    catalogue: () => hall.look(catalogue),
    pdf,
    picture: (id) => hall.look((from) => pictureOf(from, id)),
    openings: asked((from) => {
      const daysAhead = from.settings.expandDays;
      const last = addDays(from.today, daysAhead);
      const openings = shownOpenings(from).filter(
        (one) => one.phase !== 'cancelled' && one.day >= from.today && one.day <= last,
      );
      return { daysAhead, openings };
    }),
    forecast: asked((from, matterId) => forecast(from, { matterIds: [matterId] })),
    slots: asked((from, matterId) => freeSlots(from, { matterId })),
    async hold(wish, by, proof) {
      const taken = await holds.take(by, proof);
      if (isRefusal(taken)) return taken;
      const held = await hold(wish);
      if (isRefusal(held)) await taken();
      return held;
    },
    async confirm(wish, by, proof) {
      const done = await holds.confirm(by, proof, wish);
      if (isRefusal(done)) return done;
      try {
        return await confirm(wish);
      } finally {
        done();
      }
    },
    cancel: asResident('cancel-appointment', cancelAppointment),

    appointment: asked((from, link) => {
      const found = appointmentOfLink(from, link);
      if (!found) return refuse('link-unknown');
      const { phase, matterId, day, startsAt, until, code = null } = found;
      const { cancelUntil, lateUntil } = appointmentTerms(from, found);
      const lateMinutes = Math.round((Date.parse(lateUntil) - Date.parse(startsAt)) / 60_000);
      const ticket = found.ticketId ? issuedTicket(from, found.ticketId) : null;
      const booked = bookedMatter(from, found);
      if (!booked) return refuse('matter-unknown');
      const provisional = calendarOf(from).isProvisional(day);
      return { phase, matterId, booked, day, provisional, startsAt, until, cancelUntil, code, lateMinutes, ticket };
    }),

    ticket: asked((from, link) => {
      const ticket = ticketOfLink(from, link);
      if (isRefusal(ticket)) return ticket;
      const of = casesOfTicket(from, ticket.id).map((found) => ({
        ...residentCase(from, found),
        link: linkOfCase(from, found),
        noticeNo: found.noticeNo ?? null,
      }));
      return { ...ticketView(from, ticket), arrivedAt: ticket.arrivedAt, brings: brought(from, ticket), cases: of };
    }),

    async nameOn(by, link, { no, given }) {
      const { kind = 'person', name = '' } = given?.applicant ?? {};
      const masked = kind === 'organisation' || name === ERASED ? name : maskName(name);
      return (await naming(by, link, { no }))?.name ?? masked;
    },

    isOriginal: async (by, link, { no, key }) => (await printing(by, link, { no, key })) !== null,

    actOnCase: asResident('act-on-case-by-link', actOnCaseByLink),
    actOnTicket: asResident('act-by-link', actByLink),

    caseOf: asked((from, link) => {
      const found = caseOfLink(from, link);
      if (isRefusal(found)) return found;
      const { matterId, origin, openedAt, offer, note } = found;
      const given = givenPapers(from, found.id).map((paper) => paperFacts(from, paper));
      const facts: CaseFacts = {
        ...wholeCase(from, found, hall.ledger),
        matterId,
        came: cameBy(origin),
        number: origin.number,
        openedOn: localDayOf(from, openedAt),
        offeredTo: clerkName(from, offer?.to),
        papers: given,
        objectTo: given.findLast(({ objectTo }) => objectTo)?.objectTo ?? null,
        helper: standingHelper(found, from.today),
        links: linksOf(from, found),
        goesOnLink: goesOnLink(from, found),
        revival: unanswered(from, found),
        signed: signedOn(found),
        note: said(from, note),
      };
      return facts;
    }),
  };
}
