/** Drives a recorded day through a running hall, over HTTP, every step at its own instant. */

import type { CounterId, Letter, MatterId, TicketId } from '../../../schema/ids.ts';
import type { WaitRange } from '../../../schema/line/rows.ts';
import { addDays, instantOf } from '../../../schema/time.ts';
import { type Client, newRequestId, refusalOf } from '../../../web/client.ts';
import { type Chance, drawMinutes, type LogNormal } from '../../demo/chance.ts';
import type { Progress } from '../terminal.ts';
import { createAgenda } from './agenda.ts';
import { LAST_MINUTE, type RecordedTicket } from './day-file.ts';
import type { DayPlan } from './day-plan.ts';
import { BEGINS, counterIdOf, ENDS, letterOf, matterIdOf, SUPERVISOR, seatAccount, TIME_ZONE } from './replay-data.ts';
import type { ReplayHall } from './replay-hall.ts';

export type ReplayedTicket = {
  ticketId: TicketId;
  recorded: RecordedTicket;
  /** What a resident was told before taking the number; null: that it cannot be said now. */
  range: WaitRange | null;
};
export type Replayed = { tickets: ReplayedTicket[] /** What the hall refused, with its minute. */; refused: string[] };

type Seat = { counterId: CounterId; clerk: Client; ticketId: TicketId | null; number: string };
type Order = 'finish' | 'close' | 'open' | 'issue' | 'call';
const ORDER: Record<Order, number> = { finish: 0, close: 1, open: 2, issue: 3, call: 4 };

