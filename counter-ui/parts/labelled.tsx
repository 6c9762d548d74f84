import { InputNumber } from 'antd';
import type { ReactNode } from 'react';

/** A field with its label above and, where needed, a word of help below. */
export function Labelled({ label, help, children }: { label: string; help?: string | undefined; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="labelled">
      <span>{label}</span>
      {children}
      {help && <small>{help}</small>}
    </label>
  );
}

type NumberProps = {
  label: string;
  help?: string;
  least: number;
  most: number;
  testId: string;
  value: number | null;
  disabled?: boolean;
  put: (value: number | null) => void;
};

/** Days, or minutes: a whole number with its label. */
export function WholeNumber({ label, help, least, most, testId, value, disabled = false, put }: NumberProps) {
  return (
    <Labelled label={label} {...(help ? { help } : {})}>
      <InputNumber<number>
        min={least}
        max={most}
        precision={0}
        disabled={disabled}
        data-testid={testId}
        value={value}
        onChange={put}
      />
    </Labelled>
  );
}
