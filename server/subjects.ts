/** THE LIST OF SUBJECTS, in their order. Every registry is derived from it; what a subject forgets does not compile. */
import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { z } from 'zod';
import type { contract } from '../schema/api.ts';
import type { BOARDS, CollectionName } from '../schema/board.ts';
import type { HallJob, JOBS } from '../schema/jobs.ts';
import type { LedgerEvents, StreamKind } from '../schema/ledger.ts';
import { MESSAGES, type MessageKind } from '../schema/messages/message.ts';
import { Settings } from '../schema/settings.ts';
import { cases } from './cases/subject.ts';
import { catalogue } from './catalogue/subject.ts';
import { figures } from './figures/subject.ts';
import { hall } from './hall/subject.ts';
import { hallRecord } from './hall/tables/hall-record.ts';
import { hours } from './hours/subject.ts';
import { momentAt } from './hours/views/open-hours.ts';
import { createHall, type Hall, type HallOptions } from './ledger/hall.ts';
import { changesOf } from './ledger/history.ts';
import type { Reader } from './ledger/reader.ts';
import type { Store } from './ledger/store.ts';
import type { Rows } from './ledger/subject/board.ts';
import type { DueHandler } from './ledger/subject/due.ts';
import type { Reaction } from './ledger/subject/hooks.ts';
import { asksHeavy, type Route } from './ledger/subject/route.ts';
import type { Stream } from './ledger/subject/stream.ts';
import type { SealedTable } from './ledger/table.ts';
import { keyCheck } from './ledger/tables/key-check.ts';
import { requests } from './ledger/tables/requests.ts';
import { line } from './line/subject.ts';
import type { MessageFacts } from './messages/facts.ts';
import type { FactsOf } from './messages/jobs.ts';
import { messages } from './messages/subject.ts';
import { people } from './people/subject.ts';
import { clerkName } from './people/views/staff.ts';

/** Reactions answer in this order. */
const SUBJECTS = { hall, people, messages, catalogue, hours, cases, line, figures };

/** For each kind of stream: how it is folded, what it writes, what it shows. */
export const STREAMS = {
  ...hall.streams,
  ...people.streams,
  ...messages.streams,
  ...catalogue.streams,
  ...hours.streams,
  ...cases.streams,
  ...line.streams,
} satisfies {
  [K in StreamKind]: Stream<unknown, LedgerEvents[K]>;
};

/** For each job what it does when it is due; server/later runs those that wait for the outside. */
export const DUE: { [K in HallJob]: DueHandler<z.infer<(typeof JOBS)[K]>> } = {
  ...people.jobs,
  ...catalogue.jobs,
  ...hours.jobs,
  ...cases.jobs,
  ...line.jobs,
};

/** For each collection of rows how they are made. */
export const ROWS: { [C in CollectionName]: Rows<RowOf<C>> } = {
  ...hall.boards,
  ...hours.boards,
  ...cases.boards,
  ...line.boards,
};

/** For each route of the contract what answers it; boards are answered by who keeps them. */
export const ROUTES: Routes<Omit<typeof contract, 'boards'>> = {
  ...catalogue.routes,
  ...figures.routes,
  tickets: line.routes.tickets,
  counters: line.routes.counters,
  notes: messages.routes.notes,
  people: cases.routes.people,
  absences: people.routes.absences,
  session: people.routes.session,
  devices: hall.routes.devices,
  clock: hall.routes.clock,
  calendar: { ...hall.routes.calendar, ...cases.routes.calendar },
  settings: hall.routes.settings,
  history: asksHeavy((from, wish, _, ledger) => changesOf(STREAMS, ledger, (id) => clerkName(from, id), wish)),
  openings: { ...hours.routes.openings, ...line.routes.openings },
  appointments: { ...hours.routes.appointments, ...line.routes.appointments },
  cases: { ...cases.routes.cases, ...line.routes.cases },
  administration: {
    ...hall.routes.administration,
    ...people.routes.administration,
    ...catalogue.routes.administration,
    ...line.routes.administration,
  },
};

/** For each kind of message what it says. */
export const ABOUT: {
  [K in MessageKind]: (from: Reader, refs: z.infer<(typeof MESSAGES)[K]>, to: never) => MessageFacts | 'over' | null;
} = { ...catalogue.messages, ...hours.messages, ...cases.messages };

export const factsOf: FactsOf = (from, { kind, refs, to }) => {
  if (!Object.hasOwn(ABOUT, kind)) return null;
  const known = MESSAGES[kind as MessageKind].safeParse(refs);
  const about = ABOUT[kind as MessageKind] as (from: Reader, refs: unknown, to: string) => ReturnType<FactsOf>;
  return known.success ? about(from, known.data, to.id) : null;
};

/** Until a hall is set up. */
const FIRST_SETTINGS = Settings.parse({});

/** What is sealed in a hall's file (P1). */
export const SEALED: readonly SealedTable[] = [
  keyCheck,
  requests,
  ...Object.values(SUBJECTS).flatMap<SealedTable>((subject) => ('sealed' in subject ? subject.sealed : [])),
];

export const REACTIONS: readonly Reaction[] = Object.values(SUBJECTS).flatMap((subject) =>
  'reactions' in subject ? subject.reactions : [],
);

export function openHall(store: Store, options: HallOptions = {}): Hall {
  const clockLimits = () => (store.read(hallRecord).isSetUp() ? store.read(hallRecord).get().settings : FIRST_SETTINGS);
  return createHall(store, { momentAt, clockLimits, reactions: REACTIONS }, options);
}

type Staff = z.infer<(typeof BOARDS)['staff']>;
type Display = z.infer<(typeof BOARDS)['display']>;
type RowOf<C extends CollectionName> = C extends keyof Staff
  ? Staff[C][number]
  : C extends keyof Display
    ? Display[C][number]
    : never;

/** Input as the contract has parsed it, output as it will check it. */
type Routes<C> = {
  [K in keyof C]: C[K] extends ContractProcedure<infer I, infer O, infer _E, infer _M>
    ? Route<InferSchemaOutput<I>, InferSchemaInput<O>>
    : Routes<C[K]>;
};
