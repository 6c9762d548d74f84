/** C15: before somebody leaves, each case and each offer has a new owner: all of them in one command. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DutiesForecast, Duty } from '../../schema/cases/duties.ts';
import type { CaseId, ClerkId } from '../../schema/ids.ts';
import type { AbsenceWish } from '../../schema/people/absence.ts';
import type { Clerk } from '../../schema/people/clerk.ts';
import { useApp } from '../app-context.ts';
import { useDraftGuard } from '../hooks/use-draft-guard.ts';
import { useFormWish } from '../hooks/use-form-wish.tsx';
import { Answer } from '../parts/answer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Labelled } from '../parts/labelled.tsx';
import type { Say } from '../words/speak.ts';
import { GivenCases } from './given-cases.tsx';

type Props = {
  clerkId: ClerkId;
  /** What the account is then; null: as it is, of somebody who is away. */
  account: Pick<Clerk, 'role' | 'active'> | null;
  /** C15: the long absence that begins then. */
  absence?: AbsenceWish;
  leave: () => void;
  done: () => void;
};

export function HandOverDuties(props: Props) {
  const { say, client } = useApp();
  const { clerkId, leave } = props;
  const asked = useQuery({
    queryKey: ['duties', clerkId],
    queryFn: () => client.cases.duties({ clerkId }),
    // What was chosen for a row stays while the dialog is open; the server says when the rows are others.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <Dialog title={say('handOverTitle', { name: asked.data?.name ?? '' })} leave={leave} width={920}>
      <Answer asked={asked}>{(forecast) => <HandOverForm {...props} forecast={forecast} />}</Answer>
    </Dialog>
  );
}

function HandOverForm({ clerkId, account, absence, leave, done, forecast }: Props & { forecast: DutiesForecast }) {
  const { say, client, tell } = useApp();
  const { send, busy, refused } = useFormWish();
  const [owners, setOwners] = useState(new Map(forecast.duties.map((one) => [one.caseId, one.proposed])));
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  useDraftGuard(reason !== '' || note !== '');
  const duties = forecast.duties.flatMap(({ caseId }) => {
    const to = owners.get(caseId);
    return to ? [{ caseId, to }] : [];
  });
  const ready = duties.length === forecast.duties.length && reason.trim().length >= 2 && note.trim().length >= 2;
  const receivers = forecast.receivers.map(({ id, name, cases }) => ({
    value: id,
    label: say('receiverWithCases', { name, count: cases }),
  }));
  const give = (caseIds: CaseId[], to: ClerkId | null) =>
    setOwners(new Map([...owners, ...caseIds.map((id) => [id, to] as const)]));

  async function handOver() {
    const given = {
      clerkId,
      duties,
      reason: reason.trim(),
      note: note.trim(),
      account,
      ...(absence ? { absence } : {}),
    };
    const answer = await send((requestId) => client.cases.handOverDuties({ requestId, ...given }));
    if (!answer) return;
    tell(say('handedOver', { count: answer.moved }));
    done();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) void handOver();
      }}
    >
      <GivenCases
        lead={say('handOverLead')}
        rows={forecast.duties}
        receivers={receivers}
        to={owners}
        give={give}
        more={[{ title: say('dutyPart'), width: 180, render: (_, one) => partText(say, one) }]}
        title={say('newOwner')}
        testId="new-owner"
        isForAll
      />
      <div className="field-row">
        <Labelled label={say('handOverReason')}>
          <Input
            maxLength={200}
            data-testid="hand-over-reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Labelled>
        <Labelled label={say('handOverNote')}>
          <Input.TextArea
            rows={2}
            maxLength={500}
            data-testid="hand-over-note"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Labelled>
      </div>
      {refused}
      <div className="form-foot">
        <Button onClick={leave}>{say('cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="hand-over">
          {say(absence ? 'handOverAway' : handOverWord(account))}
        </Button>
      </div>
    </form>
  );
}

function handOverWord(account: Props['account']): 'handOverOff' | 'handOverRole' | 'handOverAll' {
  if (!account) return 'handOverAll';
  return account.active ? 'handOverRole' : 'handOverOff';
}

/** Each thing that is owed by its name. */
function partText(say: Say, { part, owes, offeredTo }: Duty): string {
  const owed = owes.map((one) => say(`duty.${one}`));
  if (part === 'owed') return owed.join('、');
  const word = part === 'receiver' ? 'duty.receiver' : offeredTo === null ? 'duty.handler' : 'duty.offered';
  return [say(word, { name: offeredTo ?? '' }), ...owed].join('、');
}
