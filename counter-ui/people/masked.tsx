/** A person as a clerk may see one (P2): masked, each field shown for a look that is recorded. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { MaskedPerson, PersonField } from '../../schema/people/person.ts';
import { refusalOf } from '../../web/client.ts';
import { useApp } from '../app-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { KeyCap } from '../parts/key-cap.tsx';
import { Labelled } from '../parts/labelled.tsx';

/** `looked`: told of each look; `telephoneKey`: shows the telephone; `checkKey`: asks whether it was checked. */
type Props = { person: MaskedPerson; looked?: () => void; telephoneKey?: 'Alt+KeyT'; checkKey?: 'Alt+KeyK' };

export function Masked({ person, looked, telephoneKey, checkKey }: Props) {
  const { say, client, act, tell, tellWhyNot, me } = useApp();
  const [isChecked, setChecked] = useState(false);
  const [isChecking, setChecking] = useState(false);
  const [shown, setShown] = useState<Partial<Record<PersonField, string>>>({});
  const [asked, setAsked] = useState<PersonField | null>(null);
  const { personId, name, telephone, document } = person;
  const isHidden = telephone !== null && !person.erased && shown.telephone === undefined;
  const mayCheck = person.unproved && !isChecked && !person.erased && me.role !== 'administrator';
  const isQuiet = asked === null && !isChecking;
  useKeys({
    ...(telephoneKey && isHidden && isQuiet ? { [telephoneKey]: () => void reveal('telephone') } : {}),
    ...(checkKey && mayCheck && isQuiet ? { [checkKey]: () => setChecking(true) } : {}),
  });
  if (person.erased) return <span className="soft">{say('personErased')}</span>;

  async function reveal(field: PersonField) {
    try {
      show(field, (await client.people.reveal({ personId, field })).text);
    } catch (error) {
      if (refusalOf(error)?.code === 'reveal-reason') setAsked(field);
      else tellWhyNot(error);
    }
  }
  async function revealWith(field: PersonField, reason: string) {
    const answer = await act(() => client.people.reveal({ personId, field, reason }));
    setAsked(null);
    if (answer) show(field, answer.text);
  }
  /** H6: the board has every other screen ask anew. */
  async function check() {
    setChecking(false);
    if (!(await act((requestId) => client.people.checkTelephone({ requestId, personId })))) return;
    setChecked(true);
    tell(say('telephoneChecked'));
    looked?.();
  }
  function show(field: PersonField, text: string) {
    setShown((known) => ({ ...known, [field]: text }));
    looked?.();
  }

  const fields: [PersonField, string | null][] = [
    ['name', person.kind === 'organisation' ? null : name],
    ['telephone', telephone],
    ['document', document?.number ?? null],
  ];
  return (
    <span className="masked" data-testid="masked">
      {person.kind === 'organisation' && <b>{name}</b>}
      {fields.map(([field, text]) =>
        text === null ? null : (
          <span key={field}>
            {field === 'document' && document && <span className="soft">{say(`document.${document.kind}`)} </span>}
            <b data-testid={`person-${field}`}>{shown[field] ?? text}</b>
            {shown[field] === undefined && (
              <Button
                size="small"
                type="text"
                aria-label={say('personReveal', { what: say(`personField.${field}`) })}
                data-testid={`reveal-${field}`}
                onClick={() => void reveal(field)}
              >
                {say('personShow')}
                {field === 'telephone' && telephoneKey && <KeyCap>Alt+T</KeyCap>}
              </Button>
            )}
          </span>
        ),
      )}
      {person.unproved && !isChecked && (
        <span className="unproved">
          <span className="chip chip-unproved" data-testid="telephone-unproved">
            {say('telephoneUnproved')}
          </span>
          {mayCheck && (
            <Button
              size="small"
              data-testid="telephone-check"
              title={say('telephoneCheckLead')}
              onClick={() => setChecking(true)}
            >
              {say('telephoneCheck')}
              {checkKey && <KeyCap>Alt+K</KeyCap>}
            </Button>
          )}
        </span>
      )}
      {document && document.number === null && (
        <span className="soft">
          {say(`document.${document.kind}`)} {say('documentMatch')}
        </span>
      )}
      {isChecking && <Checking leave={() => setChecking(false)} check={() => void check()} />}
      {asked && <Why field={asked} leave={() => setAsked(null)} give={(reason) => void revealWith(asked, reason)} />}
    </span>
  );
}

/** H6: from then on messages go there. */
function Checking({ leave, check }: { leave: () => void; check: () => void }) {
  const { say } = useApp();
  return (
    <ConfirmDialog
      title={say('telephoneCheckAsk')}
      width={460}
      leave={leave}
      confirm={check}
      doesWhat={say('confirm')}
      testId="telephone-check-confirm"
    >
      <p>{say('telephoneCheckLead')}</p>
    </ConfirmDialog>
  );
}

/** No open case is reason enough. */
function Why({ field, leave, give }: { field: PersonField; leave: () => void; give: (reason: string) => void }) {
  const { say } = useApp();
  const [reason, setReason] = useState('');
  const enough = reason.trim().length >= 2;
  return (
    <Dialog title={say('personReveal', { what: say(`personField.${field}`) })} leave={leave} width={460}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (enough) give(reason.trim());
        }}
      >
        <Labelled label={say('personRevealReason')}>
          <Input
            maxLength={200}
            data-testid="reveal-why"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Labelled>
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!enough} data-testid="reveal-submit">
            {say('confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
