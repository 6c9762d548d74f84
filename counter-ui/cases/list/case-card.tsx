import type { ReactNode } from 'react';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';
import { caseClock } from '../case-clock.ts';
import { DueDate, isProvisional } from '../due-date.tsx';
import { Origin } from '../origin.tsx';
import { CaseDeclined } from '../page/case-declined.tsx';
import { CaseSentBack } from '../page/case-sent-back.tsx';
import { StandIns } from '../page/stand-ins.tsx';
import { Papers } from '../papers.tsx';
import { clockDay, isOver, urgencyOf } from './case-order.ts';
import { CaseOwed } from './case-owed.tsx';

/** `part`: in which part the reader answers for it; `children`: what can be done. */
type Props = { one: ListedCase; gone: boolean; part?: string | undefined; children?: ReactNode; testId: string };

/** One case: its clock, who answers for it, its papers, and what waits to be answered (C2, C3, C6, C9). */
export function CaseCard({ one, gone, part, children, testId }: Props) {
  const { say, language, openCase } = useApp();
  const { offer, proposal } = one;
  const when = (at: string) => `${dateText(dayOf(at), language)} ${clockTime(at)}`;
  return (
    <article className={`case case-${urgencyOf(one)} ${gone ? 'gone' : ''}`} data-testid={testId}>
      <CaseClock one={one} />
      <div className="case-body">
        <h2>
          <button type="button" className="plain" data-testid="open-case" onClick={() => openCase(one.caseId)}>
            {inLanguage(one.matterNames, language)}
          </button>{' '}
          <span className={`chip phase-${one.phase}`}>
            {one.phase === 'closed' && one.outcome
              ? say(`outcome.${one.outcome}` as 'outcome.done')
              : say(`phase.${one.phase}` as 'phase.open')}
          </span>
        </h2>
        <p className="soft">
          {one.applicant?.name && <b>{one.applicant.name}</b>}
          <Origin one={one} />
          <span>{say('firstContactIs', { name: one.firstContact })}</span>
          <span>{say('handlerIs', { name: one.handler })}</span>
          {part && <span>{part}</span>}
        </p>
        {one.papers.length > 0 && (
          <p className="soft">
            <Papers papers={one.papers} />
          </p>
        )}
        <StandIns one={one} />
        <CaseOwed one={one} />
        {offer && (
          <p className="offer">
            {say(offer.toMe ? 'offerToMe' : 'offerOpenTo', {
              from: offer.fromName,
              to: offer.toGroup ? inLanguage(offer.toGroup, language) : offer.toName,
            })}
            {offer.note && <q>{offer.note}</q>} {say('offerLapses', { time: when(offer.lapsesAt) })}
          </p>
        )}
        <CaseDeclined one={one} />
        {proposal && (
          <p className="offer" data-testid="proposal">
            {proposal.corrects
              ? say('correctionBy', { name: proposal.byName, when: when(proposal.at), no: proposal.corrects })
              : proposal.destination
                ? say('elsewhereBy', {
                    name: proposal.byName,
                    when: when(proposal.at),
                    place: proposal.destination.place,
                  })
                : say('proposalBy', { name: proposal.byName, when: when(proposal.at) })}
            <q>{proposal.reason}</q>
          </p>
        )}
        <CaseSentBack one={one} />
      </div>
      {!gone && <div className="case-actions">{children}</div>}
    </article>
  );
}

export function CaseClock({ one }: { one: ListedCase }) {
  const { say, matters, language } = useApp();
  const over = isOver(one) ? one.closed : null;
  const dueOn = over ? null : clockDay(one);
  const clock = caseClock(one, matters.get(one.matterId)?.limitDays ?? null);
  return (
    <div className="case-clock">
      <b className={clock.days === null ? 'case-clock-word' : ''}>{clock.days ?? say(`clock.${clock.kind}.big`)}</b>
      <span>{say(`clock.${clock.kind}`)}</span>
      {over && <small>{dateText(over.on, language)}</small>}
      {dueOn && (
        <small>
          <DueDate dueOn={dueOn} provisional={isProvisional(one, dueOn)} />
        </small>
      )}
    </div>
  );
}
