/** The person of the visit (C16): who it is, what was told before, what is open, who was here; notices go on from here. */
import { Button } from 'antd';
import { useState } from 'react';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { changeText } from '../../../schema/catalogue/material-changes.ts';
import { type CaseId, inLanguage } from '../../../schema/ids.ts';
import type { TicketRow } from '../../../schema/line/rows.ts';
import type { ToldFact, VisitView } from '../../../schema/line/visit.ts';
import { useApp } from '../../app-context.ts';
import type { Acting } from '../../cases/acts/act-buttons.tsx';
import { ActDialog } from '../../cases/acts/act-dialog.tsx';
import { actsOf } from '../../cases/acts/case-acts.ts';
import { caseClock, clockWords } from '../../cases/case-clock.ts';
import { DueDate, isProvisional } from '../../cases/due-date.tsx';
import { clockDay } from '../../cases/list/case-order.ts';
import type { Send } from '../../hooks/use-one-at-a-time.ts';
import { useVisit } from '../../hooks/use-visit.ts';
import { Trouble } from '../../parts/answer.tsx';
import { Applicant } from '../../people/applicant.tsx';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';
import type { Say } from '../../words/speak.ts';
import { caseOfPerson, type SittingMatter } from '../seat.ts';
import { ConcludedBefore } from './concluded-before.tsx';
import { goesOnAs, useGoesOn } from './goes-on.tsx';
import './visit-person.css';

type Props = { ticket: TicketRow; matters: SittingMatter[]; send: Send };
type OpenCase = VisitView['open'][number];

export function VisitPerson({ ticket, matters, send }: Props) {
  const { say, matters: catalogue } = useApp();
  const asked = useVisit(ticket.id);
  const here = matters.flatMap(({ caseRow }) => (caseRow && caseRow.phase !== 'closed' ? caseRow.id : []));
  const first = caseOfPerson(matters, (matterId) => catalogue.get(matterId)?.identity === 'kept');
  return (
    <aside className="visit-person" data-testid="visit-person" aria-label={say('visitPerson')}>
      {first && (
        <Applicant key={first.id} caseId={first.id} matterId={first.matterId} sitting={here} ticketId={ticket.id} />
      )}
      {asked.error && <Trouble asked={asked} />}
      {asked.data && (
        <>
          <ConcludedBefore
            concluded={asked.data.concluded.filter(({ matterId }) => !ticket.sitting.includes(matterId))}
          />
          <ChangedSince changed={asked.data.changed} />
          <OpenCases
            open={asked.data.open}
            ticket={ticket}
            matters={matters}
            send={send}
            changed={() => void asked.refetch()}
          />
          <Told told={asked.data.told} />
          <Earlier
            earlier={asked.data.earlier}
            isKnown={asked.data.applicant !== null}
            changed={() => void asked.refetch()}
          />
        </>
      )}
    </aside>
  );
}

/** H12: what the resident was told to bring, and what is asked for now. */
function ChangedSince({ changed }: Pick<VisitView, 'changed'>) {
  const { say, language, matters } = useApp();
  return changed.map(({ matterId, changes }) => {
    const names = matters.get(matterId)?.names;
    return (
      <section key={matterId} className="visit-changed" data-testid={`changed-${matterId}`}>
        <h3>{say('visitChanged', { name: names ? inLanguage(names, language) : '' })}</h3>
        <ul>
          {changes
            .map((one) => changeText(one, language))
            .map((text) => (
              <li key={text}>{text}</li>
            ))}
        </ul>
      </section>
    );
  });
}

type OpenProps = Props & { open: OpenCase[]; changed: () => void };

