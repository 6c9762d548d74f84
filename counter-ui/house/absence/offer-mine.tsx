/** C15, C3: before somebody goes, each of their cases is offered to a colleague in one dialog; it stays theirs until it is accepted. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Receivers } from '../../../schema/cases/duties.ts';
import type { MyCase } from '../../../schema/cases/views.ts';
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { isProvisional } from '../../cases/due-date.tsx';
import { clockDay, mayBeOffered } from '../../cases/list/case-order.ts';
import { useDraftGuard } from '../../hooks/use-draft-guard.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { GivenCases } from '../given-cases.tsx';

const LEAST = 2;

export function OfferMine({ leave, done }: { leave: () => void; done: () => void }) {
  const { say, client } = useApp();
  const asked = useQuery({
    queryKey: ['offer-mine'],
    queryFn: async () => {
      const [cases, all] = await Promise.all([client.cases.mine({ first: 500 }), client.cases.receivers({})]);
      return { cases: cases.filter((one) => one.mine === 'handler' && mayBeOffered(one)), all };
    },
    // What was chosen for a row stays while the dialog is open.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <Dialog title={say('offerMine')} leave={leave} width={920}>
      <Answer asked={asked}>
        {({ cases, all }) =>
          cases.length === 0 ? (
            <Nothing sentence={say('offerMineNone')} />
          ) : (
            <OfferForm cases={cases} all={all} leave={leave} done={done} />
          )
        }
      </Answer>
    </Dialog>
  );
}

type FormProps = { cases: MyCase[]; all: Receivers; leave: () => void; done: () => void };

function OfferForm({ cases, all, leave, done }: FormProps) {
  const { say, client, tell, me, matters } = useApp();
  const { send, busy, refused } = useFormWish();
  const there = all.filter(({ id, away }) => id !== me.clerkId && away === null);
  const [to, setTo] = useState<ReadonlyMap<CaseId, ClerkId | null>>(
    new Map(
      cases.map(({ caseId, matterId }) => {
        const { clerkA, clerkB } = matters.get(matterId) ?? {};
        return [caseId, there.find(({ id }) => id === clerkA || id === clerkB)?.id ?? null];
      }),
    ),
  );
  const [note, setNote] = useState('');
  useDraftGuard(note !== '');
  const options = there.map(({ id, name, cases: count }) => ({
    value: id,
    label: say('receiverWithCases', { name, count }),
  }));
  const chosen = cases.filter(({ caseId }) => to.get(caseId));
  const ready = chosen.length > 0 && note.trim().length >= LEAST;
  const give = (ids: CaseId[], receiver: ClerkId | null) =>
    setTo(new Map([...to, ...ids.map((id) => [id, receiver] as const)]));

  async function offer() {
    for (const [receiver, of] of Map.groupBy(chosen, ({ caseId }) => to.get(caseId)!)) {
      const wish = { caseIds: of.map(({ caseId }) => caseId), to: receiver, note: note.trim() };
      if (!(await send((requestId) => client.cases.offerMany({ requestId, ...wish })))) return;
    }
    tell(say('offerMineDone', { count: chosen.length }));
    done();
  }

  return (
    <form
      data-testid="offer-mine-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) void offer();
      }}
    >
      <GivenCases
        lead={say('offerMineLead')}
        rows={cases.map(rowOf)}
        receivers={options}
        to={to}
        give={give}
        title={say('offerTo')}
        testId="offer-mine-to"
        isForAll={false}
      />
      <Labelled label={say('offerNote')}>
        <Input.TextArea
          rows={2}
          maxLength={500}
          data-testid="offer-mine-note"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Labelled>
      {refused}
      <div className="form-foot">
        <Button onClick={leave}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="offer-mine-submit">
          {say('offerMineSubmit', { count: chosen.length })}
        </Button>
      </div>
    </form>
  );
}

/** The number of the paper that its resident has, and the day by which its clock runs. */
function rowOf(one: MyCase) {
  const dueOn = clockDay(one);
  return {
    ...one,
    number: one.receiptNo ?? one.notice?.no ?? one.number,
    dueOn,
    provisional: dueOn !== null && isProvisional(one, dueOn),
  };
}
