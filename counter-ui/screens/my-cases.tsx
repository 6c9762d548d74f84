/** The clock of every case I answer for, soonest first; offers to me on top (C2, C3, C9, C10). */
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { MyCase } from '../../schema/api.ts';
import { inLanguage } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { clockTime, dayText } from '../hall-time.ts';
import { bySoonest, urgencyOf } from '../order.ts';
import { Answer, Nothing, Page } from '../parts/page.tsx';
import { Papers } from '../parts/papers.tsx';
import { useAsked } from '../use-asked.ts';
import { useHeld } from '../use-held.ts';
import { CloseCase, OfferCase } from './case-dialogs.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

type Open = { kind: 'offer' | 'close' | 'decline'; one: MyCase } | null;

export function MyCases() {
  const { say, client, board, act, tell } = useApp();
  // A changed collection of the board is a new array: reason enough to ask again.
  const asked = useAsked(() => client.cases.mine({}), board.rows.cases);
  const [open, setOpen] = useState<Open>(null);
  const leave = () => setOpen(null);
  const changed = () => {
    leave();
    asked.again();
  };

  async function accept(one: MyCase) {
    const handoverId = one.offer!.id;
    if (await act((requestId) => client.cases.accept({ requestId, caseId: one.caseId, handoverId }))) {
      tell(say('offer-accepted'));
      asked.again();
    }
  }
  async function decline(one: MyCase, reason: string) {
    const handoverId = one.offer!.id;
    if (await act((requestId) => client.cases.decline({ requestId, caseId: one.caseId, handoverId, reason }))) {
      asked.again();
    }
  }

  return (
    <Page title={say('section-cases')} lead={say('my-cases-lead')}>
      <Answer asked={asked}>
        {(cases) => <CaseList cases={cases} accept={(one) => void accept(one)} open={setOpen} />}
      </Answer>
      {open?.kind === 'offer' && <OfferCase one={open.one} leave={leave} done={changed} />}
      {open?.kind === 'close' && <CloseCase one={open.one} leave={leave} done={changed} />}
      {open?.kind === 'decline' && (
        <ReasonDialog
          about="decline"
          title={say('decline-title', { number: open.one.number })}
          leave={leave}
          give={(reason) => void decline(open.one, reason)}
        />
      )}
    </Page>
  );
}

type ListProps = { cases: MyCase[]; accept: (one: MyCase) => void; open: (open: Open) => void };

function CaseList({ cases, accept, open }: ListProps) {
  const { say } = useApp();
  const live = useMemo(() => bySoonest(cases).map((one) => ({ ...one, id: one.caseId })), [cases]);
  const { rows, hold } = useHeld(live);
  if (rows.length === 0) return <Nothing sentence={say('no-cases')} />;
  return (
    <div className="cases" {...hold}>
      {rows.map(({ row, gone }) => (
        <CaseCard key={row.id} one={row} gone={gone} accept={accept} open={open} />
      ))}
    </div>
  );
}

function CaseCard({ one, gone, accept, open }: Omit<ListProps, 'cases'> & { one: MyCase; gone: boolean }) {
  const { say, language } = useApp();
  const { offer } = one;
  const mine = one.mine === 'handler' && one.phase !== 'closed';
  return (
    <article className={`case case-${urgencyOf(one)} ${gone ? 'gone' : ''}`} data-testid="my-case">
      <CaseClock one={one} />
      <div className="case-body">
        <h2>
          {inLanguage(one.matterNames, language)}{' '}
          <span className="chip">{say(`phase-${one.phase}` as 'phase-open')}</span>
        </h2>
        <p className="soft">
          <span>
            {say('ticket')} <b>{one.number}</b>
          </span>
          <span>{say('first-contact-is', { name: one.firstContact })}</span>
          <span>{say('handler-is', { name: one.handler })}</span>
          <span>{say(`mine-${one.mine}`)}</span>
        </p>
        {one.papers.length > 0 && (
          <p className="soft">
            <Papers papers={one.papers} />
          </p>
        )}
        {offer && (
          <p className="offer">
            {say(offer.toMe ? 'offer-to-me' : 'offer-open-to', { from: offer.fromName, to: offer.toName })}
            {offer.note && <q>{offer.note}</q>} {say('offer-lapses', { time: clockTime(offer.lapsesAt) })}
          </p>
        )}
      </div>
      {!gone && (
        <div className="case-actions">
          {offer?.toMe && (
            <>
              <Button type="primary" data-testid="accept-offer" onClick={() => accept(one)}>
                {say('accept-offer')}
              </Button>
              <Button data-testid="decline-offer" onClick={() => open({ kind: 'decline', one })}>
                {say('decline-offer')}
              </Button>
            </>
          )}
          {mine && !offer && one.phase !== 'open' && (
            <Button data-testid="offer-case" onClick={() => open({ kind: 'offer', one })}>
              {say('offer-case')}
            </Button>
          )}
          {mine && !offer && (one.phase === 'accepted' || one.phase === 'noticed') && (
            <Button data-testid="close-case" onClick={() => open({ kind: 'close', one })}>
              {say('close-case')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

function CaseClock({ one }: { one: MyCase }) {
  const { say, language } = useApp();
  if (one.daysLeft === null || one.dueOn === null) {
    return (
      <div className="case-clock">
        <b>—</b>
        <span>{say('limit-none')}</span>
      </div>
    );
  }
  return (
    <div className="case-clock">
      <b>{Math.abs(one.daysLeft)}</b>
      <span>{say(one.daysLeft < 0 ? 'days-overdue' : 'days-left')}</span>
      <small>{dayText(one.dueOn, language)}</small>
    </div>
  );
}
