import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import type { ClerkId } from '../../../schema/ids.ts';
import type { AbsenceWish } from '../../../schema/people/absence.ts';
import type { Clerk } from '../../../schema/people/clerk.ts';
import { addDays } from '../../../schema/time.ts';
import { useApp } from '../../app-context.ts';
import { useDraftGuard } from '../../hooks/use-draft-guard.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { HandOverDuties } from '../hand-over-duties.tsx';
import { LostCoverOf } from './lost-cover.tsx';
import { OfferMine } from './offer-mine.tsx';
import './absence.css';

/** `clerkId` null: it is chosen. */
type Props = { clerkId: ClerkId | null; leave: () => void; done: () => void };
type When = AbsenceWish['from'];

const LEAST = 2;

export function AbsenceForm({ clerkId, leave, done }: Props) {
  const { say, client, me, board, tell } = useApp();
  const { send, busy, refused, code } = useFormWish();
  const clerks = useQuery({ queryKey: ['clerks'], queryFn: () => client.administration.clerks({}) });
  const today = board.rows.hall[0]?.today ?? '';
  const [who, setWho] = useState(clerkId);
  const [from, setFrom] = useState<When>({ day: today, time: '00:00' });
  const [back, setBack] = useState<When>({ day: today && addDays(today, 1), time: '00:00' });
  const [isOpen, setOpen] = useState(false);
  const [deputy, setDeputy] = useState<ClerkId | null>(null);
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const [handingOver, setHandingOver] = useState(false);
  useDraftGuard(note !== '');
  const mayOverride = code === 'positions-both-away' || code === 'stand-in-needed' || reason !== '';
  const ready = who !== null && note.trim().length >= LEAST && from.day !== '' && (isOpen || back.day !== '');
  const there = (all: Clerk[]) =>
    all.filter(({ active, blocked, role }) => active && !blocked && role !== 'administrator');
  const options = (all: Clerk[]) => there(all).map(({ id, name }) => ({ value: id, label: name }));
  const wish: AbsenceWish = {
    from,
    backOn: isOpen ? null : back,
    deputy,
    note: note.trim(),
    override: reason.trim() === '' ? null : reason.trim(),
  };

  async function enter() {
    if (!(await send((requestId) => client.absences.enter({ requestId, clerkId: who!, ...wish })))) return;
    tell(say('absenceEntered'));
    done();
  }
  if (handingOver && me.role === 'clerk')
    return <OfferMine leave={() => setHandingOver(false)} done={() => setHandingOver(false)} />;
  if (handingOver && who)
    return (
      <HandOverDuties
        clerkId={who}
        account={null}
        absence={wish}
        leave={() => setHandingOver(false)}
        done={() => {
          tell(say('absenceEntered'));
          done();
        }}
      />
    );
  return (
    <Dialog title={say('enterAbsence')} leave={leave} width={680}>
      <form
        data-testid="absence-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void enter();
        }}
      >
        <Answer asked={clerks}>
          {(all) => (
            <>
              {clerkId === null && (
                <Labelled label={say('absenceWho')}>
                  <Select<ClerkId>
                    showSearch={{ optionFilterProp: 'label' }}
                    data-testid="absence-who"
                    value={who}
                    onChange={setWho}
                    placeholder={say('chooseClerk')}
                    options={options(all)}
                  />
                </Labelled>
              )}
              <div className="field-row">
                <Moment label={say('absenceFrom')} testId="absence-from" value={from} min={today} onChange={setFrom} />
                <Moment
                  label={say('absenceBack')}
                  testId="absence-back"
                  value={back}
                  min={from.day}
                  disabled={isOpen}
                  onChange={setBack}
                />
              </div>
              <div className="ticks">
                <Checkbox
                  checked={isOpen}
                  data-testid="absence-open"
                  onChange={(event) => setOpen(event.target.checked)}
                >
                  {say('absenceOpen')}
                </Checkbox>
              </div>
              <Labelled label={say('absenceDeputy')}>
                <Select<ClerkId | ''>
                  showSearch={{ optionFilterProp: 'label' }}
                  data-testid="absence-deputy"
                  value={deputy ?? ''}
                  onChange={(id) => setDeputy(id === '' ? null : id)}
                  options={[
                    { value: '' as const, label: say('absenceNoDeputy') },
                    ...options(all).filter(({ value }) => value !== who),
                  ]}
                />
              </Labelled>
            </>
          )}
        </Answer>
        <Labelled label={say('absenceNote')}>
          <Input.TextArea
            rows={3}
            maxLength={500}
            data-testid="absence-note"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Labelled>
        {who !== null && <LostCoverOf clerkId={who} times={wish} />}
        {refused}
        {code === 'absence-has-duties' && (
          <Button
            className="hand-over-first"
            type="primary"
            onClick={() => setHandingOver(true)}
            data-testid="hand-over-first"
          >
            {say(me.role === 'clerk' ? 'offerMine' : 'handOverFirst')}
          </Button>
        )}
        {mayOverride && me.role === 'supervisor' && (
          <Labelled label={say('absenceOverride')}>
            <Input
              maxLength={200}
              data-testid="absence-override"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Labelled>
        )}
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="save-absence">
            {say('enterAbsence')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type MomentProps = {
  label: string;
  testId: string;
  value: When;
  min: string;
  disabled?: boolean;
  onChange: (value: When) => void;
};

/** A day, and its time where it is not the whole day. */
function Moment({ label, testId, value, min, disabled = false, onChange }: MomentProps) {
  return (
    <Labelled label={label}>
      <span className="absence-moment">
        <Input
          type="date"
          min={min}
          disabled={disabled}
          data-testid={testId}
          value={value.day}
          onChange={(event) => onChange({ ...value, day: event.target.value })}
        />
        <Input
          type="time"
          disabled={disabled}
          aria-label={label}
          data-testid={`${testId}-time`}
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.target.value || '00:00' })}
        />
      </span>
    </Labelled>
  );
}
