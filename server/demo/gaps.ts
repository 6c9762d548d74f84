/** Keeps the hall open at any hour: one-off openings wherever the sample hall's own hours leave a gap. */
import type { CounterId, Letter } from '../../schema/ids.ts';
import { addDays, localTime } from '../../schema/time.ts';
import { type Client, newRequestId } from '../../web/client.ts';

const MINUTE = 60_000;
/** One opening lasts at most so long. */
const MOST_MS = 12 * 60 * MINUTE;
const TIME_ZONE = 'Asia/Shanghai';

export type Places = { letters: Letter[]; counterIds: CounterId[] };

/** Afterwards some opening runs at each minute from `fromMs` to `untilMs`. */
export async function fillGaps(supervisor: Client, places: Places, fromMs: number, untilMs: number): Promise<void> {
  const fromDay = addDays(localTime(fromMs, TIME_ZONE).day, -1);
  const toDay = addDays(localTime(untilMs + MOST_MS, TIME_ZONE).day, 1);
  const openings = (await supervisor.openings.list({ fromDay, toDay }))
    .filter((opening) => opening.phase !== 'cancelled')
    .map((opening) => ({ from: Date.parse(opening.startsAt), to: Date.parse(opening.endsAt) }))
    .sort((a, b) => a.from - b.from);
  let at = Math.floor(fromMs / MINUTE) * MINUTE;
  while (at < untilMs) {
    const running = openings.find((opening) => opening.from <= at && at < opening.to);
    if (running) {
      at = running.to;
      continue;
    }
    const next = openings.find((opening) => opening.from > at);
    const to = Math.min(next?.from ?? Number.POSITIVE_INFINITY, at + MOST_MS);
    const { day, time } = localTime(at, TIME_ZONE);
    const hours = { from: time, to: localTime(to, TIME_ZONE).time };
    const plan = { kind: 'extended' as const, day, ...hours, ...places, bookableShare: 0.5 };
    await supervisor.openings.create({ requestId: newRequestId(), plan });
    at = to;
  }
}
