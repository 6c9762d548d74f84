/** P1, P2: what a matter keeps of people's documents, and for how long: set by the administrator. */
import { Button, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { IDENTITY_USES } from '../../../schema/people/person.ts';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { MatterTouched } from './form/matter-touched.tsx';

export function MatterKeeps({ matter }: { matter: Matter }) {
  const { say, client, act, reloadCatalogue } = useApp();
  const [identity, setIdentity] = useState(matter.identity);
  const [retentionDays, setRetentionDays] = useState(matter.retentionDays);
  const changed = identity !== matter.identity || retentionDays !== matter.retentionDays;

  async function save() {
    const wish = { matterId: matter.id, identity, retentionDays };
    if (await act((requestId) => client.administration.keepOfMatter({ requestId, ...wish }))) reloadCatalogue();
  }

  return (
    <div className="aliases">
      <div className="matter-keeps">
        <Labelled label={say('matterKeeps')}>
          <Radio.Group
            value={identity}
            data-testid={`identity-${matter.id}`}
            onChange={(event) => setIdentity(event.target.value)}
            options={IDENTITY_USES.map((value) => ({ value, label: say(`identity.${value}`) }))}
          />
        </Labelled>
        <Labelled label={say('matterRetention')}>
          <InputNumber
            min={1}
            max={3650}
            precision={0}
            data-testid={`retention-${matter.id}`}
            value={retentionDays}
            onChange={(days) => setRetentionDays(days)}
          />
        </Labelled>
      </div>
      <Button type="primary" disabled={!changed} onClick={() => void save()}>
        {say('save')}
      </Button>
      <p className="soft">{say('matterKeepsLead')}</p>
      {changed && <MatterTouched matterIds={[matter.id]} isChanged />}
    </div>
  );
}
