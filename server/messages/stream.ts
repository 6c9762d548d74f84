/** A message's stream begins and ends with its failure. */
import type { MessageEvent } from '../../schema/messages/message.ts';
import type { Stream } from '../ledger/subject/stream.ts';
import { notes } from './tables/notes.ts';

export const messageStream: Stream<MessageEvent, MessageEvent> = {
  kind: 'message',
  v: 1,
  evolve: (_, event) => event,
  tables: [notes],
  project(to, { kind, why, about, day }, { seq, at }) {
    const nobody = { caseId: null, number: null, clerkId: null };
    to.write(notes).add({ seq, at, day, kind: 'message-failed', ...nobody, about, detail: `${kind} ${why}` });
  },
  touches: { 'message-failed': (_, __, ___, seq) => ({ notes: [String(seq)] }) },
};
