import { Input } from 'antd';
import { useApp } from '../../../app-context.ts';
import { Labelled } from '../../../parts/labelled.tsx';
import type { PartProps } from '../conclusion.ts';

/** C5: nobody is sent away without place, address and telephone. */
export function Elsewhere({ draft, put }: PartProps) {
  const { say } = useApp();
  return (
    <div className="elsewhere">
      <Labelled label={say('place')}>
        <Input
          autoFocus
          maxLength={500}
          data-testid="place"
          value={draft.place}
          onChange={(e) => put({ place: e.target.value })}
        />
      </Labelled>
      <Labelled label={say('address')}>
        <Input
          maxLength={500}
          data-testid="address"
          value={draft.address}
          onChange={(e) => put({ address: e.target.value })}
        />
      </Labelled>
      <Labelled label={say('telephone')}>
        <Input
          type="tel"
          maxLength={40}
          data-testid="telephone"
          value={draft.telephone}
          onChange={(e) => put({ telephone: e.target.value })}
        />
      </Labelled>
    </div>
  );
}
