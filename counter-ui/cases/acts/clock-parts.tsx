import { Input, Select } from 'antd';
import { namedBasis, PauseKind } from '../../../schema/catalogue/facts/pauses.ts';
import { useApp } from '../../app-context.ts';
import { useCaseMatter } from '../../hooks/use-case-matter.ts';
import { Labelled, WholeNumber } from '../../parts/labelled.tsx';
import type { WordKey } from '../../words/speak.ts';
import type { PartsProps } from './forms.tsx';

/** How many days, of the limit's unit. */
export function Days({ label, fields, put }: Omit<PartsProps, 'one'> & { label: WordKey }) {
  const { say } = useApp();
  return (
    <WholeNumber
      label={say(label)}
      least={1}
      most={365}
      testId="act-days"
      value={fields.days}
      put={(days) => put({ days })}
    />
  );
}

/** Of what only a matter can name a basis for: with the words that it names, else it is not to be chosen, and says why. */
export function PauseParts({ one, fields, put }: PartsProps) {
  const { say, matters } = useApp();
  const now = matters.get(one.matterId);
  const stands = useCaseMatter(one.caseId, one.matterId);
  const named = (kind: PauseKind) => namedBasis(stands?.pauses ? stands : now && { ...now, pauses: null }, kind);
  const isNamed = fields.kind !== null && named(fields.kind) !== undefined;
  return (
    <>
      <Labelled label={say('pauseKind')}>
        <Select<PauseKind>
          listHeight={400}
          data-testid="pause-kind"
          value={fields.kind}
          onChange={(kind) => put({ kind, basis: named(kind) ?? (isNamed ? '' : fields.basis) })}
          options={PauseKind.options.map((value) => ({
            value,
            disabled: named(value) === null,
            label:
              named(value) === null
                ? say('pauseKindWhy', { kind: say(`pause.${value}`), why: say('pauseNotNamed') })
                : say(`pause.${value}`),
          }))}
        />
      </Labelled>
      <Labelled label={say(isNamed ? 'pauseNamedBasis' : 'pauseBasis')}>
        <Input
          maxLength={200}
          readOnly={isNamed}
          variant={isNamed ? 'filled' : 'outlined'}
          data-testid="pause-basis"
          value={fields.basis}
          onChange={(event) => put({ basis: event.target.value })}
        />
      </Labelled>
      <Days label="pauseDays" fields={fields} put={put} />
    </>
  );
}
