/** Somebody saw to what the supervisor was told. */
import { ANSWERED_NOTES } from '../../../schema/messages/note.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import { noteStream } from '../stream.ts';
import { notes } from '../tables/notes.ts';

export function tickNote(tx: Tx, { noteId }: { noteId: string }): { seq: number } | Refusal {
  const { actor } = tx;
  if (actor.kind !== 'clerk') return refuse('not-signed-in');
  const note = tx.read(notes).bySeq(Number(noteId));
  if (!note) return refuse('note-unknown');
  if (ANSWERED_NOTES.includes(note.kind)) return refuse('note-waits');
  const ticked = tx.run(noteStream, noteId, (before) =>
    before ? refuse('note-ticked') : [{ type: 'note-ticked' as const, by: actor.id }],
  );
  return isRefusal(ticked) ? ticked : { seq: tx.head() };
}
