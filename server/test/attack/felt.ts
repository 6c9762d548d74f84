/** What those feel who have nothing to do with an attack: a clerk who calls, a kiosk that issues, residents who book. */
import { newRequestId } from '../../../web/client.ts';
import { solvedOf } from '../edge/solved-proof.ts';
import { type Answer, type Ask, askerAt, FORM_TYPE, newPhone, PAGE, pause, post } from './ask.ts';
import type { Target } from './target.ts';

export type Who = 'clerk' | 'kiosk' | 'resident';
/** `times`: ms that each answer took. */
export type Felt = Record<Who, { times: number[]; refused: number }>;

const CLERK_EVERY_MS = 80;
const KIOSK_EVERY_MS = 60;
const RESIDENT_EVERY_MS = 250;
/** A phone may hold three slots at once. */
const HOLDS_OF_PHONE = 3;
/** Of the resident's visits one in so many books; the others read. */
const BOOKS_EVERY = 8;
/** The address of the hall and of everybody in it. */
export const HALL_ADDRESS = '127.0.0.1';

/** So many phones for the holds of one measurement, each known before the attack begins. */
export function residents(target: Target, count: number): Promise<string[]> {
  const ask = askerAt(target.origin, HALL_ADDRESS);
  return Promise.all(Array.from({ length: count }, () => newPhone(ask)));
}

export async function feelHall(target: Target, phones: string[], until: Promise<unknown>): Promise<Felt> {
  const asks = () => askerAt(target.origin, HALL_ADDRESS);
  const [byClerk, byKiosk, byResident] = [asks(), asks(), asks()];
  const clerk = { cookie: target.clerkCookie };
  return feel(until, {
    async clerk(note) {
      const called = await post(byClerk, `/api/counters/${target.counterId}/call-next`, wish(), clerk);
      if (!note(called)) return;
      note(await post(byClerk, `/api/tickets/${JSON.parse(called.body).ticketId}/miss`, wish(), clerk));
    },
    async kiosk(note) {
      const ticket = { ...wish(), matterIds: [target.matterId], care: false, printing: false };
      note(await post(byKiosk, '/api/tickets', ticket, { cookie: target.kioskCookie }));
    },
    async resident(note, n) {
      const cookie = phones[Math.floor(n / BOOKS_EVERY / HOLDS_OF_PHONE) % phones.length]!;
      const matter = target.matters[n % target.matters.length]!;
      const page = await byResident(`/book/${matter}`, { headers: { ...PAGE, cookie } });
      if (note(page) && n % BOOKS_EVERY === 0) note(await book(byResident, page, cookie));
    },
  });
}

/** The same rhythm on the bare app. */
export function feelBare(target: Target, until: Promise<unknown>): Promise<Felt> {
  const ask = askerAt(target.bareOrigin, HALL_ADDRESS);
  const posting = async (note: (answer: Answer) => boolean) => void note(await post(ask, '/x', wish()));
  return feel(until, {
    async clerk(note) {
      await posting(note);
      await posting(note);
    },
    kiosk: posting,
    resident: async (note) => void note(await ask('/x', { headers: PAGE })),
  });
}

/** As a phone with a script does: the form of a time, and again with the work where it is asked for. */
async function book(ask: Ask, page: Answer, cookie: string): Promise<Answer> {
  const times = [...page.body.matchAll(/name="requestId" value="(\w+)" formaction="([^"]+)"/g)];
  const [, requestId, path] = times[Math.floor(times.length / 2)] ?? [];
  const send = (fields: Record<string, string>) =>
    ask(path ?? '/none', {
      method: 'POST',
      headers: { ...FORM_TYPE, cookie },
      body: new URLSearchParams({ requestId: requestId ?? '', ...fields }).toString(),
    });
  const first = await send({});
  const challenge = /data-challenge="([^"]+)"/.exec(first.body)?.[1]?.replaceAll('&#x3D;', '=');
  if (!challenge) return first;
  const proof = await solvedOf(challenge);
  const second = await send({ proof });
  return { ...second, ms: first.ms + second.ms };
}

type Note = (answer: Answer) => boolean;
type Lives = Record<Who, (note: Note, n: number) => Promise<void>>;

/** What was felt at several times, as one. */
export function together(felts: readonly Felt[]): Felt {
  const of = (who: Who) => ({
    times: felts.flatMap((felt) => felt[who].times),
    refused: felts.reduce((sum, felt) => sum + felt[who].refused, 0),
  });
  return { clerk: of('clerk'), kiosk: of('kiosk'), resident: of('resident') };
}

/** So many of a hundred took at most that, in ms. */
export function percentile(times: readonly number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

async function feel(until: Promise<unknown>, lives: Lives): Promise<Felt> {
  let isOver = false;
  const over = until.finally(() => {
    isOver = true;
  });
  const everyMs = { clerk: CLERK_EVERY_MS, kiosk: KIOSK_EVERY_MS, resident: RESIDENT_EVERY_MS };
  const live = async (who: Who) => {
    const felt = { times: [] as number[], refused: 0 };
    const note: Note = ({ status, ms }) => {
      const isWell = status >= 200 && status < 400;
      felt.times.push(ms);
      if (!isWell) felt.refused++;
      return isWell;
    };
    for (let n = 0; !isOver; n++) {
      await lives[who](note, n);
      await pause(everyMs[who]);
    }
    return [who, felt] as const;
  };
  const felt = await Promise.all((Object.keys(lives) as Who[]).map(live));
  await over;
  return Object.fromEntries(felt) as Felt;
}

function wish() {
  return { requestId: newRequestId() };
}
