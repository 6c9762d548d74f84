/** Where the hall's messages to oneself go, and which are wished (C2, C10); only the person enters it. */
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { StaffContact, StaffWish } from '../../../schema/people/contact.ts';
import { useApp } from '../../app-context.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Labelled } from '../../parts/labelled.tsx';

export function MyContact() {
  const { client } = useApp();
  const asked = useQuery({ queryKey: ['my-contact'], queryFn: () => client.session.contact({}) });
  return <Answer asked={asked}>{(known) => <Shown known={known} changed={() => void asked.refetch()} />}</Answer>;
}

function Shown({ known, changed }: { known: StaffContact; changed: () => void }) {
  const { say, client, language, tell } = useApp();
  const { send, busy, refused } = useFormWish();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<StaffWish[] | null>(null);
  const wishes = known.wishes.map(({ wish }) => wish);
  const on = chosen ?? known.wishes.flatMap(({ wish, on }) => (on ? [wish] : []));
  const telephone = typed.trim();
  const hasAny = telephone !== '' || known.telephone !== null;

  async function save() {
    const declined = wishes.filter((wish) => !on.includes(wish));
    const contact = { declined, language, ...(telephone ? { telephone } : {}) };
    if (!(await send((requestId) => client.session.saveContact({ requestId, contact })))) return;
    setTyped('');
    setChosen(null);
    tell(say('contactSaved'));
    changed();
  }
  async function clear() {
    if (!(await send((requestId) => client.session.clearContact({ requestId })))) return;
    tell(say('contactCleared'));
    changed();
  }
  return (
    <form
      data-testid="my-contact"
      onSubmit={(event) => {
        event.preventDefault();
        if (hasAny && !busy) void save();
      }}
    >
      <p className="soft">{say('contactLead')}</p>
      <Labelled label={known.telephone ? say('contactNow', { telephone: known.telephone }) : say('contactTelephone')}>
        <Input
          type="tel"
          size="large"
          maxLength={40}
          autoComplete="off"
          data-testid="contact-telephone"
          placeholder={known.telephone ? say('contactOther') : ''}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Labelled>
      <Checkbox.Group
        className="items"
        value={on}
        onChange={setChosen}
        options={wishes.map((wish) => ({ value: wish, label: say(`wish.${wish}`) }))}
      />
      {refused}
      <div className="form-foot">
        {known.telephone && (
          <Button onClick={() => void clear()} disabled={busy} data-testid="contact-clear">
            {say('contactClear')}
          </Button>
        )}
        <Button type="primary" htmlType="submit" loading={busy} disabled={!hasAny} data-testid="contact-save">
          {say('contactSave')}
        </Button>
      </div>
    </form>
  );
}
