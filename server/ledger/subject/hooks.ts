/** Where a lower act must ask or tell those above it: a hook is told, reactions answer in the subjects' order. */
import type { Refusal } from '../../../schema/refusal.ts';
import type { Tx } from '../commit.ts';

/** What is told with it is typed by `F`. */
export type Hook<F> = { name: string; facts?: F };

/** Runs in the transaction that told the hook; a refusal stops the command, and undoes it. */
export type Reaction = { hook: string; react: (tx: Tx, facts: never) => Refusal | null };

export function hook<F>(name: string): Hook<F> {
  return { name };
}

export function on<F>({ name }: Hook<F>, react: (tx: Tx, facts: F) => Refusal | null): Reaction {
  return { hook: name, react };
}

/** The first refusal, or null. */
export function tellHook<F>(reactions: readonly Reaction[], tx: Tx, { name }: Hook<F>, facts: F): Refusal | null {
  for (const { hook: of, react } of reactions) {
    const refusal = of === name ? react(tx, facts as never) : null;
    if (refusal) return refusal;
  }
  return null;
}
