/** A message to a resident or to one of the staff: a row, a job, and what became of it (H8, H9). */
import type { CaseId, Instant } from '../../../schema/ids.ts';
import type { MessageFailure, MessageKind } from '../../../schema/messages/message.ts';
import type { Refusal } from '../../../schema/refusal.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { messageFailed } from '../hooks.ts';
import { messageStream } from '../stream.ts';
import { messages, type Recipient } from '../tables/messages.ts';

/** `refs`: what it is about; its text is made when it is sent. */
export function send(
  tx: Tx,
  message: { to: Recipient; kind: MessageKind; refs: Record<string, string>; dueAt?: Instant },
): void {
  const { to, kind, refs, dueAt = tx.now } = message;
  const id = tx.newId();
  tx.write(messages).add(id, to, kind, refs, tx.now);
  tx.later({ kind: 'send-message', data: { messageId: id } }, dueAt);
}

/** One that was given up stays so, though its gateway may answer at last: the staff were told to tell it themselves. */
export function markMessage(tx: Tx, id: string, phase: 'sending' | 'sent' | 'over'): Nothing {
  if (tx.read(messages).byId(id)?.phase !== 'failed')
    tx.write(messages).mark(id, phase, phase === 'sent' ? tx.now : null);
  return {};
}

/** Never `sent`, never tried again; the supervisor is told what it was `about`. Once, however often it is asked. */
export function failMessage(tx: Tx, id: string, why: MessageFailure, about: string | null): Nothing | Refusal {
  const message = tx.read(messages).byId(id);
  if (!message || message.phase === 'failed') return {};
  tx.write(messages).mark(id, 'failed', null);
  const { kind, refs } = message;
  const ofCase = refs.caseId === undefined ? {} : { caseId: refs.caseId as CaseId };
  tx.run(messageStream, id, (failed) =>
    failed ? [] : [{ type: 'message-failed' as const, kind, why, about, ...ofCase, day: tx.today }],
  );
  return tx.tell(messageFailed, { kind, refs }) ?? {};
}
