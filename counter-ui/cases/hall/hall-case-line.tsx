import { Button, Checkbox } from 'antd';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { inLanguage } from '../../../schema/ids.ts';
import { gapIn } from '../../../schema/texts/unbroken.ts';
import { useApp } from '../../app-context.ts';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';
import { ActButtons, type Acting } from '../acts/act-buttons.tsx';
import { caseClock, clockWords } from '../case-clock.ts';
import type { OpenDialog } from '../dialogs/case-dialog.tsx';
import { DueDate, isProvisional } from '../due-date.tsx';
import { clockDay, isOver, mayBeOffered, urgencyOf } from '../list/case-order.ts';
import { CaseOwed } from '../list/case-owed.tsx';
import { StandIns } from '../page/stand-ins.tsx';

type Props = {
  one: ListedCase;
  gone: boolean;
  open: (open: OpenDialog<ListedCase>) => void;
  /** The offer that is open, else the correction that waits. */
  takeBack: (one: ListedCase) => void;
  choose: (acting: Acting) => void;
  isChosen: boolean;
  pick: (one: ListedCase, isChosen: boolean) => void;
};

/** Who, what, by when, where it stands: one line of the hall's list. */
export function HallCaseLine({ one, gone, open, takeBack, choose, isChosen, pick }: Props) {
  const { say, language, openCase, matters } = useApp();
  const { applicant, offer, proposal, handler, number, receiptNo, notice, phase, outcome } = one;
  const when = (at: string) => `${dateText(dayOf(at), language)} ${clockTime(at)}`;
  // C9: of what is over its day of closing, and no limit any more.
  const dueOn = isOver(one) ? null : clockDay(one);
  const shownNo = receiptNo ?? notice?.no ?? number;
  return (
    <article className={`hall-case case-${urgencyOf(one)} ${gone ? 'gone' : ''}`} data-testid="hall-case">
      <Checkbox
        checked={isChosen}
        disabled={!mayBeOffered(one)}
        aria-label={say('chooseToOffer', { number: shownNo })}
        data-testid="choose-case"
        onChange={(event) => pick(one, event.target.checked)}
      />
      <div className="hall-case-by">
        <b>{clockWords(say, caseClock(one, matters.get(one.matterId)?.limitDays ?? null))}</b>
        {dueOn && (
          <small>
            <DueDate dueOn={dueOn} provisional={isProvisional(one, dueOn)} />
          </small>
        )}
      </div>
      <div className="hall-case-what">
        <button type="button" className="plain" data-testid="open-case" onClick={() => openCase(one.caseId)}>
          {inLanguage(one.matterNames, language)}
        </button>
        <small className="soft">
          <b>{applicant?.name || say('todoNobody')}</b> {shownNo}
        </small>
      </div>
      <div className="hall-case-stands">
        <p>
          <span className={`chip phase-${phase}`}>
            {phase === 'closed' && outcome
              ? say(`outcome.${outcome}` as 'outcome.done')
              : say(`phase.${phase}` as 'phase.open')}
          </span>{' '}
          <span>{handler}</span>
          {one.firstContactId !== one.handlerId && (
            <span className="soft"> · {say('firstContactIs', { name: one.firstContact })}</span>
          )}
        </p>
        {one.closed && (
          <p className="soft" data-testid="closed-by">
            {say(one.closed.silent ? 'closedBySilence' : 'closedBy', {
              on: dateText(one.closed.on, language),
              name: one.closed.byName,
            })}
          </p>
        )}
        <StandIns one={one} />
        <CaseOwed one={one} />
        {offer && (
          <p className="offer">
            {say('offerOpenTo', { to: offer.toGroup ? inLanguage(offer.toGroup, language) : offer.toName })}
            {gapIn(language)}
            {say('offerLapses', { time: when(offer.lapsesAt) })}
          </p>
        )}
        {proposal && (
          <p className="offer" data-testid="proposal">
            {proposal.corrects
              ? say('correctionBy', { name: proposal.byName, when: when(proposal.at), no: proposal.corrects })
              : say('proposalBy', { name: proposal.byName, when: when(proposal.at) })}
            <q>{proposal.reason}</q>
          </p>
        )}
      </div>
      <div className="hall-case-acts">
        {!gone && <Acts one={one} open={open} takeBack={takeBack} choose={choose} />}
      </div>
    </article>
  );
}

function Acts({ one, open, takeBack, choose }: Pick<Props, 'one' | 'open' | 'takeBack' | 'choose'>) {
  const { say } = useApp();
  const { offer, proposal } = one;
  return (
    <>
      <ActButtons one={one} choose={choose} />
      {proposal?.mine && <span className="soft">{say('ownProposal')}</span>}
      {proposal && !proposal.mine && (
        <>
          <Button
            type="primary"
            disabled={offer !== null}
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
      {offer && (
        <Button data-testid="take-back-offer" onClick={() => takeBack(one)}>
          {say('takeBackOffer')}
        </Button>
      )}
      {!offer && one.correctionBy !== null && (
        <Button data-testid="take-back-refusal" onClick={() => takeBack(one)}>
          {say('takeBackRefusal')}
        </Button>
      )}
      {!offer && one.phase !== 'closed' && (
        <Button data-testid="offer-case" onClick={() => open({ kind: 'offer', one })}>
          {say('offerCase')}
        </Button>
      )}
    </>
  );
}
