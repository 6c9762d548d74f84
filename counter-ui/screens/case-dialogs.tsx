/** Handing a case to another clerk, and ending an accepted one with its decision. */
import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { MyCase } from '../../schema/api.ts';
import { type ClerkId, inLanguage } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { clockTime } from '../hall-time.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Labelled } from '../parts/labelled.tsx';
import { Answer } from '../parts/page.tsx';
import { useAsked } from '../use-asked.ts';

type Props = { one: MyCase; leave: () => void; done: () => void };

/** C3: an offer; the case stays mine until it is accepted. */
export function OfferCase({ one, leave, done }: Props) {
  const { say, client, act, tell, me, language } = useApp();
  const clerks = useAsked(() => client.administration.clerks({}));
  const [to, setTo] = useState<ClerkId | null>(null);
  const [note, setNote] = useState('');
  const ready = to !== null && note.trim().length >= 2;

  async function offer() {
    const given = await act((requestId) =>
      client.cases.offer({ requestId, caseId: one.caseId, to: to!, note: note.trim() }),
    );
    if (!given) return;
    tell(say('offer-made', { time: clockTime(given.lapsesAt) }));
    done();
  }

  return (
    <Dialog title={say('offer-case')} leave={leave} width={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void offer();
        }}
      >
        <p className="soft">{`${one.number} · ${inLanguage(one.matterNames, language)}`}</p>
        <p className="soft">{say('offer-lead')}</p>
        <Answer asked={clerks}>
          {(all) => (
            <Labelled label={say('offer-to')}>
              <Select<ClerkId>
                autoFocus
                showSearch={{ optionFilterProp: 'label' }}
                data-testid="offer-to"
                value={to}
                onChange={setTo}
                placeholder={say('choose-clerk')}
                options={all
                  .filter((clerk) => clerk.active && clerk.role !== 'administrator' && clerk.id !== me.clerkId)
                  .map((clerk) => ({ value: clerk.id, label: `${clerk.name} · ${say(`role-${clerk.role}`)}` }))}
              />
            </Labelled>
          )}
        </Answer>
        <Labelled label={say('offer-note')}>
          <Input.TextArea
            rows={3}
            maxLength={500}
            data-testid="offer-note"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Labelled>
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!ready} data-testid="offer-submit">
            {say('offer-submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const DECISIONS = ['granted', 'refused', 'withdrawn'] as const;

export function CloseCase({ one, leave, done }: Props) {
  const { say, client, act, tell, language } = useApp();
  const [outcome, setOutcome] = useState<(typeof DECISIONS)[number] | null>(null);
  const [note, setNote] = useState('');
  const ready = outcome !== null && note.trim().length >= 2;

  async function close() {
    const closed = await act((requestId) =>
      client.cases.close({ requestId, caseId: one.caseId, outcome: outcome!, note: note.trim() }),
    );
    if (!closed) return;
    tell(say('case-closed'));
    done();
  }

  return (
    <Dialog title={say('close-case')} leave={leave} width={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void close();
        }}
      >
        <p className="soft">{`${one.receiptNo ?? one.number} · ${inLanguage(one.matterNames, language)}`}</p>
        <Radio.Group
          className="decisions"
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
          options={DECISIONS.map((value) => ({ value, label: say(`outcome-${value}`) }))}
        />
        <Labelled label={say('decision-note')} help={outcome === 'refused' ? say('refused-help') : undefined}>
          <Input.TextArea
            rows={3}
            maxLength={500}
            data-testid="decision-note"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Labelled>
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!ready} data-testid="close-case-submit">
            {say('close-case')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
