/** The staff board and the hall's clock, for as long as somebody is signed in. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Snapshot } from '../../schema/board.ts';
import { followBoard } from '../../web/follow-board.ts';
import { closerOffset } from '../words/hall-time.ts';

export function useBoard(onRevoked: () => void) {
  const [seen, setSeen] = useState<{ board: Snapshot<'staff'>; stale: boolean } | null>(null);
  const [outdated, setOutdated] = useState(false);
  const offset = useRef<number | null>(null);
  const revoked = useRef(onRevoked);
  useEffect(() => {
    revoked.current = onRevoked;
  });
  useEffect(
    () =>
      followBoard('staff', {
        onBoard: (snapshot, stale) => {
          offset.current = closerOffset(offset.current, snapshot.at, Date.now());
          setSeen({ board: snapshot as Snapshot<'staff'>, stale });
        },
        onRevoked: () => revoked.current(),
        onOutdated: () => setOutdated(true),
      }),
    [],
  );
  const hallNow = useCallback(() => Date.now() + (offset.current ?? 0), []);
  return { seen, outdated, hallNow };
}
