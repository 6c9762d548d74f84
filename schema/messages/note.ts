/** A tick on what the supervisor is told: somebody saw to it. What changes afterwards is told anew, without a tick. */
import { z } from 'zod';
import { event } from '../event.ts';
import { ClerkId } from '../ids.ts';
import { command, done, route } from '../route.ts';

export const NoteEvent = z.discriminatedUnion('type', [event('note-ticked', { by: ClerkId })]);
export type NoteEvent = z.infer<typeof NoteEvent>;

/** What waits for an answer is over with that answer alone. */
export const ANSWERED_NOTES: readonly string[] = [
  'refusal-proposed',
  'correction-proposed',
  'case-escalated',
  'late-papers-received',
];

export const noteContract = {
  notes: {
    /** `noteId`: the seq of the event that told it. */
    tick: route('POST', '/notes/{noteId}/tick', ['supervisor'])
      .input(command({ noteId: z.string().regex(/^\d{1,15}$/) }))
      .output(done),
  },
};
