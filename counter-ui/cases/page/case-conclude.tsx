/** C5: the conclusion of what came without a ticket, on its page as at a counter; C18: what was just concluded is undone. */
import { useState } from 'react';
import type { ConclusionKind } from '../../../schema/cases/conclusion.ts';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { type Paper, useApp } from '../../app-context.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { useOneAtATime } from '../../hooks/use-one-at-a-time.ts';
import { Checklist } from '../../work/sitting/checklist.tsx';
import { Choices } from '../../work/sitting/conclude/choices.tsx';
import { ConcludeForm } from '../../work/sitting/conclude/conclude-form.tsx';
import { CONCLUSIONS } from '../../work/sitting/conclude/conclusion.ts';
import { bringBack } from '../../work/sitting/drafts.ts';
import { UndoButton, useSecondsLeft } from '../../work/undo-bar.tsx';
import { toldDate } from '../due-date.tsx';

type Props = { one: ListedCase; live: boolean; changed: () => void };

/** C5: what was entered by mistake, of somebody of whom nothing is known, a supervisor puts right as well. */
export function isToConclude({ concludeBy, offer, endWays }: ListedCase): boolean {
  return concludeBy !== null && offer === null && endWays.length > 0;
}

export function CaseConclude({ one, live, done }: { one: ListedCase; live: boolean; done: (paper: Paper) => void }) {
  const { say, language } = useApp();
  const { send } = useOneAtATime();
  const [kind, setKind] = useState<ConclusionKind | null>(null);
  const kinds: ConclusionKind[] = one.asHandler ? CONCLUSIONS : ['not-needed'];
  const byDigit = kinds.map((wanted, at) => [`Digit${at + 1}`, () => setKind(wanted)]);
  useKeys(live && kind === null ? Object.fromEntries(byDigit) : {});
  return (
    <section data-testid="case-conclude">
      <h2>{say('concludeTaken')}</h2>
      <p className="offer">{say('concludeBy', { by: toldDate(say, language, one, one.concludeBy!) })}</p>
      {kind === null && one.asHandler && <Checklist caseId={one.caseId} matterId={one.matterId} conclude={setKind} />}
      <Choices kinds={kinds} kind={kind} setKind={setKind} />
      {kind !== null && (
        <ConcludeForm
          key={kind}
          caseId={one.caseId}
          matterId={one.matterId}
          kind={kind}
          send={send}
          leave={() => setKind(null)}
          done={(_, paper) => done(paper)}
        />
      )}
    </section>
  );
}

/** Its paper, and for how long it can be taken back. `untilMs`: on the hall's clock. */
export type Concluded = { paper: Paper; untilMs: number };

export function JustConcluded({ one, concluded, live, changed }: Props & { concluded: Concluded }) {
  const { say, client, act, tell } = useApp();
  const { caseId } = one;
  const [printed, setPrinted] = useState(false);
  const left = useSecondsLeft(concluded.untilMs);
  const { paper, paperNo } = concluded.paper;
  const mayUndo = left > 0 && !printed;
  async function undo() {
    if (!(await act((requestId) => client.cases.undoTaken({ requestId, caseId })))) return;
    bringBack();
    tell(say('takenUndone'));
    changed();
  }
  useKeys(Object.fromEntries(live && mayUndo ? [['KeyU', () => void undo()]] : []));
  return (
    <section className="concluded-line" role="status" data-testid="just-concluded">
      <b>✓ {say('takenConcluded')}</b> {paperNo && <b data-testid="concluded-no">{paperNo}</b>}
      {paper && !printed && (
        <a
          href={paper}
          target="_blank"
          rel="noreferrer"
          data-testid="print-paper"
          // The browser follows the link first.
          onClick={() => setTimeout(() => setPrinted(true))}
        >
          {say('printPaper')}
        </a>
      )}
      {mayUndo && <UndoButton seconds={left} testId="undo-taken" undo={() => void undo()} />}
    </section>
  );
}
