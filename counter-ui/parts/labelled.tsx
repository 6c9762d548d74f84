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
