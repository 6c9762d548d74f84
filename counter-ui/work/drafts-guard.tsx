import { useEffect, useMemo } from 'react';
import { useApp } from '../app-context.ts';
import { settledForm, unsavedForms, useUnsavedForms } from '../hooks/forms/kept-forms.ts';
import { useKeeping } from '../hooks/forms/use-keeping.ts';
import { seatOf } from './seat.ts';
import { settled, takeUp, unsavedOf, useUnsaved } from './sitting/drafts.ts';

/** What is ticked and typed for a case is with the hall a moment later, whatever section is shown (C16). */
export function DraftsGuard() {
  const { board, me, client, catalogue } = useApp();
  const { ticket } = seatOf(board.rows, me.clerkId, catalogue.matters);
  const ticketId = ticket?.phase === 'serving' ? ticket.id : null;
  const mine = board.rows.served.filter((row) => row.phase === 'open' && row.ticketId === ticketId);
  const ids = mine.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are new with each push, the cases are not
  const open = useMemo(() => mine.map(({ id }) => id), [ids]);
  useKeeping(useUnsaved(me.clerkId, open), {
    now: () => unsavedOf(me.clerkId, open),
    send: (draft) => client.tickets.keepDraft(draft),
    settled: (draft) => settled(me.clerkId, draft),
  });
  useKeeping(useUnsavedForms(me.clerkId), {
    now: () => unsavedForms(me.clerkId),
    send: ({ by: _, ...form }) => client.tickets.keepForm(form),
    settled: settledForm,
  });

  useEffect(() => {
    if (!ticketId) return;
    let isOver = false;
    const ask = async () => {
      const found = await client.tickets.drafts({ ticketId });
      if (!isOver) takeUp(me.clerkId, open, found);
    };
    // What the hall has is not to be had now; what is typed from here on is kept all the same.
    void ask().catch(() => {});
    return () => {
      isOver = true;
    };
  }, [client, ticketId, me.clerkId, open]);
  return null;
}
