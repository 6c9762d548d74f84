/** C12: what became of a number: who was first, who has it now, what happens next, by when. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { type CaseId, type Day, inLanguage } from '../../../schema/ids.ts';
import type { TicketView } from '../../../schema/line/views.ts';
import { numberOf } from '../../../schema/typed/numbers.ts';
import { useApp } from '../../app-context.ts';
import { ActButtons, type Acting } from '../../cases/acts/act-buttons.tsx';
import { ActDialog } from '../../cases/acts/act-dialog.tsx';
import { CaseCard } from '../../cases/list/case-card.tsx';
import { Answer } from '../../parts/answer.tsx';
import { ClassTag } from '../../parts/class-tag.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { Page } from '../../parts/page.tsx';
import { clockTime, dayText } from '../../words/hall-time.ts';
import { closingWords, keptWords, rangeWords } from '../../words/range-words.ts';

/** `ticket`: found elsewhere. */
export function LookUp({ ticket }: { ticket: TicketView | null }) {
  const { say, client, board, act } = useApp();
  const today = board.rows.hall[0]?.day ?? '';
  const [number, setNumber] = useState(ticket?.number ?? '');
  const [day, setDay] = useState<Day>(ticket?.day ?? today);
  const [found, setFound] = useState<TicketView | null>(ticket);
  const [busy, setBusy] = useState(false);

  async function lookUp() {
    setBusy(true);
    setFound(await act(() => client.tickets.lookUp({ number, day: day || undefined })));
    setBusy(false);
  }

  return (
    <Page title={say('section.look-up')} lead={say('lookUpLead')}>
      <form
        className="look-up"
        onSubmit={(event) => {
          event.preventDefault();
          if (numberOf(number) && !busy) void lookUp();
        }}
      >
        <Labelled label={say('lookUpNumber')}>
          <Input
            autoFocus
            size="large"
            placeholder="A001"
            data-testid="look-up-number"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Labelled>
        <Labelled label={say('day')}>
          <Input size="large" type="date" max={today} value={day} onChange={(event) => setDay(event.target.value)} />
        </Labelled>
        <Button type="primary" size="large" htmlType="submit" loading={busy} data-testid="look-up">
          {say('lookUp')}
        </Button>
      </form>
      {found ? <Found ticket={found} /> : <Nothing sentence={say('lookUpEmpty')} />}
    </Page>
  );
}

function Found({ ticket }: { ticket: TicketView }) {
  const { say, language } = useApp();
  return (
    <div className="found-ticket" data-testid="found-ticket">
      <div className="found-head">
        <div className="number">{ticket.number}</div>
        <div>
          <p>
            <b>{say(`ticket.${ticket.phase}` as 'ticket.waiting')}</b> <ClassTag klass={ticket.klass} />{' '}
            {ticket.counterLabel && say('atCounter', { label: ticket.counterLabel })}
          </p>
          <p className="soft">
            {[
              dayText(ticket.day, language),
              ticket.ahead === null ? '' : say('ahead', { count: ticket.ahead }),
              ticket.waitsFor ? keptWords(say, ticket.waitsFor.startsAt, language) : '',
              ticket.closing ? closingWords(say, ticket.closing) : '',
              ticket.range ? rangeWords(say, ticket.range, 'rangeLong') : '',
              ticket.awayUntil ? say('awayUntil', { time: clockTime(ticket.awayUntil) }) : '',
              ticket.rejoinUntil ? say('rejoinUntil', { time: clockTime(ticket.rejoinUntil) }) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p>{ticket.matterNames.map((names) => inLanguage(names, language)).join(say('listComma'))}</p>
        </div>
      </div>
      {ticket.cases.length === 0 && <p className="soft">{say('noCaseYet')}</p>}
      {ticket.cases.map((one) => (
        <FoundCase key={one.caseId} caseId={one.caseId} />
      ))}
    </div>
  );
}

/** What any clerk may do with it is done here: papers come in, and results are told, at any counter (C16). */
function FoundCase({ caseId }: { caseId: CaseId }) {
  const { client } = useApp();
  const asked = useQuery({ queryKey: ['cases', caseId], queryFn: () => client.cases.one({ caseId }) });
  const [acting, setActing] = useState<Acting | null>(null);
  const leave = () => setActing(null);
  return (
    <Answer asked={asked}>
      {(one) => (
        <>
          <CaseCard one={one} gone={false} testId="found-case">
            <ActButtons one={one} choose={setActing} />
          </CaseCard>
          {acting && (
            <ActDialog
              {...acting}
              leave={leave}
              done={() => {
                leave();
                void asked.refetch();
              }}
            />
          )}
        </>
      )}
    </Answer>
  );
}
