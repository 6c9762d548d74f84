import { useEffect, useMemo, useRef, useState } from 'react';
import { isLost, isShutOut } from '../../web/client.ts';
import { useApp } from '../app-context.ts';
import { useDraftGuard } from '../hooks/use-draft-guard.ts';
import { seatOf } from './seat.ts';
import { settled, takeUp, unsavedOf, useUnsaved } from './sitting/drafts.ts';

/** The rest of the hands before a draft is sent. */
const REST_MS = 300;
/** The hall did not take it: the line is lost, or the screen is locked. */
const AGAIN_MS = 2_000;

/** What is ticked and typed for a case without a conclusion is with the hall a moment later, whatever section is shown (C16). */
export function DraftsGuard() {
  const { board, me, client, catalogue } = useApp();
  const [failures, setFailures] = useState(0);
  const { ticket } = seatOf(board.rows, me.clerkId, catalogue.matters);
  const ticketId = ticket?.phase === 'serving' ? ticket.id : null;
  const mine = board.rows.served.filter((row) => row.phase === 'open' && row.ticketId === ticketId);
  const ids = mine.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are new with each push, the cases are not
  const open = useMemo(() => mine.map(({ id }) => id), [ids]);
  const line = useRef(Promise.resolve());
  const unsaved = useUnsaved(me.clerkId, open);
  useDraftGuard(unsaved.length > 0);

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

  useEffect(() => {
    if (unsaved.length === 0) return;
    const save = async () => {
      for (const draft of unsavedOf(me.clerkId, open)) {
        try {
          await client.tickets.keepDraft(draft);
          settled(me.clerkId, draft);
          setFailures(0);
        } catch (error) {
          if (isLost(error) || isShutOut(error)) setFailures((before) => before + 1);
          else settled(me.clerkId, draft);
        }
      }
    };
    // One after the other: the last one sent is the last one kept.
    const next = () => {
      line.current = line.current.then(save);
    };
    const timer = setTimeout(next, failures > 0 ? AGAIN_MS : REST_MS);
    return () => clearTimeout(timer);
  }, [client, me.clerkId, open, unsaved, failures]);
  return null;
}
