/** What a replayed day is held against, and the table it ends with. Pure. */
import type { WaitRange } from '../../../schema/line/rows.ts';
import { queuesOf } from './day-plan.ts';
import type { LedgerFindings } from './ledger-check.ts';
import type { Replayed } from './replay-day.ts';

export type Outcome = { replayed: Replayed; ledger: LedgerFindings; heard: readonly number[]; broken: string[] };

/** One called ticket that was told a range: minutes. */
type Told = { queueId: string; waited: number; range: WaitRange; vendor: number | null };

/** Why the replay fails; none: it passes. */
export function reasonsToFail({ replayed, ledger, heard, broken }: Outcome): string[] {
  const reasons = [...broken, ...ledger.faults, ...replayed.refused];
  const answered = new Set<string>(replayed.tickets.map((ticket) => ticket.ticketId));
  for (const id of answered)
    if (!ledger.tickets.has(id)) reasons.push(`ticket ${id} was given out and is not in the ledger`);
  for (const ticket of ledger.tickets.values()) {
    if (!answered.has(ticket.id)) reasons.push(`${ticket.number} is in the ledger and was given to nobody`);
    const over = ['finished', 'withdrawn', 'expired'].includes(ticket.phase) || ticket.carriedOver;
    if (!over) reasons.push(`${ticket.number} was lost: it ended the day ${ticket.phase}`);
  }
  const times = new Map<number, number>();
  for (const seq of heard) times.set(seq, (times.get(seq) ?? 0) + 1);
  for (const seq of ledger.callSeqs) {
    const count = times.get(seq) ?? 0;
    if (count !== 1) reasons.push(`the display took in the call of seq ${seq} ${count} times`);
    times.delete(seq);
  }
  for (const seq of times.keys())
    reasons.push(`the display took in a call of seq ${seq}, which the ledger does not have`);
  return reasons;
}

export function reportTable(title: string, outcome: Outcome): string {
  const { replayed, ledger, heard } = outcome;
  const tickets = [...ledger.tickets.values()];
  const count = (of: (ticket: (typeof tickets)[number]) => boolean) => tickets.filter(of).length;
  const called = tickets.filter((ticket) => ticket.firstCalledAt !== null);
  const waits = called.map((ticket) => (ticket.firstCalledAt! - ticket.issuedAt) / 60_000);
  const recorded = replayed.tickets
    .filter((ticket) => ticket.recorded.calledMin !== null)
    .map((ticket) => ticket.recorded.calledMin! - ticket.recorded.arrivalMin);
  const told = toldOf(outcome);
  const queues = queuesOf(replayed.tickets.map((ticket) => ticket.recorded));
  const unsaid = replayed.tickets.filter((ticket) => ticket.range === null).length;
  return [
    title,
    '',
    line('', ['replayed', 'recorded']),
    line('tickets in', [tickets.length, replayed.tickets.length]),
    line('called', [called.length, recorded.length]),
    line('missed', [count((ticket) => ticket.wasMissed), '']),
    line('carried over', [count((ticket) => ticket.carriedOver), '']),
    line('expired', [count((ticket) => ticket.phase === 'expired'), '']),
    '',
    line('wait, minutes', ['replayed', 'recorded']),
    ...QUANTILES.map(([name, share]) =>
      line(name, [minutes(quantile(waits, share)), minutes(quantile(recorded, share))]),
    ),
    '',
    line('wait told before the number', ['tickets', '≤ half', '≤ most', 'off by', '≤ vendor', 'off by']),
    accuracy('all', told),
    accuracy(
      'told to wait',
      told.filter(({ range }) => range.mostMin > 0),
    ),
    ...(queues.length > 1
      ? queues.map((id) =>
          accuracy(
            `queue ${id}`,
            told.filter((one) => one.queueId === id),
          ),
        )
      : []),
    ...(unsaid > 0 ? [`  ${unsaid} tickets were taken while no wait could be told`] : []),
    '',
    line('calls', ['ledger', 'display']),
    line('', [ledger.callSeqs.length, heard.length]),
  ].join('\n');
}

const QUANTILES: [string, number][] = [
  ['10 % at most', 0.1],
  ['50 %', 0.5],
  ['80 %', 0.8],
  ['90 %', 0.9],
  ['95 %', 0.95],
  ['longest', 1],
];

export function toldOf({ replayed, ledger }: Pick<Outcome, 'replayed' | 'ledger'>): Told[] {
  return replayed.tickets.flatMap(({ ticketId, range, recorded }) => {
    const ticket = ledger.tickets.get(ticketId);
    if (!range || !ticket || ticket.firstCalledAt === null) return [];
    const waited = (ticket.firstCalledAt - ticket.issuedAt) / 60_000;
    return [{ queueId: recorded.queueId, waited, range, vendor: recorded.vendorMinutes }];
  });
}

/** Shares held, and the median distance between what was told and what came; the vendor's where there is one. */
function accuracy(name: string, told: Told[]): string {
  const vendor = told.filter((one) => one.vendor !== null);
  return line(name, [
    told.length,
    share(told, ({ waited, range }) => waited <= range.halfMin),
    share(told, ({ waited, range }) => waited <= range.mostMin),
    minutes(
      quantile(
        told.map(({ waited, range }) => Math.abs(waited - range.halfMin)),
        0.5,
      ),
    ),
    share(vendor, (one) => one.waited <= one.vendor!),
    minutes(
      quantile(
        vendor.map((one) => Math.abs(one.waited - one.vendor!)),
        0.5,
      ),
    ),
  ]);
}

function share<T>(of: readonly T[], holds: (one: T) => boolean): string {
  return of.length === 0 ? '–' : `${Math.round((100 * of.filter(holds).length) / of.length)} %`;
}

export function quantile(values: readonly number[], at: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(at * sorted.length) - 1)] ?? null;
}

function minutes(value: number | null): string {
  return value === null ? '–' : value.toFixed(1);
}

function line(name: string, cells: (string | number)[]): string {
  return `  ${name.padEnd(28)}${cells.map((cell) => String(cell).padStart(10)).join('')}`.trimEnd();
}
