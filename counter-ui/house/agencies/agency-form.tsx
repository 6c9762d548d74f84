import { Button, Input, Select, Switch } from 'antd';
import { useState } from 'react';
import type { AgencyPlan } from '../../../schema/catalogue/agency.ts';
import type { AgencyId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Labelled } from '../../parts/labelled.tsx';

export type AgencyDraft = AgencyPlan & { id?: AgencyId; offered?: boolean };

/** One agency: new, known, or taken in from what a counter typed. */
export function AgencyForm({ first, leave, done }: { first: AgencyDraft; leave: () => void; done: () => void }) {
  const { say, client, tell } = useApp();
  const { send, busy, refused } = useFormWish();
  const [draft, setDraft] = useState(first);
  const put = (part: Partial<AgencyDraft>) => setDraft({ ...draft, ...part });
  const ready = [draft.name, draft.address, draft.telephone].every((one) => one.trim() !== '');
  const title = first.offered ? 'takeInAgency' : first.id ? 'editAgency' : 'newAgency';

  async function save() {
    if (!(await send((requestId) => client.administration.saveAgency({ requestId, agency: draft })))) return;
    tell(say('saved'));
    done();
  }

  return (
    <Dialog title={say(title)} leave={leave} width={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void save();
        }}
      >
        <Labelled label={say('place')}>
          <Input
            autoFocus
            maxLength={100}
            data-testid="agency-name"
            value={draft.name}
            onChange={(event) => put({ name: event.target.value })}
          />
        </Labelled>
        <Labelled label={say('address')}>
          <Input
            maxLength={200}
            data-testid="agency-address"
            value={draft.address}
            onChange={(event) => put({ address: event.target.value })}
          />
        </Labelled>
        <div className="field-row">
          <Labelled label={say('telephone')}>
            <Input
              type="tel"
              maxLength={40}
              data-testid="agency-telephone"
              value={draft.telephone}
              onChange={(event) => put({ telephone: event.target.value })}
            />
          </Labelled>
          <Labelled label={say('agencyHours')} help={say('agencyHoursHelp')}>
            <Input
              maxLength={200}
              data-testid="agency-hours"
              value={draft.hours}
              onChange={(event) => put({ hours: event.target.value })}
            />
          </Labelled>
        </div>
        <Labelled label={say('aliases')}>
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            placeholder={say('aliasesHint')}
            value={draft.aliases}
            onChange={(aliases: string[]) =>
              put({ aliases: [...new Set(aliases.map((one) => one.trim()))].filter(Boolean) })
            }
          />
        </Labelled>
        <p className="switch-row">
          <Switch id="in-use" checked={draft.inUse} onChange={(inUse) => put({ inUse })} />
          <label htmlFor="in-use">{say('inUse')}</label>
        </p>
        {refused}
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="save-agency">
            {say('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
