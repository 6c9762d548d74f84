import { Button } from 'antd';
import type { ConclusionKind } from '../../schema/cases/conclusion.ts';
import { inUnit } from '../../schema/hall/setting.ts';
import { matterName, useApp } from '../app-context.ts';
import { KeyButton } from '../parts/key-button.tsx';
import { KeyCap } from '../parts/key-cap.tsx';
import type { Say } from '../words/speak.ts';
import type { LiveKeys, NextAction, Seat } from './seat.ts';
import { meaningOf, missingOf } from './sitting/conclude/meaning.ts';
import { useKept } from './sitting/drafts.ts';
import type { Commands } from './work-keys.ts';

/** `kind`: the conclusion whose form is open. */
type Props = {
  kind: ConclusionKind | null;
  action: NextAction;
  seat: Seat;
  keys: LiveKeys;
  busy: boolean;
  commands: Commands;
};

/** The next action always stands at the same place, whatever it is. */
export function ActionBar({ kind, action, seat, keys, busy, commands }: Props) {
  const { say } = useApp();
  const called = seat.ticket?.phase === 'called';
  const serving = seat.ticket?.phase === 'serving';
  const { recall } = keys;
  const missHint = say('missHint', { minutes: inUnit(seat.limits.rejoinWithinMs, 'minutes') });
  return (
    <footer className="action-bar">
      <div className="action-side">
        {seat.ticket && <VisitKeys busy={busy} commands={commands} />}
        {called && (
          <>
            <KeyButton
              keyName="R"
              testId="recall"
              disabled={!recall.live || busy}
              onPress={commands.recall}
              hint={recall.left === 0 ? say('recallNoneLeft') : say('recallLeft', { count: recall.left })}
            >
              {recall.left > 0 && recall.waitS > 0 ? say('recallIn', { seconds: recall.waitS }) : say('recall')}
            </KeyButton>
            <KeyButton keyName="N" testId="miss" disabled={busy} onPress={commands.miss} hint={missHint}>
              {say('miss')}
            </KeyButton>
            <KeyButton
              keyName="B"
              testId="put-back"
              disabled={busy}
              onPress={commands.putBack}
              hint={say('putBackHint')}
            >
              {say('putBack')}
            </KeyButton>
          </>
        )}
        {serving && (
          <>
            <KeyButton
              keyName="H"
              testId="hand-back-side"
              disabled={!keys.handBack || busy}
              onPress={commands.handBack}
              hint={say('handBackHint')}
            >
              {say('handBack')}
            </KeyButton>
            <KeyButton
              keyName="F"
              testId="finish-side"
              disabled={!keys.finish || busy}
              onPress={commands.finish}
              hint={keys.unconcluded > 0 ? say('finishWhyNot', { count: keys.unconcluded }) : undefined}
            >
              {say('finish')}
            </KeyButton>
            {keys.unconcluded > 0 && <span className="soft">{say('finishWhyNot', { count: keys.unconcluded })}</span>}
          </>
        )}
      </div>
      <div data-testid="next-action" data-kind={action.kind} aria-busy={busy}>
        <Button
          block
          type="primary"
          className="next-action"
          data-testid={action.kind}
          disabled={(action.kind === 'call-next' && !action.live) || (action.kind === 'conclude' && kind !== null)}
          loading={busy}
          onClick={(event) => {
            if (event.detail > 1) return;
            if (event.detail === 1) event.currentTarget.blur();
            commands.next();
          }}
        >
          {action.kind === 'conclude' && kind ? (
            <span>{say('concludeFilling', { kind: say(`conclude.${kind}`) })}</span>
          ) : (
            <NextWords action={action} seat={seat} />
          )}
          {!(action.kind === 'conclude' && kind) && <KeyCap>{say('keySpace')}</KeyCap>}
        </Button>
      </div>
    </footer>
  );
}

/** T7, T8: what may become of a visit at any time. */
function VisitKeys({ busy, commands }: Pick<Props, 'busy' | 'commands'>) {
  const { say } = useApp();
  return (
    <>
      <KeyButton
        keyName="M"
        testId="add-matter"
        disabled={busy}
        onPress={commands.addMatter}
        hint={say('addMatterLead')}
      >
        {say('addMatter')}
      </KeyButton>
      <KeyButton keyName="D" testId="hold" disabled={busy} onPress={commands.hold} hint={say('holdHint')}>
        {say('hold')}
      </KeyButton>
      <KeyButton keyName="G" testId="pass" disabled={busy} onPress={commands.pass} hint={say('passLead')}>
        {say('passOn')}
      </KeyButton>
    </>
  );
}

function NextWords({ action, seat }: { action: NextAction; seat: Seat }) {
  const app = useApp();
  const { say } = app;
  const meaning = useMeaning(seat, action);
  const number = seat.ticket?.number ?? '';
  switch (action.kind) {
    case 'open-counter':
      return <span>{say(seat.counter?.phase === 'paused' ? 'resume' : 'openThisCounter')}</span>;
    case 'call-next':
      return <span>{say(action.live ? 'callNext' : 'nobodyWaits')}</span>;
    case 'start':
      return <span>{say('start', { number })}</span>;
    case 'conclude': {
      if (action.of === 1 && meaning) return <span>{meaningWords(say, meaning)}</span>;
      const nth = action.of > 1 ? ` ${action.nth}/${action.of}` : '';
      return <span>{say('concludeNext', { matter: matterName(app, action.matterId) }) + nth}</span>;
    }
    case 'hand-back':
      return <span>{say('handBackNext', { count: action.remaining.length })}</span>;
    case 'finish':
      return <span>{say('finishNext', { number })}</span>;
    default:
      return action satisfies never;
  }
}

/** What the ticks of the only matter mean (C16); null where there are more, or nothing was ticked. */
function useMeaning(seat: Seat, action: NextAction) {
  const { matters, me } = useApp();
  const matterId = action.kind === 'conclude' ? action.matterId : undefined;
  const caseId = seat.matters.find((one) => one.matterId === matterId)?.caseRow?.id;
  const { ticked } = useKept(me.clerkId, caseId ?? null);
  const matter = matterId && matters.get(matterId);
  const kind = matter && meaningOf(matter, ticked);
  return kind ? { kind, missing: missingOf(matter, ticked).length } : null;
}

function meaningWords(say: Say, { kind, missing }: { kind: ConclusionKind; missing: number }): string {
  return kind === 'notice' ? say('checklistNotice', { count: missing }) : say(`conclude.${kind}`);
}
