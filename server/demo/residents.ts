/** Residents: they come, book, step away, miss their turn and come back. Their names and telephones are invented. */

import type { Boards } from '../../schema/board.ts';
import type { Matter } from '../../schema/catalogue/catalogue.ts';
import type { MatterId, TicketId } from '../../schema/ids.ts';
import type { TicketRow } from '../../schema/line/rows.ts';
import type { TicketAct } from '../../schema/line/views.ts';
import { type Client, newRequestId } from '../../web/client.ts';
import { unlessRefused } from './enter.ts';
import type { Luck } from './luck.ts';

const MINUTE = 60_000;
/** How many wait in each line when the hall is as busy as it shall be, by what its counters can do. */
const WANTED: Record<string, number> = { A: 5, B: 6, C: 5, D: 3, E: 4, F: 3, G: 2, H: 3 };
export const WAITING_WANTED = Object.values(WANTED).reduce((sum, count) => sum + count, 0);
const ARRIVES_EARLY_MS = 10 * MINUTE;

type Booking = { code: string; startsAtMs: number };
type Parts = { kiosk: Client; phone: Client; matters: Matter[]; luck: Luck; say: (what: string) => void };
export type Residents = {
  /** So many come now, more of them to the shorter lines. */
  arrive: (count: number, rows: Boards['staff']) => Promise<void>;
  /** Who is here does what people do while they wait. */
  wait: (rows: Boards['staff'], nowMs: number) => Promise<void>;
  /** Somebody books one of the first slots from this instant on. */
  book: (fromMs: number) => Promise<void>;
  checkIn: (nowMs: number) => Promise<void>;
};

export function createResidents({ kiosk, phone, matters, luck, say }: Parts): Residents {
  const bookings: Booking[] = [];
  const returnsAt = new Map<string, number>();
  let people = 0;
  const anyMatter = (weights = WANTED) => {
    const letter = luck.weighed(weights);
    return luck.one(matters.filter((matter) => matter.letter === letter)).id;
  };
  /** The slips that people hold, by ticket. */
  const links = new Map<string, string>();
  const keepSlip = ({ ticketId, link }: { ticketId: TicketId; link: string }) =>
    void links.set(ticketId, link.slice('/t/'.length));
  const act = (ticket: TicketRow, wish: TicketAct) =>
    kiosk.tickets.act({ requestId: newRequestId(), link: links.get(ticket.id) ?? '', act: wish });

  async function arrive(count: number, { queues }: Boards['staff']): Promise<void> {
    const missing = queues.map(({ id, waiting }) => [id, Math.max(0.2, (WANTED[id] ?? 0) - waiting)]);
    for (let i = 0; i < count; i++) {
      const matterIds: MatterId[] = [anyMatter(Object.fromEntries(missing))];
      const second = anyMatter();
      if (luck.often(0.12) && second !== matterIds[0]) matterIds.push(second);
      const wish = { requestId: newRequestId(), matterIds, care: luck.often(0.12), printing: false };
      const issued = await unlessRefused(kiosk.tickets.issue(wish));
      if (issued) keepSlip(issued);
      if (issued) say(`${issued.number} taken at the kiosk`);
    }
    if (luck.often(0.03)) {
      await unlessRefused(
        kiosk.tickets.turnAway({ requestId: newRequestId(), matterId: anyMatter(), why: 'too-long' }),
      );
    }
  }

  async function wait(rows: Boards['staff'], nowMs: number): Promise<void> {
    for (const ticket of rows.tickets) {
      if (ticket.phase === 'waiting' && luck.often(0.0012)) await leaveLine(ticket, nowMs);
      if (ticket.phase !== 'away' && ticket.phase !== 'missed') continue;
      const at = returnsAt.get(ticket.id) ?? nowMs + luck.between(3, 9) * MINUTE;
      returnsAt.set(ticket.id, at);
      if (nowMs < at) continue;
      returnsAt.delete(ticket.id);
      const back = act(ticket, { kind: ticket.phase === 'away' ? 'return' : 'rejoin' });
      if (await unlessRefused(back)) say(`${ticket.number} is back in line`);
    }
  }

  async function leaveLine(ticket: TicketRow, nowMs: number): Promise<void> {
    const way = luck.weighed({ away: 60, pass: 25, withdraw: 15 });
    switch (way) {
      case 'away':
        returnsAt.set(ticket.id, nowMs + luck.between(4, 12) * MINUTE);
        if (await unlessRefused(act(ticket, { kind: 'step-away' }))) say(`${ticket.number} stepped away`);
        return;
      case 'pass':
        if (await unlessRefused(act(ticket, { kind: 'let-pass', count: 2 }))) say(`${ticket.number} lets two pass`);
        return;
      case 'withdraw':
        if (await unlessRefused(act(ticket, { kind: 'withdraw' }))) say(`${ticket.number} withdrew`);
        return;
      default:
        return way satisfies never;
    }
  }

  async function book(fromMs: number): Promise<void> {
    const matterId = anyMatter();
    const slots = (await unlessRefused(phone.appointments.slots({ matterId }))) ?? [];
    const free = slots.filter((slot) => slot.free > 0 && Date.parse(slot.startsAt) >= fromMs).slice(0, 4);
    if (free.length === 0) return;
    const slot = luck.one(free);
    const held = await unlessRefused(phone.appointments.hold({ requestId: newRequestId(), slotId: slot.id, matterId }));
    if (!held) return;
    people++;
    // No mobile number of China begins with 100: nobody is rung by mistake.
    const person = {
      name: `示例居民${people}`,
      telephone: `100${String(10_000_000 + people * 1_237).padStart(8, '0')}`,
    };
    const wish = { requestId: newRequestId(), link: held.link, ...person, language: 'zh-Hans' as const };
    const confirmed = await unlessRefused(phone.appointments.confirm(wish));
    if (!confirmed) return;
    bookings.push({ code: confirmed.code, startsAtMs: Date.parse(slot.startsAt) });
    say('an appointment was booked by phone');
  }

  async function checkIn(nowMs: number): Promise<void> {
    for (const booking of bookings.filter((one) => one.startsAtMs - ARRIVES_EARLY_MS <= nowMs)) {
      bookings.splice(bookings.indexOf(booking), 1);
      if (luck.often(0.1)) continue; // does not come
      const wish = { requestId: newRequestId(), code: booking.code, printing: false };
      const issued = await unlessRefused(kiosk.appointments.checkIn(wish));
      if (issued) keepSlip(issued);
      if (issued) say(`${issued.number} checked in with an appointment`);
    }
  }

  return { arrive, wait, book, checkIn };
}
