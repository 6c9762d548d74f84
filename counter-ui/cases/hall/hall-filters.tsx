import { Select } from 'antd';
import type { HallCase } from '../../../schema/cases/views.ts';
import { type ClerkId, inLanguage, type MatterId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { type CaseState, type Choice, isIn, STATES } from './choice.ts';

type Props = { cases: HallCase[]; choice: Choice; choose: (choice: Choice) => void };

/** Whose cases, of which matter, and how they stand. */
export function HallFilters({ cases, choice, choose }: Props) {
  const { say, language } = useApp();
  const handlers = new Map(cases.map((one) => [one.handlerId, one.handler]));
  const matters = new Map(cases.map((one) => [one.matterId, inLanguage(one.matterNames, language)]));
  const count = (is: (one: HallCase) => boolean) => cases.filter(is).length;
  const states = STATES.map((state) => ({ state, of: count((one) => isIn(one, state)) })).filter(({ of }) => of > 0);
  return (
    <>
      <Select<ClerkId>
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        data-testid="handler-choice"
        aria-label={say('handler')}
        placeholder={say('allHandlers', { count: cases.length })}
        value={choice.handler}
        onChange={(handler) => choose({ ...choice, handler: handler ?? null })}
        options={[...handlers].map(([id, name]) => ({
          value: id,
          label: `${name} · ${count(({ handlerId }) => handlerId === id)}`,
        }))}
        style={{ width: 200 }}
      />
      <Select<MatterId>
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        data-testid="matter-choice"
        aria-label={say('matter')}
        placeholder={say('allMatters')}
        value={choice.matterId}
        onChange={(matterId) => choose({ ...choice, matterId: matterId ?? null })}
        options={[...matters].map(([id, name]) => ({
          value: id,
          label: `${name} · ${count(({ matterId }) => matterId === id)}`,
        }))}
        style={{ width: 220 }}
      />
      <Select<CaseState>
        allowClear
        data-testid="state-choice"
        aria-label={say('phase')}
        placeholder={say('allStates')}
        value={choice.state}
        onChange={(state) => choose({ ...choice, state: state ?? null })}
        options={states.map(({ state, of }) => ({ value: state, label: `${say(`state.${state}`)} · ${of}` }))}
        style={{ width: 180 }}
      />
    </>
  );
}
