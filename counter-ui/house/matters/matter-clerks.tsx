/** C11: the A and B clerk of a matter, to whom its cases are offered first; set by the administrator. */
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import type { ClerkId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { MatterTouched } from './form/matter-touched.tsx';

export function MatterClerks({ matter }: { matter: Matter }) {
  const { say, client, act, reloadCatalogue } = useApp();
  const asked = useQuery({ queryKey: ['clerks'], queryFn: () => client.administration.clerks({}) });
  const [clerkA, setClerkA] = useState(matter.clerkA);
  const [clerkB, setClerkB] = useState(matter.clerkB);
  const changed = clerkA !== matter.clerkA || clerkB !== matter.clerkB;
  const there = (asked.data ?? []).filter((one) => one.active && !one.blocked && one.role !== 'administrator');

  async function save() {
    const wish = { matterId: matter.id, clerkA, clerkB };
    if (await act((requestId) => client.administration.clerksOfMatter({ requestId, ...wish }))) reloadCatalogue();
  }
  const choice = (of: 'A' | 'B', id: ClerkId | null, choose: (id: ClerkId | null) => void) => (
    <Labelled label={say(`matterClerk.${of}`)}>
      <Select<ClerkId>
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        data-testid={`clerk-${of}-${matter.id}`}
        placeholder={say('chooseClerk')}
        value={id}
        onChange={(next) => choose(next ?? null)}
        options={(asked.data ?? [])
          .filter((one) => one.id === id || there.includes(one))
          .map((one) => ({ value: one.id, label: one.name }))}
      />
    </Labelled>
  );

  return (
    <div className="aliases">
      <div className="field-row">
        {choice('A', clerkA, setClerkA)}
        {choice('B', clerkB, setClerkB)}
      </div>
      <Button type="primary" disabled={!changed} data-testid={`save-clerks-${matter.id}`} onClick={() => void save()}>
        {say('save')}
      </Button>
      <p className="soft">{say('matterClerksLead')}</p>
      {changed && <MatterTouched matterIds={[matter.id]} isChanged />}
    </div>
  );
}
