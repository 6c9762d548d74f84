import { Input, Select } from 'antd';
import { CaseState, type HallList } from '../../../schema/cases/worklist/hall-list.ts';
import { type ClerkId, inLanguage, type MatterId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import type { Say } from '../../words/speak.ts';
import type { Choice } from './choice.ts';

type Props = { list: HallList; choice: Choice; choose: (choice: Choice) => void };

/** Whose cases, of which matter, and how they stand. */
export function HallFilters({ list, choice, choose }: Props) {
  const { say, language, board } = useApp();
  const thisMonth = (board.rows.hall[0]?.today ?? '').slice(0, 7);
  const states = CaseState.options.filter((state) => state === 'closed' || (list.states[state] ?? 0) > 0);
  return (
    <>
      <Select<ClerkId>
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        data-testid="handler-choice"
        aria-label={say('handler')}
        placeholder={say('allHandlers', { count: list.all })}
        value={choice.handler}
        onChange={(handler) => choose({ ...choice, handler: handler ?? null })}
        options={list.clerks
          .filter(({ open }) => open > 0)
          .map(({ clerkId, name, open }) => ({ value: clerkId, label: `${name} · ${open}` }))}
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
        options={list.matters.map(({ matterId, names, count }) => ({
          value: matterId,
          label: `${inLanguage(names, language)} · ${count}`,
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
        options={states.map((state) => ({ value: state, label: `${stateText(say, state)} · ${list.states[state]}` }))}
        style={{ width: 180 }}
      />
      {choice.state === 'closed' && (
        <Input
          type="month"
          aria-label={say('closedMonth')}
          data-testid="closed-month"
          max={thisMonth}
          value={choice.month ?? thisMonth}
          onChange={(event) => choose({ ...choice, month: event.target.value || null })}
          style={{ width: 160 }}
        />
      )}
    </>
  );
}

/** A phase has one name on every screen of the staff. */
function stateText(say: Say, state: CaseState): string {
  switch (state) {
    case 'overdue':
    case 'soon':
    case 'offered':
    case 'paused':
      return say(`state.${state}`);
    case 'noticed':
    case 'accepted':
    case 'proposed':
    case 'decided':
    case 'closed':
      return say(`phase.${state}`);
    default:
      return state satisfies never;
  }
}
