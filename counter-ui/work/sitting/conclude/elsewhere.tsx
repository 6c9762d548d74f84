import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { type Agency, findAgencies } from '../../../../schema/catalogue/agency.ts';
import { useApp } from '../../../app-context.ts';
import { Trouble } from '../../../parts/answer.tsx';
import { Labelled } from '../../../parts/labelled.tsx';
import type { PartProps } from '../conclusion.ts';

/** C5: nobody is sent away without place, address and telephone; the directory fills them, and a place may be typed. */
export function Elsewhere({ draft, put }: PartProps) {
  const { say, client } = useApp();
  const asked = useQuery({ queryKey: ['agencies'], queryFn: () => client.administration.agencies({}) });
  return (
    <>
      {asked.error && <Trouble asked={asked} />}
      <div className="elsewhere">
        <Labelled label={say('place')}>
          <Place agencies={asked.data ?? []} draft={draft} put={put} />
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
        <Labelled label={say('agencyHours')}>
          <Input
            maxLength={200}
            data-testid="hours"
            value={draft.hours}
            onChange={(e) => put({ hours: e.target.value })}
          />
        </Labelled>
      </div>
    </>
  );
}

/** Found places are chosen by arrow and Enter, which then neither leave the form nor send it. */
function Place({ agencies, draft, put }: PartProps & { agencies: Agency[] }) {
  const [isOpen, setOpen] = useState(false);
  const found = findAgencies(agencies, draft.place);
  const byId = new Map<string, Agency>(found.map((one) => [one.id, one]));
  const choose = (id: string) => {
    const agency = byId.get(id);
    if (!agency) return;
    const { name: place, address, telephone, hours } = agency;
    put({ place, address, telephone, hours });
    setOpen(false);
  };
  const isShown = isOpen && found.length > 0;
  const onKey = (event: KeyboardEvent) => {
    if (!isShown) return;
    if (event.key === 'Enter') event.preventDefault();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setOpen(false);
  };
  return (
    <AutoComplete
      value={draft.place}
      defaultActiveFirstOption
      open={isShown}
      onOpenChange={setOpen}
      onSelect={choose}
      onChange={(place: string) => {
        if (!byId.has(place)) put({ place });
      }}
      onInputKeyDown={onKey}
      options={found.slice(0, 8).map((one) => ({
        value: one.id,
        label: (
          <span data-testid="agency">
            <b>{one.name}</b> <span className="soft">{one.address}</span>
          </span>
        ),
      }))}
      popupMatchSelectWidth={520}
    >
      <Input autoFocus maxLength={500} data-testid="place" />
    </AutoComplete>
  );
}
