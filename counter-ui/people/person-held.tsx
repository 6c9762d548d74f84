import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { inLanguage, type PersonId } from '../../schema/ids.ts';
import type { PersonHeld as Held, PersonAct, PersonCase } from '../../schema/people/person-views.ts';
import { useApp } from '../app-context.ts';
import { Answer } from '../parts/answer.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { clockTime, dateText, dayOf } from '../words/hall-time.ts';
import { ChangeTelephone } from './change-telephone.tsx';
import { ErasePerson } from './erase-person.tsx';
import { Masked } from './masked.tsx';
import { PersonExport } from './person-export.tsx';
import { actDetail, caseState } from './person-words.ts';

export function PersonHeld({ personId }: { personId: PersonId }) {
  const { client } = useApp();
  const asked = useQuery({ queryKey: ['people', personId], queryFn: () => client.people.held({ personId }) });
  return <Answer asked={asked}>{(held) => <Shown held={held} changed={() => void asked.refetch()} />}</Answer>;
}

function Shown({ held, changed }: { held: Held; changed: () => void }) {
  const { say, me, language } = useApp();
  const [open, setOpen] = useState<'telephone' | 'export' | 'erase' | null>(null);
  const { person, cases, acts, eraseOn } = held;
  const { personId } = person;
  const leave = () => setOpen(null);
  const done = () => {
    leave();
    changed();
  };
  return (
    <section className="person-held" data-testid="person-held" aria-label={say('personHeld')}>
      <div className="person-head">
        <Masked key={`${person.telephone}`} person={person} looked={changed} />
        {!person.erased && (
          <>
            <span className="soft" data-testid="person-end">
              {eraseOn ? say('personEraseOn', { day: dateText(eraseOn, language) }) : say('personKeptOpen')}
            </span>
            {me.role === 'supervisor' && (
              <Button size="small" data-testid="telephone-change" onClick={() => setOpen('telephone')}>
                {say('telephoneChange')}
              </Button>
            )}
            <Button size="small" data-testid="person-export" onClick={() => setOpen('export')}>
              {say('personExport')}
            </Button>
            <Button size="small" danger data-testid="person-erase" onClick={() => setOpen('erase')}>
              {say('personErase')}
            </Button>
          </>
        )}
      </div>
      <h2 className="below">{say('personCases')}</h2>
      <Cases cases={cases} />
      <h2 className="below">{say('personActs')}</h2>
      <Acts acts={acts} />
      {open === 'telephone' && <ChangeTelephone personId={personId} leave={leave} done={done} />}
      {open === 'export' && <PersonExport personId={personId} leave={done} />}
      {open === 'erase' && <ErasePerson personId={personId} leave={leave} done={done} />}
    </section>
  );
}

function Cases({ cases }: { cases: PersonCase[] }) {
  const { say, language, openCase } = useApp();
  if (cases.length === 0) return <p className="soft">{say('personNoCases')}</p>;
  return (
    <ul className="person-cases">
      {cases.map((one) => (
        <li key={one.caseId}>
          <Button size="small" data-testid="person-case" onClick={() => openCase(one.caseId)}>
            {one.receiptNo ?? one.number}
          </Button>
          <b>{inLanguage(one.matterNames, language)}</b>
          <span className="chip">{caseState(say, one)}</span>
          <span className="soft">
            {say(`personPart.${one.part}`)} · {dateText(dayOf(one.openedAt), language)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Acts({ acts }: { acts: PersonAct[] }) {
  const { say, language } = useApp();
  return (
    <Table<PersonAct>
      size="small"
      rowKey="id"
      pagination={false}
      locale={{ emptyText: <Nothing sentence={say('personNobody')} /> }}
      // The last one first, as in the hall's history.
      dataSource={[...acts].reverse()}
      columns={[
        {
          title: say('historyWhen'),
          width: 200,
          render: (_, { at }) => (
            <>
              {dateText(dayOf(at), language)} <b>{clockTime(at)}</b>
            </>
          ),
        },
        { title: say('personActBy'), width: 140, render: (_, { byName }) => byName ?? say('byClock') },
        {
          title: say('personActWhat'),
          width: 260,
          render: (_, act) => (
            <span data-testid="person-act">
              {say(`personAct.${act.act}`)} <span className="soft">{actDetail(say, act)}</span>
            </span>
          ),
        },
        {
          title: say('personActWhy'),
          render: (_, { reason, caseNumber }) =>
            [caseNumber ? say('personActCase', { number: caseNumber }) : '', reason].filter(Boolean).join(' · '),
        },
      ]}
    />
  );
}
