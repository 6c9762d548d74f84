import { Input, InputNumber, Select } from 'antd';
import { PauseKind } from '../../../schema/cases/deadline.ts';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';
import type { WordKey } from '../../words/speak.ts';
import type { PartsProps } from './forms.tsx';

/** How many days, of the limit's unit. */
export function Days({ label, fields, put }: Omit<PartsProps, 'one'> & { label: WordKey }) {
  const { say } = useApp();
  return (
    <Labelled label={say(label)}>
      <InputNumber<number>
        min={1}
        max={365}
        precision={0}
        data-testid="act-days"
        value={fields.days}
        onChange={(days) => put({ days })}
      />
    </Labelled>
  );
}

export function PauseParts({ fields, put }: PartsProps) {
  const { say } = useApp();
  return (
    <>
      <Labelled label={say('pauseKind')}>
        <Select<PauseKind>
          data-testid="pause-kind"
          value={fields.kind}
          onChange={(kind) => put({ kind })}
          options={PauseKind.options.map((value) => ({ value, label: say(`pause.${value}`) }))}
        />
      </Labelled>
      <Labelled label={say('pauseBasis')}>
        <Input
          maxLength={200}
          data-testid="pause-basis"
          value={fields.basis}
          onChange={(event) => put({ basis: event.target.value })}
        />
      </Labelled>
      <Days label="pauseDays" fields={fields} put={put} />
    </>
  );
}
