/** A case whole on one screen: who, by when, what to do, what was asked, what was given, what happened (C2, C7, C9, C12). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HallCase } from '../../../schema/cases/views.ts';
import { type CaseId, inLanguage } from '../../../schema/ids.ts';
import { type Paper, useApp } from '../../app-context.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { Answer } from '../../parts/answer.tsx';
import { KeyButton } from '../../parts/key-button.tsx';
import { Applicant } from '../../people/applicant.tsx';
import type { Acting } from '../acts/act-buttons.tsx';
import { ActDialog } from '../acts/act-dialog.tsx';
import { CaseHistory } from '../case-history.tsx';
import { CaseDialog, type OpenDialog } from '../dialogs/case-dialog.tsx';
import { CaseClock } from '../list/case-card.tsx';
import { urgencyOf } from '../list/case-order.ts';
import { Origin } from '../origin.tsx';
import { CaseConclude, type Concluded, isToConclude, JustConcluded } from './case-conclude.tsx';
import { CaseCount } from './case-count.tsx';
import { CaseDeclined } from './case-declined.tsx';
import { CaseInquiries } from './case-inquiries.tsx';
import { CaseItems } from './case-items.tsx';
import './case-page.css';
import { CaseLate } from './case-late.tsx';
import { CaseLinks } from './case-links.tsx';
import { CasePapers } from './case-papers.tsx';
import { CaseParties } from './case-parties.tsx';
import { CaseQuestions } from './case-questions.tsx';
import { CaseSentBack } from './case-sent-back.tsx';
import { CaseSteps, type Step } from './case-steps.tsx';

type Props = { caseId: CaseId; leave: () => void };

export function CasePage({ caseId, leave }: Props) {
  const { client } = useApp();
  const asked = useQuery({ queryKey: ['cases', caseId], queryFn: () => client.cases.one({ caseId }) });
  return (
    <Answer asked={asked}>{(one) => <Shown one={one} leave={leave} changed={() => void asked.refetch()} />}</Answer>
  );
}

function Shown({ one, leave, changed }: { one: HallCase; leave: () => void; changed: () => void }) {
  const { say, client, act, tell, language, board, hallNow } = useApp();
  const [acting, setActing] = useState<Acting | null>(null);
  const [open, setOpen] = useState<OpenDialog<HallCase> | null>(null);
  const shut = () => {
    setActing(null);
    setOpen(null);
  };
  const done = () => {
    shut();
    changed();
  };
  const [concluded, setConcluded] = useState<Concluded | null>(null);
  const conclude = (paper: Paper) => {
    setConcluded({ paper, untilMs: hallNow() + board.rows.settings[0]!.undoMs });
    changed();
  };
  const undone = () => {
    setConcluded(null);
    changed();
  };
  const isQuiet = acting === null && open === null;
  useKeys(isQuiet ? { Escape: leave } : {});

  const { caseId, offer } = one;
  const shownNo = one.receiptNo ?? one.notice?.no;
  const handoverId = offer?.id;
  async function run(step: Step) {
    switch (step.kind) {
      case 'act':
        return setActing({ act: step.act, one });
      case 'dialog':
        return setOpen({ kind: step.dialog, one });
      case 'accept':
        if (handoverId && (await act((requestId) => client.cases.accept({ requestId, caseId, handoverId })))) {
          tell(say('offerAccepted'));
          changed();
        }
        return;
      case 'take-back-offer':
        if (handoverId && (await act((requestId) => client.cases.takeBack({ requestId, caseId, handoverId })))) {
          tell(say('offerTakenBack'));
          changed();
        }
        return;
      case 'take-back-refusal':
        if (await act((requestId) => client.cases.takeBackRefusal({ requestId, caseId }))) {
          tell(say('refusalTakenBack'));
          changed();
        }
        return;
      default:
        return step satisfies never;
    }
  }
  /** The reason of a declined offer, or of a refusal that goes back. */
  async function give(_: HallCase, reason: string) {
    const sent = await act<unknown>((requestId) =>
      open?.kind === 'decline' && handoverId
        ? client.cases.decline({ requestId, caseId, handoverId, reason })
        : client.cases.sendBackRefusal({ requestId, caseId, remark: reason }),
    );
    if (sent) done();
  }

  return (
    <section className="page case-page" data-testid="case-page">
      <header className={`case-head case case-${urgencyOf(one)}`}>
        <CaseClock one={one} />
        <div className="case-body">
          <h1>{inLanguage(one.matterNames, language)}</h1>
          <p className="soft">
            <span className={`chip phase-${one.phase}`}>
              {one.phase === 'closed' && one.outcome
                ? say(`outcome.${one.outcome}` as 'outcome.done')
                : say(`phase.${one.phase}` as 'phase.open')}
            </span>
            {shownNo && <b data-testid="case-no">{shownNo}</b>}
            <Origin one={one} />
          </p>
        </div>
        <KeyButton keyName="Esc" onPress={leave} testId="leave-case">
          {say('backToList')}
        </KeyButton>
      </header>
      <div className="case-columns">
        <div>
          <Applicant caseId={one.caseId} matterId={one.matterId} live={isQuiet} />
          <CaseParties one={one} changed={changed} />
          <CaseCount one={one} />
        </div>
        <div>
          <CaseDeclined one={one} />
          <CaseSentBack one={one} />
          {concluded && !isToConclude(one) && (
            <JustConcluded one={one} concluded={concluded} live={isQuiet} changed={undone} />
          )}
          {isToConclude(one) && <CaseConclude one={one} live={isQuiet} done={conclude} />}
          <CaseSteps one={one} run={(step) => void run(step)} live={isQuiet} keyed={!isToConclude(one)} />
          <CaseItems one={one} />
          <CaseLate one={one} />
          <CaseInquiries one={one} />
          <CaseQuestions one={one} />
        </div>
        <div>
          <CaseLinks one={one} />
          <CasePapers one={one} />
          <CaseHistory caseId={caseId} />
        </div>
      </div>
      {acting && <ActDialog {...acting} leave={shut} done={done} />}
      <CaseDialog open={open} leave={shut} done={done} give={(found, reason) => void give(found, reason)} />
    </section>
  );
}
