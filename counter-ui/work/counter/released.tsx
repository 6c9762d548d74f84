/** T12: whoever was taken off a counter is told by whom and why, until it is read. */
import { Button } from 'antd';
import { useState } from 'react';
import { useApp } from '../../app-context.ts';
import { clockTime } from '../../words/hall-time.ts';

const READ = 'shouwen-released-read';

export function Released() {
  const { say, board, me } = useApp();
  const [read, setRead] = useState(() => Number(localStorage.getItem(READ) ?? 0));
  const note = board.rows.notes.findLast((one) => one.kind === 'counter-released' && one.clerkId === me.clerkId);
  if (!note || Number(note.id) <= read) return null;
  const facts = { by: note.byName ?? '', label: note.counterLabel ?? '', number: note.number ?? '' };
  return (
    <div className="trouble" role="alert" data-testid="released">
      <span>{say('releasedMe', { ...facts, time: clockTime(note.at), reason: note.detail ?? '' })}</span>
      <Button
        size="small"
        onClick={() => {
          localStorage.setItem(READ, note.id);
          setRead(Number(note.id));
        }}
      >
        {say('understood')}
      </Button>
    </div>
  );
}
