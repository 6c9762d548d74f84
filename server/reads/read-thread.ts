/** The hall's side of ./read-worker.ts: a thread that answers one question at a time. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Refusal } from '../../schema/refusal.ts';
import type { Actor } from '../../schema/who.ts';
import type { Reader } from '../ledger/reader.ts';

/** A route's name as in the contract, and the moment at which the hall is looked at. */
export type Question = Pick<Reader, 'nowMs' | 'publicOrigin' | 'troubles'> & {
  route: string;
  input: unknown;
  actor: Actor;
};
export type Told = { json: Uint8Array } | { refusal: Refusal } | { fault: string };

export type ReadThread = {
  ask: (question: Question) => Promise<Told>;
  /** It has ended, by itself or not; a question to it would get no answer. */
  isOver: () => boolean;
  end: () => Promise<unknown>;
};

/** Beside this file, in the sources and in the bundle of them. */
const THREAD = join(import.meta.dirname, `read-worker${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`);

export function startReadThread(file: string): ReadThread {
  const worker = new Worker(THREAD, { workerData: file });
  let asked: PromiseWithResolvers<Told> | null = null;
  let isOver = false;
  function over(fault: Error): void {
    isOver = true;
    asked?.reject(fault);
  }
  worker.on('message', (told: Told) => asked?.resolve(told));
  worker.on('error', over);
  worker.on('exit', () => over(new Error('the thread of heavy reads has ended')));
  return {
    ask(question) {
      asked = Promise.withResolvers();
      worker.postMessage(question);
      return asked.promise;
    },
    isOver: () => isOver,
    end: () => worker.terminate(),
  };
}
