/** Why a ticket was called, with the words of whoever called it out of order (Q3, Q4, P1). */
import type { CallReason } from '../../../schema/line/ticket.ts';
import type { Tables } from '../../ledger/table.ts';
import { said } from '../../people/views/said.ts';

/** Few calls have a reason: the others are as they are. */
export function saidWhy(from: Tables, why: CallReason | undefined): CallReason | null {
  return why?.reason ? { ...why, reason: said(from, why.reason) } : (why ?? null);
}
