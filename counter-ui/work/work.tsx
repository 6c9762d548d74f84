/** The clerk's work: one next action by one key, and around it what it is about. */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ConclusionKind } from '../../schema/cases/conclusion.ts';
import type { CounterId } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { type KeyMap, useKeys } from '../hooks/use-keys.ts';
import { useNow } from '../hooks/use-now.ts';
import { useOneAtATime } from '../hooks/use-one-at-a-time.ts';
import { ActionBar } from './action-bar.tsx';
import { ChooseCounter } from './counter/choose-counter.tsx';
import { LeaveDialog } from './counter/leave-dialog.tsx';
import { leavingOf } from './counter/leaving.ts';
import { Released } from './counter/released.tsx';
import { liveKeys, nextAction, seatOf } from './seat.ts';
import { SittingMatters } from './sitting/sitting-matters.tsx';
import { Visit } from './sitting/visit.tsx';
import { VisitPerson } from './sitting/visit-person.tsx';
import { UndoBar, useUndo } from './undo-bar.tsx';
import { WaitingList } from './waiting-list.tsx';
import { type Dialog, Dialogs } from './work-dialogs.tsx';
import { type Commands, workKeys } from './work-keys.ts';

/** A key that has just changed its meaning is dead so long: a second press was meant for the first meaning. */
const SETTLE_MS = 400;

export function Work() {
  const { board, me, client, catalogue, language, tell, say } = useApp();
  const { send, busy } = useOneAtATime();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [kind, setKind] = useState<ConclusionKind | null>(null);
  const seat = useMemo(
    () => seatOf(board.rows, me.clerkId, catalogue.matters),
    [board.rows, me.clerkId, catalogue.matters],
  );
  const keys = liveKeys(seat, useNow());
  const action = nextAction(seat);
  const { counter, ticket } = seat;
  const { last, did, undo, stands } = useUndo(send, seat.limits.undoMs);

  const meaning = `${counter?.id} ${action.kind} ${ticket?.id}`;
  const settledAt = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the meaning of the key is what settles
  useLayoutEffect(() => {
    settledAt.current = performance.now() + SETTLE_MS;
    setKind(null);
  }, [meaning]);

  const openCounter = useCallback(
    async (counterId: CounterId) => {
      if (await send((requestId) => client.counters.open({ requestId, counterId }))) setChoosing(false);
    },
    [client, send],
  );

  const settled = (command: () => void) => () => performance.now() > settledAt.current && command();
  const undoBar = <UndoBar last={last} undo={() => void undo()} busy={busy} />;

  if (!counter || choosing) {
    const back = counter ? () => setChoosing(false) : undefined;
    return (
      <ChooseCounter open={openCounter} busy={busy} back={back}>
        {/* T12: a counter may have closed as its last ticket left. */}
        <Keys keys={{ KeyU: settled(() => void undo()) }} />
        {undoBar}
      </ChooseCounter>
    );
  }

  const onTicket = async (name: 'start' | 'recall' | 'miss' | 'handBack' | 'finish' | 'hold') => {
    const done = ticket && (await send((requestId) => client.tickets[name]({ requestId, ticketId: ticket.id })));
    if (!done) return;
    if (name === 'finish' || name === 'miss') did(name === 'finish' ? 'undoFinished' : 'undoMissed', ticket);
    else stands();
  };
  const next = () => {
    switch (action.kind) {
      case 'open-counter':
        return void openCounter(counter.id);
      case 'call-next':
        return void (
          action.live && send((requestId) => client.tickets.callNext({ requestId, counterId: counter.id, language }))
        );
      case 'start':
        return void onTicket('start');
      case 'conclude':
        return document.querySelector<HTMLElement>('[data-checklist-next]')?.click();
      case 'hand-back':
        return void onTicket('handBack');
      case 'finish':
        return void onTicket('finish');
      default:
        return action satisfies never;
    }
  };
  const concluded = () => ticket && did('undoConcluded', ticket);
  const closeCounter = () => send((requestId) => client.counters.close({ requestId, counterId: counter.id }));
  const standing = leavingOf(board.rows, me.clerkId, catalogue.matters);
  const commands: Commands = {
    next,
    recall: () => void (keys.recall.live && onTicket('recall')),
    miss: () => void (keys.miss && onTicket('miss')),
    putBack: () => keys.putBack && setDialog({ kind: 'put-back' }),
    handBack: () => void (keys.handBack && onTicket('handBack')),
    finish: () => void (keys.finish && onTicket('finish')),
    hold: () => void (ticket && onTicket('hold')),
    pass: () => ticket && setDialog({ kind: 'pass', ticket }),
    addMatter: () => ticket && setDialog({ kind: 'add-matter', ticket }),
    pause: () => keys.pause && setDialog({ kind: 'pause' }),
    close: () => {
      if (!keys.close) return;
      if (standing && standing.waiting > 0) setLeaving(true);
      else void closeCounter();
    },
    choose: () => setChoosing(true),
    undo: () => void undo(),
    dialog: setDialog,
  };

  return (
    <main className="work">
      <Keys keys={workKeys(commands, keys, settled, kind ? null : setKind)} />
      <div className="work-main">
        <Released />
        <Visit seat={seat} keys={keys} commands={commands} />
        {ticket ? (
          <div className="sitting">
            <VisitPerson key={ticket.id} ticket={ticket} matters={seat.matters} send={send} />
            <SittingMatters
              seat={seat}
              kind={kind}
              setKind={setKind}
              send={send}
              concluded={concluded}
              printed={stands}
            />
          </div>
        ) : (
          <SittingMatters
            seat={seat}
            kind={kind}
            setKind={setKind}
            send={send}
            concluded={concluded}
            printed={stands}
          />
        )}
        {undoBar}
        <ActionBar kind={kind} action={action} seat={seat} keys={keys} busy={busy} commands={commands} />
      </div>
      <WaitingList seat={seat} send={send} busy={busy} dialog={setDialog} />
      {leaving && standing && (
        <LeaveDialog
          standing={standing}
          stay={() => setLeaving(false)}
          close={() => {
            setLeaving(false);
            void closeCounter();
          }}
          signOut={null}
        />
      )}
      <Dialogs
        dialog={dialog}
        leave={() => setDialog(null)}
        seat={seat}
        pause={(reason) => send((requestId) => client.counters.pause({ requestId, counterId: counter.id, reason }))}
        putBack={(reason) =>
          ticket && send((requestId) => client.tickets.putBack({ requestId, ticketId: ticket.id, reason }))
        }
        withdraw={async (chosen, reason) => {
          const gone = await send((requestId) => client.tickets.withdraw({ requestId, ticketId: chosen.id, reason }));
          if (gone) did('undoWithdrawn', chosen);
        }}
        callThis={async (chosen, reason) => {
          const called = await send((requestId) =>
            client.tickets.callThis({ requestId, counterId: counter.id, ticketId: chosen.id, reason, language }),
          );
          if (called) tell(say('calledOutOfOrder', { number: called.number }));
        }}
      />
    </main>
  );
}

/** Listens only while the work is shown. */
function Keys({ keys }: { keys: KeyMap }) {
  useKeys(keys);
  return null;
}
