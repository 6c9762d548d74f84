/** The process of ./heavy-reads.ts: the hall's file on a connection that only reads, each question in one transaction. */
import type { z } from 'zod';
import { contract } from '../../schema/api.ts';
import { isRefusal, type Refusal } from '../../schema/refusal.ts';
import type { Actor } from '../../schema/who.ts';
import { momentAt } from '../hours/views/open-hours.ts';
import { answerBeside } from '../ledger/file/beside.ts';
import { openReadOnly } from '../ledger/file/db.ts';
import { openLedger } from '../ledger/ledger.ts';
import { asLook, type Reader } from '../ledger/reader.ts';
import { type HeavyRoute, isHeavy } from '../ledger/subject/route.ts';
import { type Keys, openTables } from '../ledger/table.ts';
import { ROUTES } from '../subjects.ts';

/** A route's name as in the contract, and the moment at which the hall is looked at. */
export type Question = Pick<Reader, 'nowMs' | 'publicOrigin' | 'troubles'> & {
  route: string;
  input: unknown;
  actor: Actor;
};
/** `json`: as the contract of the route has checked it. */
export type Told = { json: Uint8Array } | { refusal: Refusal };

/** This process opens nothing that is sealed, and makes no link. */
const NO_KEYS: Keys = {
  get seal(): never {
    throw new Error('a heavy view reads nothing that is sealed');
  },
  get index(): never {
    throw new Error('a heavy view makes no keyed hash and no link');
  },
};

const db = openReadOnly(process.argv[2]!);
const version = db.prepare<[], number>('PRAGMA data_version').pluck();
const encoder = new TextEncoder();
let opened: ReturnType<typeof openedAt> | null = null;

/** Tables keep rows in memory: what the hall has written since is read by tables that are opened anew. */
function openedAt(of: number) {
  return { of, ...openTables(db, NO_KEYS), ledger: openLedger(db) };
}

function present() {
  const of = version.get()!;
  if (opened?.of !== of) opened = openedAt(of);
  return opened;
}

function tell({ route, input, actor, nowMs, publicOrigin, troubles }: Question): Told {
  const { view, output } = routeOf(route);
  // It ends with the answer: a long one would keep the log of the file from being shortened.
  db.exec('BEGIN');
  try {
    const { read, ledger } = present();
    const from = asLook({ read, publicOrigin, troubles, ...momentAt({ read }, nowMs) });
    const answer = view(from, input, actor, ledger);
    return isRefusal(answer) ? { refusal: answer } : { json: encoder.encode(JSON.stringify(output.parse(answer))) };
  } finally {
    db.exec('COMMIT');
  }
}

function routeOf(name: string) {
  type Tree = { [name: string]: Tree };
  const at = (tree: unknown) => name.split('.').reduce((node, part) => node[part]!, tree as Tree) as unknown;
  const route = at(ROUTES) as HeavyRoute<unknown, unknown>;
  if (!isHeavy(route)) throw new Error(`the route ${name} is not heavy`);
  const { outputSchema } = (at(contract) as { '~orpc': { outputSchema: z.ZodType } })['~orpc'];
  return { view: route.heavy, output: outputSchema };
}

answerBeside(tell);