/** With `clerks`, so many serve all queues and take as long as drawn from the fits; without, the counters of the plan. */
export async function replayDay(
  hall: ReplayHall,
  given: { day: string; tickets: readonly RecordedTicket[]; plan: DayPlan; clerks: number | null; chance: Chance },
  progress: Progress,
): Promise<Replayed> {
  const { day, tickets, plan, clerks, chance } = given;
  const startsMs = instantOf(day, BEGINS, TIME_ZONE);
  const replayed: Replayed = { tickets: [], refused: [] };
  const agenda = createAgenda();
  const queues = [...plan.counters.keys()];
  await planOpenings(hall, day, plan, clerks);

  /** A refusal is an answer of the hall: noted, and the day goes on. */
  async function ask<T>(at: number, what: string, wish: () => Promise<T>): Promise<T | null> {
    try {
      return await wish();
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      replayed.refused.push(`${clockTime(at)} ${what} was refused: ${refusal.code}`);
      return null;
    }
  }

  async function issue(recorded: RecordedTicket): Promise<void> {
    const matterIds: MatterId[] = [matterIdOf(recorded.queueId)];
    const { tickets: kiosk } = hall.kiosk;
    const at = recorded.arrivalMin;
    const told = await ask(at, 'a forecast', () => kiosk.forecast({ matterIds }));
    const wish = { requestId: newRequestId(), matterIds, care: false, printing: true };
    const issued = await ask(at, 'a number', () => kiosk.issue(wish));
    if (issued) replayed.tickets.push({ ticketId: issued.ticketId, recorded, range: told?.range ?? null });
  }

  async function call(at: number, seat: Seat): Promise<void> {
    const { counterId, clerk } = seat;
    const called = await ask(at, `calling to ${counterId}`, () =>
      clerk.tickets.callNext({ requestId: newRequestId(), counterId }),
    );
    if (!called) return;
    seat.ticketId = called.ticketId;
    seat.number = called.number;
    await ask(at, `starting ${called.number}`, () =>
      clerk.tickets.start({ requestId: newRequestId(), ticketId: called.ticketId }),
    );
  }

  async function finish(at: number, seat: Seat): Promise<void> {
    const { clerk, ticketId, number } = seat;
    if (!ticketId) return;
    seat.ticketId = null;
    const view = await ask(at, `looking up ${number}`, () => clerk.tickets.lookUp({ number }));
    for (const { caseId } of view?.cases ?? []) {
      const conclusion = { kind: 'done', note: '' } as const;
      await ask(at, `concluding ${number}`, () =>
        clerk.cases.conclude({ requestId: newRequestId(), caseId, conclusion }),
      );
    }
    await ask(at, `finishing ${number}`, () => clerk.tickets.finish({ requestId: newRequestId(), ticketId }));
  }

  const open = (at: number, seat: Seat) =>
    ask(at, `opening ${seat.counterId}`, () =>
      seat.clerk.counters.open({ requestId: newRequestId(), counterId: seat.counterId }),
    );
  const close = async (at: number, seat: Seat) => {
    await finish(at, seat);
    await ask(at, `closing ${seat.counterId}`, () =>
      seat.clerk.counters.close({ requestId: newRequestId(), counterId: seat.counterId }),
    );
  };
  const seatAt = async (n: number): Promise<Seat> => ({
    counterId: counterIdOf(n),
    clerk: await hall.signIn(seatAccount(n)),
    ticketId: null,
    number: '',
  });

  /** As recorded: each counter of each queue calls when it called. */
  async function planRecorded(): Promise<void> {
    const seats = new Map<string, Seat>();
    for (const queueId of queues) {
      for (let counter = 0; counter < plan.counters.get(queueId)!; counter++) {
        seats.set(`${queueId} ${counter}`, await seatAt(seats.size));
      }
    }
    for (const { queueId, counter, at, opens } of plan.shifts) {
      const seat = seats.get(`${queueId} ${counter}`)!;
      agenda.add(at, ORDER[opens ? 'open' : 'close'], () => (opens ? open(at, seat) : close(at, seat)));
    }
    for (const recorded of tickets) agenda.add(recorded.arrivalMin, ORDER.issue, () => issue(recorded));
    for (const sitting of plan.sittings) {
      const seat = seats.get(`${sitting.queueId} ${sitting.counter}`)!;
      agenda.add(sitting.from, ORDER.call, async () => {
        await finish(sitting.from, seat);
        await call(sitting.from, seat);
        const own = seat.ticketId;
        // A sitting that ends with the next call is ended by it.
        if (!sitting.measured && own) {
          agenda.add(sitting.to, ORDER.finish, async () => {
            if (seat.ticketId === own) await finish(sitting.to, seat);
          });
        }
      });
    }
  }

  /** So many clerks for all queues, until the last minute of the record: whoever is free calls. */
  async function planFree(count: number): Promise<void> {
    const first = Math.min(...tickets.map((ticket) => ticket.arrivalMin));
    const last = Math.max(...tickets.map((ticket) => ticket.calledMin ?? ticket.arrivalMin));
    const fitOf = new Map(queues.map((queueId, i): [string, LogNormal] => [letterOf(i), plan.fits.get(queueId)!]));
    const free: Seat[] = [];
    let waiting = 0;
    const next = async (at: number, seat: Seat): Promise<void> => {
      if (waiting === 0 || at > last) {
        free.push(seat);
        return;
      }
      waiting--;
      await call(at, seat);
      const fit = fitOf.get(seat.number[0] ?? '');
      if (!seat.ticketId || !fit) return;
      const ends = at + drawMinutes(fit, chance);
      agenda.add(ends, ORDER.finish, async () => {
        await finish(ends, seat);
        await next(ends, seat);
      });
    };
    for (let n = 0; n < count; n++) {
      const seat = await seatAt(n);
      free.push(seat);
      agenda.add(first, ORDER.open, () => open(first, seat));
    }
    for (const recorded of tickets) {
      const at = recorded.arrivalMin;
      agenda.add(at, ORDER.issue, async () => {
        await issue(recorded);
        waiting++;
        const seat = free.shift();
        if (seat) await next(at, seat);
      });
    }
  }

  await (clerks ? planFree(clerks) : planRecorded());
  await agenda.run(
    LAST_MINUTE,
    (at) => hall.moveTo(startsMs + Math.round(at * 60_000)),
    () => progress.at(replayed.tickets.length),
  );
  // The opening ends: what is unfinished is carried over by the hall itself (T10).
  await hall.moveTo(instantOf(day, ENDS, TIME_ZONE));
  progress.end();
  return replayed;
}

/** The supervisor opens the hall for the whole day, and for the next one, to which unfinished tickets are carried over. */
async function planOpenings(hall: ReplayHall, day: string, plan: DayPlan, clerks: number | null): Promise<void> {
  const supervisor = await hall.signIn(SUPERVISOR);
  const seats = clerks ?? [...plan.counters.values()].reduce((sum, count) => sum + count, 0);
  const letters = [...plan.counters.keys()].map((_, i): Letter => letterOf(i));
  const counterIds = Array.from({ length: seats }, (_, n) => counterIdOf(n));
  for (const opened of [day, addDays(day, 1)]) {
    const whole = {
      day: opened,
      kind: 'regular',
      from: BEGINS,
      to: ENDS,
      letters,
      counterIds,
      bookableShare: 0,
    } as const;
    await supervisor.openings.create({ requestId: newRequestId(), plan: whole });
  }
}

export function clockTime(minute: number): string {
  const whole = Math.floor(minute);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
