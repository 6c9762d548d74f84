/**
 * A process of its own beside the hall, for what reads much of its file. Not a thread: ending one that is at work in
 * better-sqlite3 ends the whole hall with it, and so would a fault of SQLite in a damaged page.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { join } from 'node:path';

type Told<A> = { answered: A } | { fault: Error };

export type Beside<Q, A> = {
  /** One question at a time. Rejects with what was thrown there, or when the process ended before it answered. */
  ask: (question: Q) => Promise<A>;
  /** It has ended, by itself or not; a question to it would get no answer. */
  isOver: () => boolean;
  /** At once, whatever it is at. */
  end: () => Promise<void>;
};

/** Behind the hall. */
const BEHIND = 10;

/** `name`: of the module beside `from`, in the sources and in the bundle of them; `given`: its `process.argv`. */
export function startBeside<Q, A>(from: ImportMeta, name: string, ...given: string[]): Beside<Q, A> {
  const module = join(from.dirname, `${name}${from.filename.endsWith('.ts') ? '.ts' : '.js'}`);
  const child = fork(module, given, { execArgv: [], serialization: 'advanced' });
  let asked: PromiseWithResolvers<A> | null = null;
  let isOver = false;
  function over(fault: Error): void {
    isOver = true;
    asked?.reject(fault);
  }
  child.on('message', (told) => {
    const said = told as Told<A>;
    if ('fault' in said) asked?.reject(said.fault);
    else asked?.resolve(said.answered);
  });
  child.on('error', over);
  const exited = once(child, 'exit').then(
    () => over(new Error(`the ${name} has ended`)),
    () => {},
  );
  return {
    ask(question) {
      asked = Promise.withResolvers();
      child.send(question as object, (fault) => fault && over(fault));
      return asked.promise;
    },
    isOver: () => isOver,
    async end() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** The other side of it: answers each question of the hall, and ends with the hall. */
export function answerBeside<Q, A>(answer: (question: Q) => A | Promise<A>): void {
  setPriority(BEHIND);
  // Ctrl-C in a terminal reaches it, too; the hall ends it when it is done with it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
  process.on('disconnect', () => process.exit());
  process.on('message', async (question) => {
    let told: Told<A>;
    try {
      told = { answered: await answer(question as Q) };
    } catch (fault) {
      told = { fault: fault as Error };
    }
    process.send!(told);
  });
}
