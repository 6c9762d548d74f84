import { Button, Checkbox, Input, Switch, Table } from 'antd';
import { useState } from 'react';
import type { CounterPlan } from '../../schema/catalogue.ts';
import { type CounterId, inLanguage, type Letter } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { byLabel } from '../order.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Labelled } from '../parts/labelled.tsx';
import { Answer, Nothing, Page } from '../parts/page.tsx';
import { useAsked } from '../use-asked.ts';
import { useFormWish } from '../use-form-wish.tsx';

type Draft = Omit<CounterPlan, 'id'> & { id?: CounterId | undefined };

export function Counters() {
  const { say, client, catalogue } = useApp();
  const asked = useAsked(() => client.administration.counters({}));
  const [draft, setDraft] = useState<Draft | null>(null);
  const blank: Draft = { label: '', letters: catalogue.groups.map((group) => group.id), inUse: true };
  return (
    <Page
      title={say('section-counters')}
      lead={say('counters-lead')}
      actions={
        <Button type="primary" onClick={() => setDraft(blank)} data-testid="new-counter">
          {say('new-counter')}
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
            asked.again();
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
      locale={{ emptyText: <Nothing sentence={say('no-counters')} /> }}
      dataSource={[...counters].sort(byLabel)}
      rowClassName={(row) => (row.inUse ? '' : 'gone')}
      columns={[
        { title: say('counter-label'), width: 140, render: (_, row) => <b className="label-big">{row.label}</b> },
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
        { title: say('in-use'), width: 120, render: (_, row) => say(row.inUse ? 'yes' : 'no') },
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
    <Dialog title={say(first.id ? 'edit-counter' : 'new-counter')} leave={leave} width={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void save();
        }}
      >
        <Labelled label={say('counter-label')} help={say('counter-label-help')}>
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
          <label htmlFor="in-use">{say('in-use')}</label>
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
