import { useApp } from '../app-context.ts';
import { useDraftGuard } from '../hooks/use-draft-guard.ts';
import { useIsKept } from './sitting/drafts.ts';

/** What was ticked and typed for a case without a conclusion is not lost by a reload, whatever section is shown (C16). */
export function DraftsGuard() {
  const { board, me } = useApp();
  const open = board.rows.served.flatMap(({ id, phase }) => (phase === 'open' ? id : []));
  useDraftGuard(useIsKept(me.clerkId, open));
  return null;
}
