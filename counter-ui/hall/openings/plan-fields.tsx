/** The fields that a one-off opening and a series share (H1, H5). */
import { Checkbox, Input, InputNumber, Select } from 'antd';
import { OpeningKind } from '../../../schema/hours/opening.ts';
import { type CounterId, inLanguage, type Letter } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { byLabel } from '../../parts/counter-order.ts';
import { Labelled } from '../../parts/labelled.tsx';

export type PlanDraft = {
  kind: OpeningKind;
  from: string;
  to: string;
  letters: Letter[];
  counterIds: CounterId[];
  bookableShare: number;
};

/** Everything is offered at every counter until something is taken away. */
export function useFirstDraft(): PlanDraft {
  const { board, catalogue } = useApp();
  return {
    kind: 'regular',
    from: '09:00',
    to: '17:00',
    letters: catalogue.groups.map((group) => group.id),
    counterIds: board.rows.counters.map((row) => row.id),
    bookableShare: 0.4,
  };
}

export function isComplete(draft: PlanDraft): boolean {
  return draft.letters.length > 0 && draft.counterIds.length > 0 && draft.from !== '' && draft.to !== '';
}

type Props = { draft: PlanDraft; put: (part: Partial<PlanDraft>) => void };

export function PlanFields({ draft, put }: Props) {
  const { say, board, catalogue, language } = useApp();
  return (
    <>
      <div className="field-row">
        <Labelled label={say('kind')}>
          <Select<OpeningKind>
            value={draft.kind}
            onChange={(kind) => put({ kind })}
            options={OpeningKind.options.map((value) => ({ value, label: say(`kind.${value}`) }))}
          />
        </Labelled>
        <Labelled label={say('from')}>
          <Input type="time" value={draft.from} onChange={(event) => put({ from: event.target.value })} />
        </Labelled>
        <Labelled label={say('to')} help={draft.to <= draft.from ? say('pastMidnight') : undefined}>
          <Input type="time" value={draft.to} onChange={(event) => put({ to: event.target.value })} />
        </Labelled>
        <Labelled label={say('bookable')}>
          <InputNumber<number>
            min={0}
            max={100}
            step={5}
            suffix="%"
            value={Math.round(draft.bookableShare * 100)}
            onChange={(share) => put({ bookableShare: (share ?? 0) / 100 })}
          />
        </Labelled>
      </div>
      <fieldset className="ticks">
        <legend>{say('groups')}</legend>
        <Checkbox.Group<Letter>
          value={draft.letters}
          onChange={(letters) => put({ letters })}
          options={catalogue.groups.map((group) => ({
            value: group.id,
            label: `${group.id} ${inLanguage(group.names, language)}`,
          }))}
        />
      </fieldset>
      <fieldset className="ticks">
        <legend>{say('counters')}</legend>
        <Checkbox.Group<CounterId>
          value={draft.counterIds}
          onChange={(counterIds) => put({ counterIds })}
          options={[...board.rows.counters].sort(byLabel).map((row) => ({ value: row.id, label: row.label }))}
        />
      </fieldset>
    </>
  );
}
