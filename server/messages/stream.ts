/** A message's stream begins and ends with its failure, a note's with its tick. */
import type { MessageEvent } from '../../schema/messages/message.ts';
import type { NoteEvent } from '../../schema/messages/note.ts';
import { idOf, type Stream } from '../ledger/subject/stream.ts';
import { notes } from './tables/notes.ts';

export const messageStream: Stream<MessageEvent, MessageEvent> = {
  kind: 'message',
  v: 1,
  grows: 'life',
  evolve: (_, event) => event,
  tables: [notes],
  project(to, { kind, why, about, caseId = null, day }, { seq, at }) {
    const nobody = { number: null, clerkId: null };
    to.write(notes).add({ seq, at, day, kind: 'message-failed', caseId, ...nobody, about, detail: `${kind} ${why}` });
  },
  touches: { 'message-failed': (_, __, ___, seq) => ({ notes: [String(seq)], asks: ['cases'] }) },
};

/** Its id is the seq of the event that told the note. */
export const noteStream: Stream<NoteEvent, NoteEvent> = {
  kind: 'note',
  v: 1,
  grows: 'life',
  evolve: (_, event) => event,
  tables: [notes],
  project: (to, { by }, { stream }) => to.write(notes).tick(Number(idOf(stream)), by),
  touches: { 'note-ticked': (_, id) => ({ notes: [id], asks: ['cases'] }) },
};
