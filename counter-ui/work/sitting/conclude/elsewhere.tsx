import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Checkbox, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { ConclusionKind } from '../../../../schema/cases/conclusion.ts';
import { type Agency, findAgencies } from '../../../../schema/catalogue/agency.ts';
import type { CaseId } from '../../../../schema/ids.ts';
import type { Draft } from '../../../../schema/line/draft.ts';
import { useApp } from '../../../app-context.ts';
import { Trouble } from '../../../parts/answer.tsx';
import { Labelled } from '../../../parts/labelled.tsx';
import type { PartProps } from './conclusion.ts';
import { useApplicantOf } from './use-applicant-of.ts';

/**
 * C6: a place that is typed needs a reason, because a second person looks at it; and where no telephone of the applicant
 * is known, nobody could be told that it is ours after all.
 */
export function useTypedPlace(kind: ConclusionKind, caseId: CaseId, draft: Draft) {
  const { client } = useApp();
  const enabled = kind === 'not-ours';
  const agencies = useQuery({ ...AGENCIES, queryFn: () => client.administration.agencies({}), enabled });
  const applicant = useApplicantOf(caseId, enabled);
  if (!enabled || !agencies.data) return { isTyped: false, isNobodyToReach: false };
  const isSame = ({ name, address, telephone, inUse, offered }: Agency) =>
    inUse && !offered && name === draft.place && address === draft.address && telephone === draft.telephone;
  const isTyped = draft.place !== '' && !agencies.data.some(isSame);
  return { isTyped, isNobodyToReach: isTyped && applicant !== undefined && !applicant?.telephone };
}

const AGENCIES = { queryKey: ['agencies'] };

/** C5: nobody is sent away without place, address and telephone; the directory fills them, and a place may be typed. */
export function Elsewhere({ draft, put, isNobodyToReach }: PartProps & { isNobodyToReach: boolean }) {
  const { say, client } = useApp();
  const asked = useQuery({ ...AGENCIES, queryFn: () => client.administration.agencies({}) });
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
      {isNobodyToReach && (
        <div className="trouble nobody-to-reach">
          <p role="alert" data-testid="nobody-to-reach">
            {say('nobodyToReach')}
          </p>
          <Checkbox
            data-testid="unreachable"
            checked={draft.unreachable}
            onChange={(event) => put({ unreachable: event.target.checked })}
          >
            {say('unreachable')}
          </Checkbox>
        </div>
      )}
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
