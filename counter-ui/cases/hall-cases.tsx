/** The supervisor's cases of the whole hall: refusals to confirm first, then the soonest clock; each can be handed on (C6, C10, C15). */
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { HallCase } from '../../schema/api.ts';
import type { ClerkId } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { useHeld } from '../hooks/use-held.ts';
import { Answer } from '../parts/answer.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { Page } from '../parts/page.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { CaseCard } from './case-card.tsx';
import { toConfirmFirst } from './case-order.ts';
import { ConfirmRefusal } from './confirm-refusal.tsx';
import { OfferCase } from './offer-case.tsx';

type Open = { kind: 'offer' | 'confirm' | 'send-back'; one: HallCase } | null;

export function HallCases() {
  const { say, client, act, tell } = useApp();
  const asked = useQuery({ queryKey: ['cases', 'open'], queryFn: () => client.cases.open({}) });
  const [handler, setHandler] = useState<ClerkId | null>(null);
  const [open, setOpen] = useState<Open>(null);
  const leave = () => setOpen(null);
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
    const handoverId = offer!.id;
    if (await act((requestId) => client.cases.takeBack({ requestId, caseId, handoverId }))) {
      tell(say('offerTakenBack'));
      void asked.refetch();
    }
  }

  return (
    <Page
      title={say('section.hall-cases')}
      lead={say('hallCasesLead')}
      actions={asked.data && <HandlerChoice cases={asked.data} handler={handler} choose={setHandler} />}
    >
      <Answer asked={asked}>
        {(cases) => (
          <List
            cases={handler ? cases.filter((one) => one.handlerId === handler) : cases}
            open={setOpen}
            takeBack={(one) => void takeBack(one)}
          />
        )}
      </Answer>
      {open?.kind === 'offer' && <OfferCase one={open.one} leave={leave} done={changed} />}
      {open?.kind === 'confirm' && <ConfirmRefusal one={open.one} leave={leave} done={changed} />}
      {open?.kind === 'send-back' && (
        <ReasonDialog
          about="send-back"
          title={say('sendBackTitle', { number: open.one.receiptNo ?? open.one.number })}
          leave={leave}
          give={(remark) => void sendBack(open.one, remark)}
        />
      )}
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

type ListProps = { cases: HallCase[]; open: (open: Open) => void; takeBack: (one: HallCase) => void };

function List({ cases, open, takeBack }: ListProps) {
  const { say } = useApp();
  const live = useMemo(() => toConfirmFirst(cases).map((one) => ({ ...one, id: one.caseId })), [cases]);
  const { rows, hold } = useHeld(live);
  if (rows.length === 0) return <Nothing sentence={say('noHallCases')} />;
  return (
    <div className="cases" {...hold}>
      {rows.map(({ row, gone }) => (
        <CaseCard key={row.id} one={row} gone={gone} testId="hall-case">
          {row.proposal?.mine && <span className="soft">{say('ownProposal')}</span>}
          {row.proposal && !row.proposal.mine && (
            <>
              <Button
                type="primary"
                disabled={row.offer !== null}
                data-testid="confirm-refusal"
                onClick={() => open({ kind: 'confirm', one: row })}
              >
                {say('confirmRefusal')}
              </Button>
              <Button data-testid="send-back" onClick={() => open({ kind: 'send-back', one: row })}>
                {say('sendBack')}
              </Button>
            </>
          )}
          {row.offer ? (
            <Button data-testid="take-back-offer" onClick={() => takeBack(row)}>
              {say('takeBackOffer')}
            </Button>
          ) : (
            <Button data-testid="offer-case" onClick={() => open({ kind: 'offer', one: row })}>
              {say('offerCase')}
            </Button>
          )}
        </CaseCard>
      ))}
    </div>
  );
}
