/** Who applies for a case, masked, and what may be done about it at a counter (P2, C14). */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { CaseId, MatterId, TicketId } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { ChangeTelephone } from './change-telephone.tsx';
import { EnterApplicant } from './enter-applicant.tsx';
import { HelperOf } from './helper.tsx';
import { Masked } from './masked.tsx';
import './people.css';

/** `sitting`: of a visit, its cases; then the resident's wish for messages stands here, too (C12). `live`: no dialog is open. */
type Props = { caseId: CaseId; matterId: MatterId; sitting?: readonly CaseId[]; ticketId?: TicketId; live?: boolean };

export function Applicant({ caseId, matterId, sitting, ticketId, live = true }: Props) {
  const { say, client, me, matters } = useApp();
  const asked = useQuery({ queryKey: ['cases', caseId], queryFn: () => client.cases.one({ caseId }) });
  const [open, setOpen] = useState<'enter' | 'telephone' | null>(null);
  if (!asked.data) return null;
  const { applicant, phase, messages } = asked.data;
  const mayEnter = phase !== 'closed' && me.role !== 'administrator';
  // P2: seen before the conclusion is refused.
  const isKept = sitting !== undefined && mayEnter && matters.get(matterId)?.identity === 'kept';
  const lacks = !isKept || applicant?.document?.number ? null : applicant ? 'documentLacks' : 'applicantLacks';
  const leave = () => setOpen(null);
  const done = () => {
    leave();
    void asked.refetch();
  };
  return (
    <section className="applicant" aria-label={say('applicant')} data-testid="applicant">
      <span className="soft">{say('applicant')}</span>
      {applicant ? (
        <Masked
          key={applicant.personId}
          person={applicant}
          {...(live && open === null ? { checkKey: 'Alt+KeyK' as const } : {})}
        />
      ) : (
        <span>{say('applicantNone')}</span>
      )}
      {mayEnter && (
        <Button size="small" data-testid="applicant-enter" onClick={() => setOpen('enter')}>
          {say(applicant ? 'applicantOther' : 'applicantEnter')}
        </Button>
      )}
      {mayEnter && applicant && !applicant.erased && (
        <Button size="small" type="text" data-testid="telephone-change" onClick={() => setOpen('telephone')}>
          {say('telephoneChange')}
        </Button>
      )}
      {lacks && (
        <p className="offer" role="status" data-testid="applicant-lacks">
          {say(lacks)}
        </p>
      )}
      {sitting && mayEnter && !applicant && !lacks && (
        <p className="soft" data-testid="applicant-hint">
          {say('applicantHint')}
        </p>
      )}
      {sitting && applicant && (
        <span className="chip" data-testid="messages-wish">
          {say(messages ? 'wantsMessages' : 'wantsNoMessages')}
        </span>
      )}
      <HelperOf one={asked.data} changed={() => void asked.refetch()} />
      {open === 'enter' && (
        <EnterApplicant
          caseId={caseId}
          sitting={sitting ?? [caseId]}
          ticketId={applicant ? undefined : ticketId}
          matterId={matterId}
          leave={leave}
          done={done}
        />
      )}
      {open === 'telephone' && applicant && <ChangeTelephone personId={applicant.personId} leave={leave} done={done} />}
    </section>
  );
}
