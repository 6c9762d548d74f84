/** L2: by which approval and which entrustment a matter is offered. */
import { ENTRUSTMENT_WARNED_DAYS, type Standing, whyNotOffered } from '../../../schema/catalogue/standing.ts';
import type { Day, MatterId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays, instantOf } from '../../../schema/time.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { send } from '../../messages/acts/send-message.ts';
import { messages } from '../../messages/tables/messages.ts';
import { administrators, wishes } from '../../people/views/contacts.ts';
import { matters } from '../tables/matters.ts';
import { changeFacts } from './change-facts.ts';
import { strands } from './strands.ts';

/** On the hall's clock: nobody is woken by a warning. */
const WARNED_FROM = '09:00';

/** What may not be offered by it leaves kiosk and booking at once; cases that are open stay. */
export function setStanding(
  tx: Tx,
  { matterId, standing }: { matterId: MatterId; standing: Standing },
): Nothing | Refusal {
  const known = tx.read(matters).all().get(matterId);
  if (!known) return refuse('matter-unknown');
  // Of an older ledger one that is not offered comes back with its standing, unless that is over or has not begun.
  const leaves = whyNotOffered({ ...known, standing }, tx.today) !== null;
  const changed = { standing, ...(leaves ? { offered: false } : {}) };
  const stands = strands(tx, known, changed);
  if (stands) return stands;
  changeFacts(tx, matterId, changed);
  planEnd(tx, matterId, standing);
  return {};
}

/** A row for the day after its last. */
export function planEnd(tx: Tx, matterId: MatterId, standing: Standing | null | undefined): void {
  const until = standing?.entrustment?.until;
  if (until === undefined || until < tx.today) return;
  const dueAt = new Date(instantOf(addDays(until, 1), '00:00', tx.timeZone)).toISOString();
  tx.later({ kind: 'end-entrustment', data: { matterId, until } }, dueAt);
  for (const days of ENTRUSTMENT_WARNED_DAYS) {
    const warnAt = instantOf(addDays(until, -days), WARNED_FROM, tx.timeZone);
    // Somebody who enters a period that ends sooner has its end before the eyes.
    if (warnAt > tx.nowMs)
      tx.later({ kind: 'warn-of-entrustment', data: { matterId, until, days } }, new Date(warnAt).toISOString());
  }
}

/** To each administrator who wishes it, once. */
export function warnOfEntrustment(
  tx: Tx,
  { matterId, until, days }: { matterId: MatterId; until: Day; days: number },
): string {
  if (tx.read(matters).all().get(matterId)?.standing?.entrustment?.until !== until) return 'passed';
  const refs = { matterId, until, days: String(days) };
  const kind = 'staff-entrustment-ends';
  for (const id of administrators(tx)) {
    const to = { kind: 'clerk', id } as const;
    if (wishes(tx, id, 'catalogue') && !tx.read(messages).isKnown(to, kind, refs)) send(tx, { to, kind, refs });
  }
  return 'done';
}

/** Its period is over. A later one that was entered meanwhile has a row of its own. */
export function endEntrustment(tx: Tx, { matterId, until }: { matterId: MatterId; until: Day }): string {
  const known = tx.read(matters).all().get(matterId);
  if (!known?.offered || known.standing?.entrustment?.until !== until) return 'passed';
  changeFacts(tx, matterId, { offered: false });
  return 'done';
}
