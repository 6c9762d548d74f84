/** Single keys of a screen, by place on the keyboard, so that an input method in Chinese mode does not swallow them. */
import { useEffect, useRef } from 'react';

/** By `KeyboardEvent.code`, with `Alt+` before it where Alt is held. */
export type KeyMap = Partial<Record<string, () => void>>;

/** Runs a key's action once per press. Keys that belong to a field, a dialog or a focused button are left to it. */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const name =
        (event.altKey ? 'Alt+' : '') + event.code.replace(/^Numpad(?=Enter$)/, '').replace(/^Numpad(?=\d$)/, 'Digit');
      const action = latest.current[name];
      if (!action || belongsElsewhere(event, name)) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function belongsElsewhere(event: KeyboardEvent, name: string): boolean {
  if (!(event.target instanceof Element) || name.startsWith('Alt+')) return false;
  if (event.target.closest('[role=dialog], textarea, select, [contenteditable=true], [role=combobox]')) return true;
  const input = event.target.closest('input');
  if (input && !['checkbox', 'radio', 'button'].includes(input.type)) return true;
  const pressed = name === 'Enter' || name === 'Space';
  return (
    pressed && event.target.closest('button, a, input, summary, [role=tab], [role=option], [role=button]') !== null
  );
}
