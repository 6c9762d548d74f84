import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Switch, Table } from 'antd';
import { useState } from 'react';
import type { CounterPlan } from '../../schema/hall/plan.ts';
import { type CounterId, inLanguage, type Letter } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { useFormWish } from '../hooks/use-form-wish.tsx';
import { Answer } from '../parts/answer.tsx';
import { byLabel } from '../parts/counter-order.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Labelled } from '../parts/labelled.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { Page } from '../parts/page.tsx';

type Draft = Omit<CounterPlan, 'id'> & { id?: CounterId | undefined };

export function Counters() {
  const { say, client, catalogue } = useApp();
  const asked = useQuery({ queryKey: ['counters'], queryFn: () => client.administration.counters({}) });
  const [draft, setDraft] = useState<Draft | null>(null);
  const blank: Draft = { label: '', letters: catalogue.groups.map((group) => group.id), inUse: true };
  return (
    <Page
      title={say('section.counters')}
      lead={say('countersLead')}
      actions={
        <Button type="primary" onClick={() => setDraft(blank)} data-testid="new-counter">
          {say('newCounter')}
        </Button>
      }
    >
      <Answer asked={asked}>{(counters) => <CounterTable counters={counters} edit={setDraft} />}</Answer>
      {draft && (
        <CounterForm
          first={draft}
          leave={() => setDraft(null)}
          done={() => {
            setDraft(null);
            void asked.refetch();
          }}
        />
      )}
    </Page>
  );
}

function CounterTable({ counters, edit }: { counters: CounterPlan[]; edit: (draft: Draft) => void }) {
  const { say, catalogue, language } = useApp();
  const names = new Map(catalogue.groups.map((group) => [group.id, inLanguage(group.names, language)]));
  return (
    <Table<CounterPlan>
      size="small"
      rowKey="id"
      pagination={false}
      locale={{ emptyText: <Nothing sentence={say('noCounters')} /> }}
      dataSource={[...counters].sort(byLabel)}
      rowClassName={(row) => (row.inUse ? '' : 'gone')}
      columns={[
        { title: say('counterLabel'), width: 140, render: (_, row) => <b className="label-big">{row.label}</b> },
        {
          title: say('groups'),
          render: (_, row) => (
            <span className="letters">
              {row.letters.map((letter) => (
                <span key={letter}>
                  <b>{letter}</b> {names.get(letter)}
                </span>
              ))}
            </span>
          ),
        },
        { title: say('inUse'), width: 120, render: (_, row) => say(row.inUse ? 'yes' : 'no') },
        {
          title: '',
          width: 100,
          render: (_, row) => (
            <Button size="small" onClick={() => edit(row)}>
              {say('edit')}
            </Button>
          ),
        },
      ]}
    />
  );
}

function CounterForm({ first, leave, done }: { first: Draft; leave: () => void; done: () => void }) {
  const { say, client, tell, catalogue, language } = useApp();
  const { send, busy, refused } = useFormWish();
  const [draft, setDraft] = useState(first);
  const ready = draft.label.trim() !== '' && draft.letters.length > 0;

  async function save() {
    if (await send((requestId) => client.administration.saveCounter({ requestId, counter: draft }))) {
      tell(say('saved'));
      done();
    }
  }

  return (
    <Dialog title={say(first.id ? 'editCounter' : 'newCounter')} leave={leave} width={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void save();
        }}
      >
        <Labelled label={say('counterLabel')} help={say('counterLabelHelp')}>
          <Input
            autoFocus
            data-testid="counter-label"
            value={draft.label}
            onChange={(event) => setDraft({ ...draft, label: event.target.value })}
          />
        </Labelled>
        <fieldset className="ticks">
          <legend>{say('groups')}</legend>
          <Checkbox.Group<Letter>
            value={draft.letters}
            onChange={(letters) => setDraft({ ...draft, letters })}
            options={catalogue.groups.map((group) => ({
              value: group.id,
              label: `${group.id} ${inLanguage(group.names, language)}`,
            }))}
          />
        </fieldset>
        <p className="switch-row">
          <Switch id="in-use" checked={draft.inUse} onChange={(inUse) => setDraft({ ...draft, inUse })} />
          <label htmlFor="in-use">{say('inUse')}</label>
        </p>
        {refused}
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="save-counter">
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
