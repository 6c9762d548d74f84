/** All that is held of a resident, who looked at it and why, for whoever answers for it (P2, S4). */
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { PersonId } from '../../schema/ids.ts';
import { typedKeysOf } from '../../schema/people/typed-key.ts';
import { useApp } from '../app-context.ts';
import { Labelled } from '../parts/labelled.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { Page } from '../parts/page.tsx';
import { Masked } from './masked.tsx';
import './people.css';
import { PersonHeld } from './person-held.tsx';
import { useLookUp } from './use-look-up.ts';

export function PersonPage() {
  const { say } = useApp();
  const look = useLookUp();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<PersonId | null>(null);
  const [isWrong, setWrong] = useState(false);
  async function find() {
    const isKey = typedKeysOf(typed).length > 0;
    setWrong(!isKey);
    setChosen(null);
    if (isKey) await look.lookUp(typed);
  }
  const found = isWrong ? null : look.found;
  const only = found?.people.length === 1 ? found.people[0] : undefined;
  const shown = chosen ?? only?.personId ?? null;
  return (
    <Page title={say('section.people')} lead={say('peopleLead')}>
      <form
        className="find-person"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() && !look.busy) void find();
        }}
      >
        <Labelled label={say('personSought')} help={isWrong ? say('personTypedWrong') : undefined}>
          <Input
            autoFocus
            size="large"
            maxLength={64}
            autoComplete="off"
            data-testid="person-typed"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setWrong(false);
            }}
          />
        </Labelled>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={look.busy}
          disabled={!typed.trim()}
          data-testid="person-find"
        >
          {say('personFind')}
        </Button>
      </form>
      {found?.people.length === 0 && <Nothing sentence={say('personNobody')} />}
      {found && found.people.length > 1 && (
        <ul className="found-people" data-testid="found-people">
          {found.people.map((person) => (
            <li key={person.personId}>
              <Masked person={person} />
              <Button size="small" disabled={shown === person.personId} onClick={() => setChosen(person.personId)}>
                {say('personHeld')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {found?.isCut && <p className="soft">{say('personCut')}</p>}
      {shown && <PersonHeld key={shown} personId={shown} />}
    </Page>
  );
}
