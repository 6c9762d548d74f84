/** L3: what people call a matter, to be found by: kept by the administrator. Nobody who has a number or a case is touched. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Aliases, type Matter } from '../../../schema/catalogue/catalogue.ts';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';

export function MatterAliases({ matter }: { matter: Matter }) {
  const { say, client, act, reloadCatalogue } = useApp();
  const [aliases, setAliases] = useState(matter.aliases);
  const [busy, setBusy] = useState(false);
  const fits = Aliases.safeParse(aliases).success;
  const changed = aliases.join('\n') !== matter.aliases.join('\n');

  async function save() {
    setBusy(true);
    const saved = await act((requestId) =>
      client.administration.nameMatter({ requestId, matterId: matter.id, aliases }),
    );
    setBusy(false);
    if (saved) reloadCatalogue();
  }

  return (
    <div className="aliases">
      <Labelled label={say('aliases')}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', '，', '、', ';', '；']}
          placeholder={say('aliasesHint')}
          status={fits ? undefined : 'error'}
          value={aliases}
          onChange={(wanted: string[]) => setAliases([...new Set(wanted.map((one) => one.trim()))].filter(Boolean))}
          data-testid={`aliases-${matter.id}`}
        />
      </Labelled>
      <Button type="primary" disabled={!changed || !fits} loading={busy} onClick={() => void save()}>
        {say('save')}
      </Button>
      <p className={fits ? 'soft' : 'wrong'}>{say(fits ? 'aliasesLead' : 'aliasesTooMany')}</p>
      {changed && fits && (
        <p className="matter-touches" data-testid="aliases-touch-nothing">
          {say('aliasesTouchNothing')}
        </p>
      )}
    </div>
  );
}
