/** The words of an act. */
import { Input } from 'antd';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';
import type { WordKey } from '../../words/speak.ts';
import type { PartsProps } from './forms.tsx';

type TextProps = Pick<PartsProps, 'fields' | 'put'> & { label: WordKey };

export function Text({ label, fields, put }: TextProps) {
  const { say } = useApp();
  return (
    <Labelled label={say(label)}>
      <Input.TextArea
        rows={3}
        maxLength={500}
        data-testid="act-text"
        value={fields.text}
        onChange={(event) => put({ text: event.target.value })}
      />
    </Labelled>
  );
}
