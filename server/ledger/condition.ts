/** How a running hall is: its troubles, and whether anything may be written (A3). Told by those who watch, kept in memory. */
import { TROUBLES, type Trouble, type TroubleKind } from '../../schema/hall/trouble.ts';
import type { Facts } from '../../schema/refusal.ts';

export type Condition = {
  /** Says what is wrong, or with null that it is over. Telling the same again changes nothing. */
  tell: (kind: TroubleKind, facts: Facts | null) => void;
  /** In the order in which they began. */
  troubles: () => readonly Trouble[];
  /** The trouble that keeps everything from being written, or null; `but` keeps this command from nothing. */
  stopped: (but?: TroubleKind) => Trouble | null;
  /** Told after each change. */
  onChange: (listener: () => void) => void;
};

export function createCondition(nowMs: () => number): Condition {
  const known = new Map<TroubleKind, Trouble>();
  const listeners: (() => void)[] = [];
  let troubles: readonly Trouble[] = [];
  return {
    tell(id, facts) {
      const before = known.get(id);
      if (facts ? before && JSON.stringify(before.facts) === JSON.stringify(facts) : !before) return;
      if (facts) {
        const since = before?.since ?? new Date(nowMs()).toISOString();
        known.set(id, { id, level: TROUBLES[id].level, since, facts });
      } else known.delete(id);
      troubles = [...known.values()];
      for (const listener of listeners) listener();
    },
    troubles: () => troubles,
    stopped: (but) => troubles.find(({ id, level }) => level === 'read-only' && id !== but) ?? null,
    onChange: (listener) => void listeners.push(listener),
  };
}
