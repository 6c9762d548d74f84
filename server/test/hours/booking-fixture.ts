/** Booking for tests: who books what at which time of the day, and who is stored then. */
import type { Language, MatterId, PersonId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { people } from '../../people/tables/people.ts';
import { refusalCode, type TestHall } from '../harness.ts';

export type Booked = { name: string; telephone: string; language?: Language };
export type Booker = ReturnType<typeof bookerOf>;

export function bookerOf(hall: TestHall, day = '2026-11-23') {
  /** The link of a hold; `time` is that of the day, in the hall. */
  async function held(matterId: MatterId, time: string, by: Client = hall.anybody()): Promise<string> {
    const startsAt = new Date(`${day}T${time}:00+08:00`).toISOString();
    const slot = (await by.appointments.slots({ matterId })).find((one) => one.startsAt === startsAt);
    return (await by.appointments.hold({ requestId: newRequestId(), slotId: slot!.id, matterId })).link;
  }
  /** The appointment's code. */
  async function book(matterId: MatterId, time: string, person: Booked, by: Client = hall.anybody()): Promise<string> {
    const link = await held(matterId, time, by);
    const wish = { requestId: newRequestId(), link, language: 'zh-Hans' as const, ...person };
    return (await by.appointments.confirm(wish)).code;
  }
  return {
    held,
    book,
    /** What became of it: accepted, or the refusal. */
    booking: (...wanted: Parameters<typeof book>) => refusalCode(book(...wanted)),
    /** Everybody who is stored, as their table opens them. */
    stored: () =>
      hall.system.store.db
        .prepare<[], PersonId>('SELECT id FROM people ORDER BY id')
        .pluck()
        .all()
        .map((id) => hall.system.hall.read(people).get(id)),
  };
}
