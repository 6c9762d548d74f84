/** Which key does what while a clerk works. */
import type { ConclusionKind } from '../../schema/cases/conclusion.ts';
import type { KeyMap } from '../hooks/use-keys.ts';
import type { LiveKeys } from './seat.ts';
import { CONCLUSIONS } from './sitting/conclude/conclusion.ts';
import type { Dialog } from './work-dialogs.tsx';

export type Commands = {
  next: () => void;
  recall: () => void;
  miss: () => void;
  putBack: () => void;
  handBack: () => void;
  finish: () => void;
  hold: () => void;
  pass: () => void;
  addMatter: () => void;
  pause: () => void;
  close: () => void;
  choose: () => void;
  undo: () => void;
  dialog: (dialog: Dialog) => void;
};

/** `settled` wraps what a double press must not do twice. `conclude` null: a form has the digits. */
export function workKeys(
  commands: Commands,
  live: LiveKeys,
  settled: (command: () => void) => () => void,
  conclude: ((kind: ConclusionKind) => void) | null,
): KeyMap {
  const keys: [string, () => void][] = [
    ['Space', settled(commands.next)],
    ['Enter', settled(commands.next)],
    ['KeyR', settled(commands.recall)],
    ['KeyN', settled(commands.miss)],
    ['KeyB', settled(commands.putBack)],
    ['KeyH', settled(commands.handBack)],
    ['KeyF', settled(commands.finish)],
    ['KeyD', settled(commands.hold)],
    ['KeyU', settled(commands.undo)],
    ['KeyG', commands.pass],
    ['KeyM', commands.addMatter],
    ['KeyO', settled(commands.pause)],
    ['KeyX', settled(commands.close)],
    ['KeyT', () => commands.dialog({ kind: 'issue' })],
    ['KeyI', () => commands.dialog({ kind: 'check-in' })],
    ['KeyK', () => commands.dialog({ kind: 'book' })],
    ['KeyW', () => document.querySelector<HTMLElement>('[data-waiting]')?.focus()],
    ['KeyP', () => document.querySelector<HTMLElement>('[data-paper]')?.click()],
  ];
  if (!live.conclude || !conclude) return Object.fromEntries(keys);
  const digits = CONCLUSIONS.map((kind, at): [string, () => void] => [`Digit${at + 1}`, () => conclude(kind)]);
  return Object.fromEntries([...keys, ...digits]);
}
