/** What becomes of a message: its row's phase, and the event of one that will never arrive (H8, H9). */
import type { AppointmentId, CaseId } from '../../../schema/ids.ts';
import type { MessageFailure } from '../../../schema/message.ts';
import { CLOCK } from '../../../schema/who.ts';
import { cases } from '../../cases/tables/cases.ts';
import { appointments } from '../../hours/tables/appointments.ts';
import type { Hall } from '../../ledger/hall.ts';
import type { Reader } from '../../ledger/table.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { people } from '../../people/tables/people.ts';
import { messageStream } from '../../streams.ts';

export async function markMessage(hall: Hall, id: string, phase: 'sending' | 'sent'): Promise<void> {
  await hall.commit({ command: 'mark-message', requestId: null, actor: CLOCK }, (tx) => {
    tx.write(people).markMessage(id, phase, phase === 'sent' ? tx.now : null);
    return {};
  });
}

/** Never `sent`, never tried again; the supervisor is told what it was about. Once, however often it is asked. */
export async function failMessage(hall: Hall, id: string, why: MessageFailure): Promise<'failed'> {
  await hall.commit({ command: 'fail-message', requestId: null, actor: CLOCK }, (tx) => {
    const message = tx.read(people).message(id);
    if (!message || message.phase === 'failed') return {};
    tx.write(people).markMessage(id, 'failed', null);
    const about = aboutOf(tx, message.refs);
    const { kind } = message;
    tx.run(messageStream, id, (failed) =>
      failed ? [] : [{ type: 'message-failed' as const, kind, why, about, day: tx.day }],
    );
    return {};
  });
  return 'failed';
}

/** By what the supervisor finds it: the appointment's code, the case's receipt or ticket. */
function aboutOf(from: Reader, refs: Record<string, string>): string | null {
  const { appointmentId, caseId } = refs;
  if (appointmentId) return from.read(appointments).byId(appointmentId as AppointmentId)?.code ?? null;
  const found = caseId ? from.read(cases).byId(caseId as CaseId) : null;
  return found && (found.receiptNo ?? found.noticeNo ?? from.read(tickets).byId(found.ticketId)?.number ?? null);
}
