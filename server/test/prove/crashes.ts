/** A hall that crashes again and again within a burst of issues and calls; what was acknowledged is looked for afterwards. */

import type { CounterId, MatterId, TicketId } from '../../../schema/ids.ts';
import { type Client, createClient, newRequestId } from '../../../web/client.ts';
import { rebuildDifferences } from '../../ledger/rebuild.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { STREAMS } from '../../subjects.ts';
import { PASSWORD, signInAt } from '../harness.ts';
import type { ChildHall } from '../house/child-hall.ts';

const SENDERS = 8;

/** Counts of tickets and calls; `wrong` are sentences. Nothing is lost where `lost`, `doubled` and `wrong` are empty. */
export type CrashReport = {
  acknowledged: number;
  unanswered: number;
  called: number;
  /** Acknowledged, and not there with its number afterwards. */
  lost: number;
  /** Numbers or calls given twice. */
  doubled: number;
  wrong: string[];
};

type Issue = Parameters<Client['tickets']['issue']>[0];

export async function crashRounds(
  hall: ChildHall,
  rounds: number,
  onRound: (done: number) => void = () => {},
): Promise<CrashReport> {
  await hall.start();
  const admin = await signInAt(hall.origin(), '/session', { account: 'admin', password: PASSWORD });
  const { code } = await admin.client.devices.create({ requestId: newRequestId(), kind: 'kiosk', name: 'k' });
  const kiosk = await signInAt(hall.origin(), '/devices/enrol', { code });
  const clerk = await signInAt(hall.origin(), '/session', { account: 'one', password: PASSWORD });
  const counterId = 'c1' as CounterId;
  await clerk.client.counters.open({ requestId: newRequestId(), counterId });
  // Who came in before the burst is not what is tried here, also where commits are not synced.
  await hall.stop();
  await hall.start();

  const acknowledged: { wish: Issue; number: string; ticketId: TicketId }[] = [];
  const unanswered: Issue[] = [];
  const calls = new Map<string, string>();
  let calledTwice = 0;
  for (let round = 0; round < rounds; round++) {
    let alive = true;
    const at = {
      kiosk: createClient(hall.origin(), { cookie: kiosk.cookie }),
      clerk: createClient(hall.origin(), { cookie: clerk.cookie }),
    };
    const senders = Array.from({ length: SENDERS }, async () => {
      while (alive) {
        const wish: Issue = { requestId: newRequestId(), matterIds: ['A-1' as MatterId], care: false, printing: false };
        try {
          const { number, ticketId } = await at.kiosk.tickets.issue(wish);
          acknowledged.push({ wish, number, ticketId });
        } catch {
          unanswered.push(wish);
        }
      }
    });
    const caller = (async () => {
      while (alive) {
        try {
          const called = await at.clerk.tickets.callNext({ requestId: newRequestId(), counterId });
          if (calls.has(called.ticketId)) calledTwice++;
          calls.set(called.ticketId, called.number);
          await at.clerk.tickets.miss({ requestId: newRequestId(), ticketId: called.ticketId });
        } catch {
          // The hall is down, or nobody waits yet.
        }
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 230));
    await hall.kill();
    alive = false;
    await Promise.all([...senders, caller]);
    await hall.start();
    // Who was at the counter when the hall fell is missed, so that the next round can call.
    const again = createClient(hall.origin(), { cookie: clerk.cookie });
    const left = (await again.boards.staff()).rows.counters.find((row) => row.id === counterId)?.ticketId;
    if (left) await again.tickets.miss({ requestId: newRequestId(), ticketId: left });
    onRound(round + 1);
  }

  // Every wish again with its own request id: an acknowledged one keeps its number, another gets one now.
  const client = createClient(hall.origin(), { cookie: kiosk.cookie });
  let lost = 0;
  for (const { wish, number, ticketId } of acknowledged) {
    const found = await client.tickets.issue(wish);
    if (found.number !== number || found.ticketId !== ticketId) lost++;
  }
  const late = await Promise.all(unanswered.map((wish) => client.tickets.issue(wish)));
  const numbers = [...acknowledged, ...late].map((ticket) => ticket.number);
  const doubled = numbers.length - new Set(numbers).size + calledTwice;
  const { lostCalls, wrong } = await lookInside(hall, calls, numbers.length);
  const counts = { acknowledged: acknowledged.length, unanswered: unanswered.length, called: calls.size };
  return { ...counts, lost: lost + lostCalls, doubled, wrong };
}

/** The file as an operator opens it afterwards. */
async function lookInside(hall: ChildHall, calls: Map<string, string>, expected: number) {
  const store = await hall.open();
  const { db, ledger } = store;
  const wrong: string[] = [];
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get()!;
  const issued = count("SELECT count(*) FROM ledger WHERE type = 'ticket-issued'");
  if (issued !== expected) wrong.push(`${issued} tickets in the ledger, ${expected} were asked for`);
  const twice = "SELECT 1 FROM ledger WHERE type = 'ticket-called' GROUP BY stream HAVING count(*) > 1";
  if (count(`SELECT count(*) FROM (${twice})`) > 0) wrong.push('a ticket was called twice');
  const integrity = db.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') wrong.push(`integrity_check: ${integrity}`);
  const broken = ledger.firstBreak();
  if (broken) wrong.push(`the ledger is broken at seq ${broken.seq}: ${broken.why}`);
  wrong.push(...(await rebuildDifferences(store, STREAMS)));
  const lostCalls = [...calls].filter(
    ([id, number]) => store.read(tickets).byId(id as TicketId)?.number !== number,
  ).length;
  return { lostCalls, wrong };
}
