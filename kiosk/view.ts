import type { ReactNode } from 'react';
import type { Boards } from '../schema/board.ts';
import type { Catalogue } from '../schema/catalogue/catalogue.ts';
import type { Layout } from './layout.ts';
import type { Action } from './state/action.ts';
import type { State } from './state/state.ts';
import type { Say } from './words/say.ts';

/** What every screen of the kiosk draws from. */
export type View = {
  state: State;
  dispatch: (action: Action) => void;
  t: Say;
  layout: Layout;
  rows: Boards['kiosk'];
  /** The line to the server is lost: nothing can be issued. */
  stale: boolean;
  catalogue: Catalogue;
  nowMs: number;
  /** T9: prints the slip of the issued ticket once more. */
  printAgain: () => void;
};

/** `info` is only read, `controls` is touched: a wheelchair layout moves the second into the lower half. */
export type Drawn = { info: ReactNode; controls: ReactNode };

/** The whole address of a path of ours as a phone reaches it: a kiosk may know the hall by another one. */
export function phoneAddress({ rows }: View, path: string): string {
  return `${rows.hall[0]?.origin ?? location.origin}${path}`;
}
