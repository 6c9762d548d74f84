/** A negative decision is two persons' work (C6): the handler proposes, another supervisor confirms or sends back. */

import type { Actor } from '../../../schema/who.ts';
import type { Hall } from '../../ledger/hall.ts';
import { type OnCase, onCase } from './handovers.ts';

export function proposeRefusal(hall: Hall, actor: Actor, input: OnCase & { reason: string }) {
  const { reason } = input;
  return onCase(hall, actor, 'propose-refusal', input, (by) => ({
    type: 'propose-refusal',
    by,
    reason,
    today: hall.day(),
  }));
}

export function confirmRefusal(hall: Hall, actor: Actor, input: OnCase) {
  return onCase(hall, actor, 'confirm-refusal', input, (by) => ({ type: 'confirm-refusal', by }));
}

export function sendBackRefusal(hall: Hall, actor: Actor, input: OnCase & { remark: string }) {
  const { remark } = input;
  return onCase(hall, actor, 'send-back-refusal', input, (by) => ({ type: 'send-back-refusal', by, remark }));
}

export function takeBackRefusal(hall: Hall, actor: Actor, input: OnCase) {
  return onCase(hall, actor, 'take-back-refusal', input, (by) => ({ type: 'take-back-refusal', by }));
}
