/** A hall with a lunch, clerk one at counter 1, and what the tests of closing do in it. */
import { afterEach, beforeEach } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

export let hall: TestHall;
export let people: { one: Client; boss: Client; kiosk: Client };
export const HOUR = 3_600_000;
export const MINUTE = 60_000;
export const c1 = 'c1' as CounterId;
export const A1 = 'A-1' as MatterId;
export const wish = () => ({ requestId: newRequestId() });

export const issue = async (matterIds = [A1]) =>
  people.kiosk.tickets.issue({ ...wish(), matterIds, care: false, printing: false });
/** Clerk one at counter 1 has the next ticket before them. */
export async function serving(phase: 'called' | 'serving' = 'serving') {
  const { one } = people;
  const ticket = await issue();
  await one.counters.open({ ...wish(), counterId: c1 });
  await one.tickets.callNext({ ...wish(), counterId: c1 });
  if (phase === 'serving') await one.tickets.start({ ...wish(), ticketId: ticket.ticketId });
  return ticket;
}
export const counter = async () => (await people.boss.boards.staff()).rows.counters.find((row) => row.id === c1)!;
export const conclude = async () => {
  const [open] = (await people.one.cases.mine({})).filter((one) => one.phase === 'open');
  await people.one.cases.conclude({ ...wish(), caseId: open!.caseId, conclusion: { kind: 'done', note: '' } });
};
export const cancelMorning = async (reason = '停电检修') => {
  const [morning] = (await people.boss.openings.list({})).filter((one) => one.phase === 'running');
  await people.boss.openings.cancel({ ...wish(), openingId: morning!.id, reason });
};
export const cancelToday = async (reason = '停电检修') => {
  const today = await people.boss.openings.list({ fromDay: '2026-11-23', toDay: '2026-11-23' });
  for (const one of today.filter(({ phase }) => phase !== 'ended'))
    await people.boss.openings.cancel({ ...wish(), openingId: one.id, reason });
};
export const seen = (number: string, day?: string) => people.boss.tickets.lookUp({ number, day });
/** As its resident does with the slip's QR code. */
export const act = ({ link }: { link: string }, kind: 'rejoin' | 'step-away') =>
  people.kiosk.tickets.act({ ...wish(), link: link.slice('/t/'.length), act: { kind } });
export const page = async (link: string, language = 'zh-CN') =>
  (await fetch(hall.origin + link, { headers: { 'accept-language': language } })).text().then(plain);

/** 09:01 on a Monday; the hall is open 09:00–12:00 and 13:00–17:00 on workdays. For each test anew. */
export function inClosingHall(): void {
  beforeEach(async () => {
    const data = testHallData();
    const [regular] = data.series;
    const part = (from: string, to: string) => ({ ...regular!, from, to });
    hall = await startTestHall({ data: { ...data, series: [part('09:00', '12:00'), part('13:00', '17:00')] } });
    people = { one: await hall.clerk('one'), boss: await hall.clerk('boss'), kiosk: await hall.kiosk() };
  });
  afterEach(() => hall.stop());
}
