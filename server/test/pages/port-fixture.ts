/** A hall at 09:40 on a Monday, as plain data behind the port, for the tests of the pages. */

import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { inLanguages } from '../../../schema/catalogue/facts/in-languages.ts';
import type { ShownOpening } from '../../../schema/hours/opening.ts';
import type { Letter, OpeningId, SlotId, TicketId } from '../../../schema/ids.ts';
import { refuse } from '../../../schema/refusal.ts';
import { withIds } from '../../catalogue/rules/materials.ts';
import { spellingOf } from '../../catalogue/spelling.ts';
import { pageEdge } from '../../edge/edge.ts';
import type { AppointmentFacts, PagesPort, SlotRow, TicketFacts } from '../../pages/port.ts';
import { accepted, cases, DAY, MATTER, names, open, sample } from './case-fixture.ts';

const NOW = '2026-11-23T01:40:00.000Z';
const spellings = new Map(
  await Promise.all(sample.matters.map(async (matter) => [matter.id, await spellingOf(matter)] as const)),
);

export type Asked = { command: string; wish: unknown }[];

/** `link` names what is behind it: a ticket's, an appointment's or a case's phase; `change` replaces single answers. */
export function fixturePort(change: Partial<PagesPort> = {}): PagesPort & { asked: Asked } {
  const asked: Asked = [];
  const wished =
    <T>(command: string, answer: T) =>
    (wish: unknown) => {
      asked.push({ command, wish });
      return answer;
    };
  return {
    asked,
    timeZone: 'Asia/Shanghai',
    publicOrigin: 'https://hall.example',
    edge: pageEdge(),
    now: () => NOW,
    version: () => NOW,
    isOriginal: async () => false,
    nameOn: async (_by, _link, { given }) => given?.applicant?.name ?? '',
    hall: () => ({
      id: 'hall',
      names: sample.hall.names,
      telephone: sample.hall.telephone,
      address: sample.hall.address,
      origin: 'https://hall.example',
      sample: true,
      open: true,
      day: DAY,
      today: DAY,
      endsAt: '2026-11-23T04:00:00.000Z',
      lastTicketAt: '2026-11-23T03:40:00.000Z',
      nextStartsAt: '2026-11-23T05:00:00.000Z',
      nextKind: 'regular',
    }),
    queues: () =>
      sample.groups.map((group, i) => ({
        id: group.id,
        names: group.names,
        waiting: i * 3,
        away: 0,
        openCounters: 2,
        lastNumber: `${group.id}012`,
        range: i === 7 ? null : { halfMin: 4 + i * 5, mostMin: 9 + i * 8 },
        open: i !== 6,
        closing: i === 7 ? { at: '2026-11-23T04:00:00.000Z', goesOnAt: '2026-11-23T05:00:00.000Z' } : null,
        kept: null,
      })),
    catalogue: () => ({
      groups: sample.groups,
      matters: matters(),
    }),
    picture: () => null,
    pdf: null,
    openings: () => ({ daysAhead: 21, openings: openings() }),
    forecast: () => ({
      ahead: 6,
      range: { halfMin: 18, mostMin: 35 },
      closing: null,
      closed: null,
      nextStartsAt: null,
    }),
    slots: () => slots(8, 14),
    hold: wished('hold', { link: 'held' }),
    appointment: (link) => appointments[link as AppointmentFacts['phase']] ?? refuse('link-unknown'),
    confirm: wished('confirm', {}),
    cancel: wished('cancel', {}),
    ticket: (link) => tickets[link] ?? refuse('link-unknown'),
    actOnTicket: wished('act', {}),
    actOnCase: wished('act-on-case', {}),
    caseOf: (link) => cases[link] ?? refuse('link-unknown'),
    ...change,
  };
}

function matters(): Matter[] {
  return sample.matters.map((matter) => ({
    ...inLanguages(matter),
    materials: withIds(matter.id, matter.materials),
    spelling: spellings.get(matter.id)!,
    offered: matter.id !== 'A13-AJ-01',
    ...{ identity: 'none' as const, retentionDays: null, clerkA: null, clerkB: null },
    ...{ applicantBasis: null, publicNoticeBasis: null },
  }));
}

export function slots(days: number, perDay: number): SlotRow[] {
  return Array.from({ length: days * perDay }, (_, i) => {
    const day = `2026-11-${24 + Math.floor(i / perDay)}`;
    const startsAt = new Date(Date.parse(`${day}T01:00:00.000Z`) + (i % perDay) * 1_800_000).toISOString();
    return { id: `slot-01JDBX3Y5Z8Q2W4E6R8T0Y2${i}` as SlotId, day, startsAt, free: i % 5, provisional: false };
  });
}

function openings(): ShownOpening[] {
  const opening = (i: number, kind: ShownOpening['kind'], day: string, from: string, to: string, letters: string) => ({
    id: `opening-${i}` as OpeningId,
    day,
    kind,
    phase: i === 0 ? ('running' as const) : ('planned' as const),
    startsAt: `${day}T${from}:00.000Z`,
    endsAt: `${day}T${to}:00.000Z`,
    lastTicketAt: `${day}T${to}:00.000Z`,
    letters: [...letters] as Letter[],
    counterIds: [],
    bookableShare: 0.5,
    provisional: false,
  });
  return [
    opening(0, 'regular', '2026-11-23', '01:00', '04:00', 'ABCDEFGH'),
    opening(1, 'regular', '2026-11-23', '05:00', '09:00', 'ABCDEFGH'),
    opening(2, 'staggered', '2026-11-25', '09:30', '12:00', 'BCE'),
    opening(3, 'weekend', '2026-11-28', '01:30', '04:00', 'ABCDE'),
  ];
}

