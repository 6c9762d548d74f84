/** C18: what was just done, and for how long it can be taken back. */
import { useState } from 'react';
import type { TicketId } from '../../schema/ids.ts';
import type { UndoableStep } from '../../schema/line/ticket.ts';
import { useApp } from '../app-context.ts';
import { useNow } from '../hooks/use-now.ts';
import type { Send } from '../hooks/use-one-at-a-time.ts';
import { KeyButton } from '../parts/key-button.tsx';
import { bringBack } from './sitting/drafts.ts';

/** `untilMs`: on the hall's clock. */
export type Undoable = { ticketId: TicketId; what: What; sentence: string; untilMs: number; seconds: number };
type Done = { id: TicketId; number: string };
/** By the word of what was done. */
const STEPS = {
  undoConcluded: 'matter-concluded',
  undoFinished: 'ticket-finished',
  undoMissed: 'ticket-missed',
  undoWithdrawn: 'ticket-withdrawn',
} as const satisfies Record<string, UndoableStep>;
type What = keyof typeof STEPS;

/** The last step that may be undone; whatever follows it makes it stand. */
export function useUndo(send: Send, undoMs: number) {
  const { client, say, tell, hallNow } = useApp();
  const [last, setLast] = useState<Undoable | null>(null);
  const did = (what: What, { id, number }: Done) =>
    setLast({
      ticketId: id,
      what,
      sentence: say(what, { number }),
      untilMs: hallNow() + undoMs,
      seconds: undoMs / 1000,
    });
  const undo = async () => {
    if (!last || hallNow() >= last.untilMs) return;
    const back = await send((requestId) =>
      client.tickets.undo({ requestId, ticketId: last.ticketId, step: STEPS[last.what] }),
    );
    setLast(null);
    if (back && last.what === 'undoConcluded') bringBack();
    if (back) tell(say('undone', { number: back.number }));
  };
  return { last, did, undo, stands: () => setLast(null) };
}

/** Of what may be undone until an instant of the hall's clock. */
export function useSecondsLeft(untilMs: number | null): number {
  const now = useNow(250);
  return untilMs === null ? 0 : Math.max(0, Math.ceil((untilMs - now) / 1000));
}

type ButtonProps = { seconds: number; testId: string; disabled?: boolean; undo: () => void };

export function UndoButton({ seconds, testId, disabled = false, undo }: ButtonProps) {
  const { say } = useApp();
  return (
    <KeyButton keyName="U" testId={testId} disabled={disabled} onPress={undo} hint={say('undoHint')}>
      {say('undo', { seconds })}
    </KeyButton>
  );
}

export function UndoBar({ last, undo, busy }: { last: Undoable | null; undo: () => void; busy: boolean }) {
  const left = useSecondsLeft(last?.untilMs ?? null);
  if (!last || left === 0) return null;
  return (
    <div className="undo-bar" role="status" data-testid="undo-bar">
      <span>{last.sentence}</span>
      <UndoButton seconds={Math.min(last.seconds, left)} testId="undo" disabled={busy} undo={undo} />
    </div>
  );
}