function OpenCases({ open, ticket, matters, send, changed }: OpenProps) {
  const { say, language, matters: catalogue, me, client, openCase } = useApp();
  const [acting, setActing] = useState<Acting | null>(null);
  const { goesOn, question } = useGoesOn(matters, send);
  if (open.length === 0) return null;
  const leave = () => setActing(null);
  async function goneOn(of: ListedCase) {
    leave();
    await goesOn(of);
    changed();
  }
  return (
    <section data-testid="visit-open">
      <h3>{say('visitOpen')}</h3>
      {open.map((one) => {
        const clock = caseClock(one, catalogue.get(one.matterId)?.limitDays ?? null);
        const mayReceive = actsOf(one, one.handlerId === me.clerkId, me.role).includes('receive');
        const isElsewhere = one.firstContactAt !== null && one.firstContactId !== me.clerkId;
        return (
          <article key={one.caseId}>
            <button type="button" className="plain" onClick={() => openCase(one.caseId)}>
              {inLanguage(one.matterNames, language)}
            </button>
            <p className="soft">
              {say(`phase.${one.phase}` as 'phase.open')} · {clockWords(say, clock)}
              <OpenUntil one={one} /> · {one.handler}
            </p>
            {mayReceive && (
              <Button size="small" data-testid="continue-notice" onClick={() => setActing({ act: 'receive', one })}>
                {say('continueNotice', { no: goesOnAs(one) })}
              </Button>
            )}
            {mayReceive && isElsewhere && (
              <Button
                size="small"
                data-testid="pass-to-first"
                onClick={() =>
                  void send((requestId) =>
                    client.tickets.pass({ requestId, ticketId: ticket.id, to: { clerkId: one.firstContactId } }),
                  )
                }
              >
                {say('passToFirst', { name: one.firstContact })}
              </Button>
            )}
          </article>
        );
      })}
      {acting && <ActDialog {...acting} leave={leave} done={() => void goneOn(acting.one)} />}
      {question}
    </section>
  );
}

/** C9: the day by which its clock runs, where it has one. */
function OpenUntil({ one }: { one: OpenCase }) {
  const by = clockDay(one);
  return !by ? null : (
    <>
      {' '}
      <DueDate dueOn={by} provisional={isProvisional(one, by)} />
    </>
  );
}

function Told({ told }: { told: ToldFact[] }) {
  const { say, language } = useApp();
  return (
    <section data-testid="visit-told">
      <h3>{say('visitTold')}</h3>
      <ul>
        {told.map((fact) => (
          <li key={`${fact.at} ${fact.what}`}>
            <span className="soft">{`${dateText(dayOf(fact.at), language)} ${fact.kind === 'paper' ? '' : clockTime(fact.at)}`}</span>{' '}
            {toldWords(say, fact)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function toldWords(say: Say, { kind, what }: ToldFact): string {
  switch (kind) {
    case 'issued':
      return say('told.issued', { channel: say(`channel.${what}` as 'channel.kiosk') });
    case 'booked':
      return say('told.booked');
    case 'message':
      return say('told.message', { message: say(`message.${what}` as 'message.case-accepted') });
    case 'paper':
      return say('told.paper', { no: what });
    default:
      return kind satisfies never;
  }
}

type EarlierProps = { earlier: VisitView['earlier']; isKnown: boolean; changed: () => void };

/** What is over; papers that come for it are taken here (C5), and what ended by silence is taken up again (C7). */
function Earlier({ earlier, isKnown, changed }: EarlierProps) {
  const { say, language, openCase, client, tellWhyNot } = useApp();
  const [acting, setActing] = useState<Acting | null>(null);
  async function begin(act: Acting['act'], caseId: CaseId) {
    try {
      setActing({ act, one: await client.cases.one({ caseId }) });
    } catch (error) {
      tellWhyNot(error);
    }
  }
  const leave = () => {
    setActing(null);
    changed();
  };
  return (
    <section data-testid="visit-earlier">
      <h3>{say('visitEarlier')}</h3>
      {earlier.length === 0 && <p className="soft">{say(isKnown ? 'visitFirst' : 'visitUnknown')}</p>}
      <ul>
        {earlier.map((one) => (
          <li key={one.caseId}>
            <span className="soft">{dateText(dayOf(one.at), language)}</span>{' '}
            <button type="button" className="plain" onClick={() => openCase(one.caseId)}>
              {inLanguage(one.matterNames, language)}
            </button>{' '}
            {one.outcome && say(`outcome.${one.outcome}` as 'outcome.done')} · {one.byName}{' '}
            {one.isRevivable ? (
              <Button size="small" data-testid="revive-here" onClick={() => void begin('revive', one.caseId)}>
                {say('act.revive')}
              </Button>
            ) : (
              <Button size="small" data-testid="take-late-here" onClick={() => void begin('take-late', one.caseId)}>
                {say('takeLateHere')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {acting && <ActDialog {...acting} leave={leave} done={leave} />}
    </section>
  );
}