const [was] = matters().filter(({ id }) => id === MATTER);
const asBooked = { was: was!, now: was!, changes: [] };

const appointment: AppointmentFacts = {
  phase: 'held',
  matterId: MATTER,
  booked: asBooked,
  day: '2026-11-24',
  provisional: false,
  startsAt: '2026-11-24T02:30:00.000Z',
  until: '2026-11-23T01:45:00.000Z',
  cancelUntil: '2026-11-24T00:30:00.000Z',
  code: null,
  lateMinutes: 15,
  ticket: null,
};
const appointments: Record<AppointmentFacts['phase'], AppointmentFacts> = {
  held: appointment,
  confirmed: { ...appointment, phase: 'confirmed', code: '482913' },
  'checked-in': {
    ...appointment,
    phase: 'checked-in',
    code: '482913',
    ticket: { number: 'A007', link: 'ticket-link' },
  },
  cancelled: { ...appointment, phase: 'cancelled' },
  lapsed: { ...appointment, phase: 'lapsed' },
  missed: { ...appointment, phase: 'missed' },
};

const ticket: TicketFacts = {
  ticketId: 'ticket-1' as TicketId,
  number: 'B017',
  day: DAY,
  phase: 'waiting',
  klass: 'walk-in',
  counterLabel: null,
  ahead: 6,
  behind: 3,
  aheadBecause: { headStart: 1, cameBack: 1 },
  why: null,
  range: { halfMin: 18, mostMin: 35 },
  waitsFor: null,
  closing: null,
  booked: null,
  awayUntil: null,
  waitsAt: null,
  rejoinUntil: null,
  undoUntil: null,
  standsFrom: null,
  slip: 'printed',
  arrivedAt: '2026-11-23T01:12:00.000Z',
  brings: [asBooked],
  matterNames: [names(MATTER), names('A11-LD-02')],
  cases: [],
};
const over = { ...ticket, ahead: null, aheadBecause: null, range: null };
const kept = (waitsFor: TicketFacts['waitsFor']): TicketFacts => ({
  ...ticket,
  ahead: 3,
  aheadBecause: { headStart: 0, cameBack: 0 },
  range: null,
  waitsFor,
});
const tickets: Record<string, TicketFacts> = {
  waiting: ticket,
  first: { ...ticket, ahead: 0, aheadBecause: { headStart: 0, cameBack: 0 } },
  lunch: kept({ startsAt: '2026-11-23T05:00:00.000Z', day: DAY, because: null }),
  tomorrow: kept({ startsAt: '2026-11-24T01:00:00.000Z', day: '2026-11-24', because: '停电检修' }),
  unplanned: kept({ startsAt: null, day: null, because: '停电检修' }),
  closing: {
    ...ticket,
    range: null,
    closing: { at: '2026-11-23T04:00:00.000Z', goesOnAt: '2026-11-23T05:00:00.000Z' },
  },
  late: { ...ticket, range: null, closing: { at: '2026-11-23T09:00:00.000Z', goesOnAt: null } },
  booked: {
    ...ticket,
    klass: 'appointment',
    ahead: 0,
    aheadBecause: { headStart: 0, cameBack: 0 },
    booked: { slotAt: '2026-11-23T02:00:00.000Z', callableAt: '2026-11-23T01:55:00.000Z' },
  },
  called: { ...over, phase: 'called', counterLabel: '3' },
  serving: { ...over, phase: 'serving', counterLabel: '3', cases: [{ ...open, link: null, noticeNo: null }] },
  away: { ...over, phase: 'away', awayUntil: '2026-11-23T02:00:00.000Z' },
  missed: { ...over, phase: 'missed', rejoinUntil: '2026-11-23T02:10:00.000Z' },
  finished: {
    ...over,
    phase: 'finished',
    cases: [
      { ...accepted, link: 'accepted', noticeNo: null },
      { ...cases.noticed!, link: 'noticed', noticeNo: 'T20261123-0003' },
      { ...cases.closed!, link: 'closed', noticeNo: null },
    ],
  },
  withdrawn: { ...over, phase: 'withdrawn' },
  expired: { ...over, phase: 'expired' },
};

/** One address of every page in every state. */
export const ADDRESSES = [
  '/',
  '/catalogue',
  '/catalogue?q=zdshbz',
  '/catalogue?q=%3Cscript%3E',
  '/catalogue/A11-MS-01',
  '/catalogue/A11-KP-01',
  '/catalogue/A13-AJ-01',
  '/openings',
  '/book',
  '/book?group=E',
  `/book/${MATTER}`,
  `/book/${MATTER}?from=2026-11-29`,
  `/book/${MATTER}?from=2026-12-24`,
  ...Object.keys(appointments).map((phase) => `/a/${phase}`),
  '/a/confirmed/cancel',
  ...Object.keys(tickets).map((phase) => `/t/${phase}`),
  '/t/waiting/withdraw',
  ...Object.keys(cases).map((phase) => `/c/${phase}`),
  '/paper/slip/waiting',
  '/paper/slip/called?print',
  '/paper/receipt/accepted',
  '/paper/notice/noticed',
  '/paper/due-change/accepted',
];
