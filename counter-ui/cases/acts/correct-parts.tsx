import { Input, Radio } from 'antd';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';
import type { PartsProps } from './forms.tsx';

/** A decision that takes the place of a wrong one: outcome, reason and basis. */
export function CorrectParts({ one, fields, put }: PartsProps) {
  const { say } = useApp();
  return (
    <>
      {one.decision && <p>{say('decidedBy', { no: one.decision.no, name: one.decision.byName })}</p>}
      <Radio.Group
        className="decisions"
        value={fields.outcome}
        onChange={(event) => put({ outcome: event.target.value })}
        options={(['granted', 'refused'] as const).map((value) => ({ value, label: say(`outcome.${value}`) }))}
      />
      {fields.outcome === 'refused' && <p className="offer">{say('correctNeedsSecond')}</p>}
      <Labelled label={say('correctReason')} help={say('correctHelp')}>
        <Input.TextArea
          rows={3}
          maxLength={500}
          data-testid="act-text"
          value={fields.text}
          onChange={(event) => put({ text: event.target.value })}
        />
      </Labelled>
      <Labelled label={say('correctBasis')}>
        <Input
          maxLength={500}
          data-testid="correct-basis"
          value={fields.basis}
          onChange={(event) => put({ basis: event.target.value })}
        />
      </Labelled>
    </>
  );
}
