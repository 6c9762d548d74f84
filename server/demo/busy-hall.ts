/** The busy hall: clerks, residents and hours of the demonstration, moved on step by step. */

import type { CounterId } from '../../schema/ids.ts';
import type { Clerk } from '../../schema/people/clerk.ts';
import { type Client, createClient, newRequestId } from '../../web/client.ts';
import { createClerk, type DemoClerk, type Pace } from './clerks.ts';
import { enrol, signIn, unlessRefused } from './enter.ts';
import { fillGaps, type Places } from './gaps.ts';
import type { Luck } from './luck.ts';
import { createResidents, WAITING_WANTED } from './residents.ts';

const MINUTE = 60_000;
/** So often the hours ahead are looked at, and so far ahead no gap is left in them. */
const LOOK_MS = 10 * MINUTE;
/** One case at a time stands before the free account, and the next comes some while after it was answered. */
const OFFER_EVERY_MS = 20 * MINUTE;
const AHEAD_MS = 2 * LOOK_MS;

/** Counter 8 and its clerk are left to whoever looks around. */
export const FREE = { counter: '8', account: 'wuxiaomei' };
const STAFF = [
  ['1', 'wangfang'],
  ['2', 'liuyang'],
  ['3', 'chenjing'],
  ['4', 'zhaolei'],
  ['5', 'luomin'],
  ['6', 'yangxue'],
  ['7', 'huangqiang'],
  ['9', 'zhoujie'],
  ['10', 'longchunyan'],
] as const;

export type Figures = { waiting: number; atCounters: number };
export type BusyHall = {
  /** What is due at this instant is done. `full`: how much of the crowd shall be there, 0 to 1. */
  step: (nowMs: number, pace: Pace, full: number) => Promise<Figures>;
};

export async function enterBusyHall(
  origin: string,
  password: string,
  luck: Luck,
  say: (what: string) => void,
): Promise<BusyHall> {
  const supervisor = await signIn(origin, 'supervisor', password);
  const administrator = await signIn(origin, 'administrator', password);
  const { code } = await administrator.devices.create({ requestId: newRequestId(), kind: 'kiosk', name: '演示取号机' });
  const kiosk = await enrol(origin, code);
  const phone = createClient(origin);
  const { matters, groups } = await phone.catalogue({});
  const counters = await supervisor.administration.counters({});
  const people = await supervisor.administration.clerks({});
  const places: Places = { letters: groups.map((group) => group.id), counterIds: counters.map((one) => one.id) };
  const byId = new Map(matters.map((matter) => [matter.id as string, matter]));
  const residents = createResidents({ kiosk, phone, matters, luck, say });

  const clerks: { client: Client; does: DemoClerk }[] = [];
  for (const [label, account] of STAFF) {
    const client = await signIn(origin, account, password);
    const counterId = counters.find((counter) => counter.label === label)?.id as CounterId;
    clerks.push({ client, does: createClerk({ client, counterId, matters: byId, luck, say }) });
  }
  const visitor = people.find((clerk) => clerk.account === FREE.account)!;
  let lookedAt = 0;
  let bookedAt = 0;
  let offeredAt = 0;

  async function step(nowMs: number, pace: Pace, full: number): Promise<Figures> {
    if (nowMs - lookedAt > LOOK_MS) {
      lookedAt = nowMs;
      await fillGaps(supervisor, places, nowMs, nowMs + AHEAD_MS);
    }
    const { rows } = await supervisor.boards.staff({});
    const waiting = rows.tickets.filter((ticket) => ticket.phase === 'waiting').length;
    const wanted = Math.round(WAITING_WANTED * full);
    if (pace === 'quick') await residents.arrive(Math.min(3, wanted - waiting), rows);
    else if (luck.often(waiting < wanted - 4 ? 0.2 : waiting > wanted + 6 ? 0.02 : 0.08))
      await residents.arrive(1, rows);
    await residents.checkIn(nowMs);
    await residents.wait(rows, nowMs);
    for (const { does } of clerks) await does.act(rows, nowMs, pace);
    if (nowMs - bookedAt > 6 * MINUTE) {
      bookedAt = nowMs;
      await residents.book(nowMs);
    }
    const isOffered = rows.work.some(({ tasks }) =>
      tasks.some(({ kind, to }) => kind === 'offer' && to.includes(visitor.id)),
    );
    if (nowMs - offeredAt > OFFER_EVERY_MS && !isOffered) {
      offeredAt = nowMs;
      await offerACase(luck.one(clerks).client, visitor, say);
    }
    const atCounters = rows.counters.filter((row) => row.ticketPhase === 'serving').length;
    return { waiting, atCounters };
  }

  return { step };
}

/** Whoever has an accepted case offers it to the free account; else ends one that is ready (C3). */
async function offerACase(clerk: Client, to: Clerk, say: (what: string) => void): Promise<void> {
  const mine = await unlessRefused(clerk.cases.mine({}));
  const [first, ready] = (mine ?? []).filter((one) => one.phase === 'accepted' && one.mine === 'handler' && !one.offer);
  if (first) {
    const wish = { requestId: newRequestId(), caseId: first.caseId, to: to.id, note: '本周外出培训，请接手后续联系。' };
    if (await unlessRefused(clerk.cases.offer(wish))) say(`a case of ${first.number} was offered to ${to.account}`);
  }
  if (ready) {
    const wish = { requestId: newRequestId(), caseId: ready.caseId, outcome: 'granted' as const, note: '审核通过。' };
    if (await unlessRefused(clerk.cases.close(wish))) say(`a case of ${ready.number} was granted`);
  }
}
