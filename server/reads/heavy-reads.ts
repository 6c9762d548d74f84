/** Heavy views, answered by a process that only reads, so that a clerk's call never waits behind a page (S2). */
import type { Refusal } from '../../schema/refusal.ts';
import { type Actor, actorName } from '../../schema/who.ts';
import { type Beside, startBeside } from '../ledger/file/beside.ts';
import type { Hall } from '../ledger/hall.ts';
import type { Store } from '../ledger/store.ts';
import { type Asker, NOWHERE } from '../ledger/subject/route.ts';
import { createInTurn } from '../ledger/turns/in-turn.ts';
import { createLines } from '../ledger/turns/lines.ts';
import type { Question, Told } from './read-process.ts';

export type HeavyReads = {
  /** The answer in JSON as the contract of the route has checked it. */
  ask: (route: string, asker: Asker, input: unknown) => Promise<Uint8Array | Refusal>;
  /** Ends the process and what it is at; the next question starts another. */
  rest: () => Promise<void>;
  close: () => Promise<void>;
};

/** Waiting questions that differ, of one asker and of all. */
const MOST_OF_ASKER = 5;
const MOST = 50;
/** A process without a question gives its memory back. */
const IDLE_MS = 3 * 60_000;

type Parts = { hall: Hall; store: Pick<Store, 'changes'>; file: string };

export function createHeavyReads({ hall, store, file }: Parts): HeavyReads {
  const inTurn = createInTurn(1, createLines<() => void>(MOST, MOST_OF_ASKER));
  const shared = new Map<string, Promise<Uint8Array | Refusal>>();
  let beside: Beside<Question, Told> | null = null;
  let idle: NodeJS.Timeout | undefined;
  let ending: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  async function answer(route: string, actor: Actor, input: unknown): Promise<Uint8Array | Refusal> {
    if (isClosed) throw new Error('the hall is closing');
    clearTimeout(idle);
    if (!beside || beside.isOver()) beside = startBeside(import.meta, 'read-process', file);
    const present = hall.look(({ nowMs, publicOrigin, troubles }) => ({ nowMs, publicOrigin, troubles }));
    try {
      const told = await beside.ask({ route, input, actor, ...present });
      return 'refusal' in told ? told.refusal : told.json;
    } finally {
      if (!isClosed) idle = setTimeout(rest, IDLE_MS).unref();
    }
  }

  async function rest(): Promise<void> {
    clearTimeout(idle);
    ending = Promise.all([ending, beside?.end()]);
    beside = null;
    await ending;
  }

  return {
    ask(route, { actor, from = NOWHERE }, input) {
      // Nothing was written since the question that is shared was asked: its answer is of the present state.
      const key = JSON.stringify([route, actor, input, store.changes()]);
      const known = shared.get(key);
      if (known) return known;
      const by = actor.kind === 'resident' ? from.address : actorName(actor);
      const asked = inTurn(by, () => answer(route, actor, input)).finally(() => shared.delete(key));
      shared.set(key, asked);
      return asked;
    },
    rest,
    async close() {
      isClosed = true;
      await rest();
    },
  };
}
