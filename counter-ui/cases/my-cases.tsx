/** The clock of every case I answer for, soonest first; offers to me on top (C2, C3, C9, C10). */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { MyCase } from '../../schema/api.ts';
import { useApp } from '../app-context.ts';
import { useHeld } from '../hooks/use-held.ts';
import { Answer } from '../parts/answer.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { Page } from '../parts/page.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { CaseCard } from './case-card.tsx';
import { bySoonest } from './case-order.ts';
import { CloseCase } from './close-case.tsx';
import { OfferCase } from './offer-case.tsx';

type Open = { kind: 'offer' | 'close' | 'decline'; one: MyCase } | null;

export function MyCases() {
  const { say, client, act, tell } = useApp();
  const asked = useQuery({ queryKey: ['cases', 'mine'], queryFn: () => client.cases.mine({}) });
  const [open, setOpen] = useState<Open>(null);
  const leave = () => setOpen(null);
  const changed = () => {
    leave();
    void asked.refetch();
  };

  async function accept(one: MyCase) {
    const handoverId = one.offer!.id;
    if (await act((requestId) => client.cases.accept({ requestId, caseId: one.caseId, handoverId }))) {
      tell(say('offerAccepted'));
      void asked.refetch();
    }
  }
  async function decline(one: MyCase, reason: string) {
    const handoverId = one.offer!.id;
    if (await act((requestId) => client.cases.decline({ requestId, caseId: one.caseId, handoverId, reason }))) {
      void asked.refetch();
    }
  }

  async function takeBack({ caseId, offer }: MyCase) {
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
    <Page title={say('section.cases')} lead={say('myCasesLead')}>
      <Answer asked={asked}>
        {(cases) => (
          <CaseList
            cases={cases}
            accept={(one) => void accept(one)}
            open={setOpen}
            takeBack={(one) => void takeBack(one)}
          />
        )}
      </Answer>
      {open?.kind === 'offer' && <OfferCase one={open.one} leave={leave} done={changed} />}
      {open?.kind === 'close' && <CloseCase one={open.one} leave={leave} done={changed} />}
      {open?.kind === 'decline' && (
        <ReasonDialog
          about="decline"
          title={say('declineTitle', { number: open.one.number })}
          leave={leave}
          give={(reason) => void decline(open.one, reason)}
        />
      )}
    </Page>
  );
}

type ListProps = {
  cases: MyCase[];
  accept: (one: MyCase) => void;
  open: (open: Open) => void;
  /** The offer that is open, else the refusal that waits. */
  takeBack: (one: MyCase) => void;
};

function CaseList({ cases, accept, open, takeBack }: ListProps) {
  const { say } = useApp();
  const live = useMemo(() => bySoonest(cases).map((one) => ({ ...one, id: one.caseId })), [cases]);
  const { rows, hold } = useHeld(live);
  if (rows.length === 0) return <Nothing sentence={say('noCases')} />;
  return (
    <div className="cases" {...hold}>
      {rows.map(({ row, gone }) => (
        <MyCaseCard key={row.id} one={row} gone={gone} accept={accept} open={open} takeBack={takeBack} />
      ))}
    </div>
  );
}

function MyCaseCard({ one, gone, accept, open, takeBack }: Omit<ListProps, 'cases'> & { one: MyCase; gone: boolean }) {
  const { say } = useApp();
  const { offer } = one;
  const mine = one.mine === 'handler';
  const decidable = one.phase === 'accepted' || one.phase === 'noticed';
  return (
    <CaseCard one={one} gone={gone} part={say(`mine.${one.mine}`)} testId="my-case">
      {offer?.toMe && (
        <>
          <Button type="primary" data-testid="accept-offer" onClick={() => accept(one)}>
            {say('acceptOffer')}
          </Button>
          <Button data-testid="decline-offer" onClick={() => open({ kind: 'decline', one })}>
            {say('declineOffer')}
          </Button>
        </>
      )}
      {mine && offer && (
        <Button data-testid="take-back-offer" onClick={() => takeBack(one)}>
          {say('takeBackOffer')}
        </Button>
      )}
      {mine && !offer && one.phase !== 'open' && one.phase !== 'closed' && (
        <Button data-testid="offer-case" onClick={() => open({ kind: 'offer', one })}>
          {say('offerCase')}
        </Button>
      )}
      {mine && !offer && decidable && (
        <Button data-testid="close-case" onClick={() => open({ kind: 'close', one })}>
          {say('closeCase')}
        </Button>
      )}
      {mine && one.phase === 'proposed' && (
        <Button data-testid="take-back-refusal" onClick={() => takeBack(one)}>
          {say('takeBackRefusal')}
        </Button>
      )}
    </CaseCard>
  );
}
