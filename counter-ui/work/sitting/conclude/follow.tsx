import { Input } from 'antd';
import { materialText } from '../../../../schema/catalogue/material.ts';
import { addDays } from '../../../../schema/time.ts';
import { useApp } from '../../../app-context.ts';
import { Labelled } from '../../../parts/labelled.tsx';
import { dayOf } from '../../../words/hall-time.ts';
import type { PartProps } from './conclusion.ts';
import type { Listed } from './meaning.ts';

/** C13: what follows, and the day that the resident promises; nothing is assumed for them. */
export function Follow({ matter, items, draft, put }: PartProps & { matter: Listed; items: string[] }) {
  const { say, language, hallNow } = useApp();
  const tomorrow = addDays(dayOf(new Date(hallNow()).toISOString()), 1);
  return (
    <div className="follow-items" data-testid="follow">
      <p>{say('followLead')}</p>
      <ul>
        {matter.materials
          .filter(({ id }) => items.includes(id))
          .map((one) => (
            <li key={one.id}>{materialText(one, language)}</li>
          ))}
      </ul>
      <Labelled label={say('followBy')}>
        <Input
          autoFocus
          type="date"
          min={tomorrow}
          data-testid="follow-by"
          value={draft.followBy}
          onChange={(event) => put({ followBy: event.target.value })}
        />
      </Labelled>
    </div>
  );
}
