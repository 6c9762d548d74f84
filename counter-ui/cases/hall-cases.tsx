/** The supervisor's cases of the whole hall: refusals to confirm first, then the soonest clock; each can be handed on (C6, C10, C15). */
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { HallCase } from '../../schema/cases/views.ts';
import type { ClerkId } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { HandOverDuties } from '../house/hand-over-duties.tsx';
import { Answer } from '../parts/answer.tsx';
import { Page } from '../parts/page.tsx';
import { ActButtons, type Acting } from './acts/act-buttons.tsx';
import { ActDialog } from './acts/act-dialog.tsx';
import { CaseCard } from './case-card.tsx';
import { CaseList } from './case-list.tsx';
import { toConfirmFirst } from './case-order.ts';
import { CaseDialog, type OpenDialog } from './dialogs/case-dialog.tsx';

export function HallCases() {
  const { say, client, act, tell } = useApp();
  const asked = useQuery({ queryKey: ['cases', 'open'], queryFn: () => client.cases.open({}) });
  const [handler, setHandler] = useState<ClerkId | null>(null);
  const [open, setOpen] = useState<OpenDialog<HallCase> | null>(null);
  // Outside of the list: what is pointed at in a dialog is not pointed at in a row.
  const [acting, setActing] = useState<Acting | null>(null);
  const [handingOver, setHandingOver] = useState(false);
  const leave = () => {
    setHandingOver(false);
    setOpen(null);
    setActing(null);
  };
  const changed = () => {
    leave();
    void asked.refetch();
  };

  async function sendBack({ caseId }: HallCase, remark: string) {
    if (await act((requestId) => client.cases.sendBackRefusal({ requestId, caseId, remark }))) {
      tell(say('refusalSentBack'));
      void asked.refetch();
    }
  }
  async function takeBack({ caseId, offer }: HallCase) {
    const taken = await act((requestId) =>
      offer
        ? client.cases.takeBack({ requestId, caseId, handoverId: offer.id })
        : client.cases.takeBackRefusal({ requestId, caseId }),
    );
    if (!taken) return;
    tell(say(offer ? 'offerTakenBack' : 'refusalTakenBack'));
    void asked.refetch();
  }

  return (
    <Page
      title={say('section.hall-cases')}
      lead={say('hallCasesLead')}
      actions={
        asked.data && (
          <>
            {handler && (
              <Button onClick={() => setHandingOver(true)} data-testid="hand-over-all">
                {say('handOverAll')}
              </Button>
            )}
            <HandlerChoice cases={asked.data} handler={handler} choose={setHandler} />
          </>
        )
      }
    >
      <Answer asked={asked}>
        {(cases) => (
          <CaseList
            cases={handler ? cases.filter((one) => one.handlerId === handler) : cases}
            inOrder={toConfirmFirst}
            empty={say('noHallCases')}
            card={(one, gone) => (
              <HallCaseCard
                key={one.caseId}
                one={one}
                gone={gone}
                open={setOpen}
                takeBack={(one) => void takeBack(one)}
                choose={setActing}
              />
            )}
          />
        )}
      </Answer>
      {handler && handingOver && (
        <HandOverDuties
          clerkId={handler}
          account={null}
          leave={leave}
          done={() => {
            setHandler(null);
            changed();
          }}
        />
      )}
      {acting && <ActDialog {...acting} leave={leave} done={changed} />}
      <CaseDialog open={open} leave={leave} done={changed} give={(one, remark) => void sendBack(one, remark)} />
    </Page>
  );
}

type ChoiceProps = { cases: HallCase[]; handler: ClerkId | null; choose: (handler: ClerkId | null) => void };

/** Whoever handles something, with how much: before somebody leaves this is emptied (C15). */
function HandlerChoice({ cases, handler, choose }: ChoiceProps) {
  const { say } = useApp();
  const names = new Map(cases.map((one) => [one.handlerId, one.handler]));
  const count = (id: ClerkId) => cases.filter((one) => one.handlerId === id).length;
  const options = [...names].map(([id, name]) => ({ value: id, label: `${name} · ${count(id)}` }));
  return (
    <Select<ClerkId>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      data-testid="handler-choice"
      aria-label={say('handler')}
      placeholder={say('allHandlers', { count: cases.length })}
      value={handler}
      onChange={(id) => choose(id ?? null)}
      options={options}
      style={{ minWidth: 220 }}
    />
  );
}

type CardProps = {
  one: HallCase;
  gone: boolean;
  open: (open: OpenDialog<HallCase>) => void;
  /** The offer that is open, else the correction that waits. */
  takeBack: (one: HallCase) => void;
  choose: (acting: Acting) => void;
};

function HallCaseCard({ one, gone, open, takeBack, choose }: CardProps) {
  const { say } = useApp();
  return (
    <CaseCard one={one} gone={gone} testId="hall-case">
      <ActButtons one={one} choose={choose} />
      {one.proposal?.mine && <span className="soft">{say('ownProposal')}</span>}
      {one.proposal && !one.proposal.mine && (
        <>
          <Button
            type="primary"
            disabled={one.offer !== null}
            data-testid="confirm-refusal"
            onClick={() => open({ kind: 'confirm', one })}
          >
            {say('confirmRefusal')}
          </Button>
          <Button data-testid="send-back" onClick={() => open({ kind: 'send-back', one })}>
            {say('sendBack')}
          </Button>
        </>
      )}
      {one.offer && (
        <Button data-testid="take-back-offer" onClick={() => takeBack(one)}>
          {say('takeBackOffer')}
        </Button>
      )}
      {!one.offer && one.correctionBy !== null && (
        <Button data-testid="take-back-refusal" onClick={() => takeBack(one)}>
          {say('takeBackRefusal')}
        </Button>
      )}
      {!one.offer && one.phase !== 'closed' && (
        <Button data-testid="offer-case" onClick={() => open({ kind: 'offer', one })}>
          {say('offerCase')}
        </Button>
      )}
    </CaseCard>
  );
}
