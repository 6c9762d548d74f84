/** A log's traces fitted to this hall: which matter, who, when, which step; and all that does not fit, each with its line. */

import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { Attribute } from '../../../schema/cases/log/attribute.ts';
import { type CaseId, type ClerkId, Instant, type MatterId } from '../../../schema/ids.ts';
import { instantOf, localTime } from '../../../schema/time.ts';
import { folded, hasControls } from '../../../schema/typed/signs.ts';
import type { FittedCase } from '../../cases/acts/imported/import-cases.ts';
import { importedEvents, type LoggedStep } from '../../cases/rules/imported/imported-case.ts';
import { cases } from '../../cases/tables/cases.ts';
import { papers } from '../../cases/tables/papers.ts';
import { matters } from '../../catalogue/tables/matters.ts';
import type { LedgerReader } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/reader.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { texts } from '../../people/tables/texts.ts';
import {
  type Fault,
  type LogEvent,
  type LogTrace,
  NAME,
  nameOf,
  OWN,
  RESOURCE,
  shortened,
  TIME,
  TRANSITION,
  timeParts,
  valueAt,
} from './log.ts';
import { type LogMap, stepOf } from './map-file.ts';
import { isPersonal, type People, peopleOf } from './people.ts';

export type Wanted = {
  map: LogMap;
  /** Of cases whose log names none. */
  matter: MatterId | null;
  /** Whose the cases are that go on, where nobody of the log may have them, and those of nobody: an account. */
  handler: string | null;
  newId: () => string;
};

export type Fitted = {
  cases: FittedCase[];
  people: People;
  faults: Fault[];
  /** Read in before, and the same; and cases of this very hall. */
  known: number;
  /** Activities that are no step here, and how often each is there. */
  foreign: Map<string, number>;
};

const NAME_MOST = 200;
const NUMBER_MOST = 64;
const MATTER_KEYS = [`${OWN}matter`, 'matter', '事项', '事项编码', '事项名称'];
/** Nobody has an electronic log of before. */
const EARLIEST = '1970-01-02T00:00:00.000Z';

/** Give it one trace after the other; the whole is what it says at the end. */
export function fitting(
  from: Reader,
  ledger: LedgerReader,
  wanted: Wanted,
): { add: (trace: LogTrace) => void; fitted: Fitted } {
  const people = peopleOf(from, wanted.map, wanted.newId);
  const fitted: Fitted = { cases: [], people, faults: [], known: 0, foreign: new Map() };
  const taker = takerOf(from, wanted.handler, people);
  if (wanted.matter !== null && !from.read(matters).all().has(wanted.matter))
    throw new Error(`${wanted.matter} is no code of a matter here`);
  const { withoutEnd } = wanted.map;
  const matterNamed = matterIndex(from);
  const lines = new Map<string, number>();

  function add(trace: LogTrace): void {
    const { number, tell, count } = teller(trace, fitted);
    const before = lines.get(number);
    if (number !== '' && before !== undefined) tell(trace.line, `the case is there twice, before on line ${before}`);
    lines.set(number, before ?? trace.line);
    checkNumber(number, (what) => tell(trace.line, what));
    const digest = digestOf(from, trace);
    const known = number === '' ? null : knownAs(from, ledger, number, digest);
    if (known === 'same') {
      fitted.known++;
      return;
    }
    if (known) tell(trace.line, known);
    const matterId = matterOf(trace, (what) => tell(trace.line, what));
    const steps = stepsOf(trace, tell);
    if (trace.events.length === 0) tell(trace.line, 'it has no event');
    if (count() > 0 || !matterId || steps.length === 0) return;
    const attributes = wordsOf(trace.attributes, [NAME]);
    const one = owned({ number, matterId, digest, attributes, steps, isOver: withoutEnd === 'closed' });
    if (typeof one === 'string') tell(trace.line, one);
    else fitted.cases.push(one);
  }

  /** A text: why nobody can answer for it. */
  function owned(logged: Omit<FittedCase, 'firstContact' | 'taker'>): FittedCase | string {
    const own = logged.steps.find((one) => one.by ?? one.handler);
    const firstContact = own?.by ?? own?.handler ?? taker;
    if (!firstContact) return `nobody had it: no event has ${RESOURCE}; name somebody with --handler`;
    const one: FittedCase = { ...logged, firstContact, taker: null };
    const { phase, handler } = importedEvents(one);
    if (phase === 'closed') return one;
    if (!withoutEnd)
      return 'no step of it is its end; say in the map which activity closes a case, or what it is (withoutEnd)';
    if (people.mayHave(handler)) return one;
    return taker
      ? { ...one, taker }
      : 'it goes on, and whoever has it may have no case here; name somebody with --handler';
  }

  function matterOf(trace: LogTrace, tell: (what: string) => void): MatterId | null {
    const { matter: key, matters: told = {} } = wanted.map;
    const value = (key ? [key] : MATTER_KEYS).map((one) => valueAt(trace.attributes, one)).find((one) => one !== null);
    const name = value && (Object.hasOwn(told, value) ? told[value]! : value);
    if (!name) {
      if (!wanted.matter) tell(key ? `it has no ${key}` : 'it names no matter; say which with --matter, or in the map');
      return wanted.matter;
    }
    const found = matterNamed.get(folded(name)) ?? new Set();
    const [one, another] = found;
    if (another) tell(`two matters are called ${shortened(name)}; map it to a code`);
    else if (!one) tell(`no matter here is called ${shortened(name)}`);
    return another ? null : (one ?? null);
  }

  function stepsOf(trace: LogTrace, tell: (line: number, what: string) => void): LoggedStep[] {
    const steps = trace.events.flatMap((event) => stepFrom(event, (what) => tell(event.line, what)) ?? []);
    checkStarts(steps, (what) => tell(trace.line, what));
    return steps.sort((a, b) => a.happenedAt.localeCompare(b.happenedAt));
  }

  function stepFrom(event: LogEvent, tell: (what: string) => void): LoggedStep | null {
    const { attributes } = event;
    const activity = valueAt(attributes, NAME);
    const happenedAt = timeOf(attributes, from, tell);
    if (!activity) tell(`an event without ${NAME}`);
    else if (activity.length > NAME_MOST) tell(`an activity of more than ${NAME_MOST} signs`);
    else if (isPersonal(activity)) tell('the activity holds a mobile or an identity number');
    const whoIs = (key: string) => {
      const resource = valueAt(attributes, key);
      const who = resource === null ? null : people.whoIs(resource);
      if (typeof who === 'string') tell(who);
      return { resource, id: who !== null && typeof who === 'object' ? who.id : null };
    };
    const { resource, id: by } = whoIs(RESOURCE);
    const { id: named } = whoIs(wanted.map.handler ?? `${OWN}handler`);
    if (!activity || !happenedAt) return null;
    const transition = valueAt(attributes, TRANSITION);
    if (transition !== null && !TRANSITION_WORD.test(transition))
      tell('a lifecycle:transition is one word of at most 40 letters');
    const outcome = valueAt(attributes, `${OWN}outcome`);
    const step = stepOf(wanted.map, { activity, transition, outcome });
    if (step === null) fitted.foreign.set(activity, (fitted.foreign.get(activity) ?? 0) + 1);
    const taken = [NAME, TIME, TRANSITION, ...(by ? [RESOURCE] : [])];
    return {
      ...{ happenedAt, day: localTime(Date.parse(happenedAt), from.timeZone).day, activity, transition },
      ...{ resource: by ? resource : null, by, handler: named ?? by, step, attributes: wordsOf(attributes, taken) },
    };
  }

  return { add, fitted };
}

function takerOf(from: Reader, account: string | null, { mayHave }: People): ClerkId | null {
  if (account === null) return null;
  const found = from.read(clerks).byAccount(account);
  if (!found || !mayHave(found.id)) throw new Error(`${account} is no account here that may have a case`);
  return found.id;
}

function teller(trace: LogTrace, fitted: Fitted) {
  const number = nameOf(trace);
  const before = fitted.faults.length;
  const tell = (line: number, what: string): void => void fitted.faults.push({ line, number, what });
  return { number, tell, count: () => fitted.faults.length - before };
}

/** As the standard's are: ate_abort, complete, schedule. */
const TRANSITION_WORD = /^[\p{L}_-]{1,40}$/u;

function checkNumber(number: string, tell: (what: string) => void): void {
  if (number === '') tell(`a case without ${NAME}`);
  else if (number.length > NUMBER_MOST) tell(`a case number of more than ${NUMBER_MOST} signs`);
  else if (isPersonal(number)) tell('the case number holds a mobile or an identity number');
  else if (hasControls(number)) tell('the case number holds a control character');
}

/** `same`: nothing is to be done; a text: what is wrong. */
function knownAs(from: Reader, ledger: LedgerReader, number: string, digest: string): 'same' | string | null {
  // The hall's own export names a case by its id.
  if (from.read(cases).byId(number as CaseId)) return 'same';
  const before = from.read(cases).imported(number);
  if (before?.origin.number === number) {
    const [opened] = ledger.load<CaseEvent>(`case:${before.id}`);
    return opened?.event.foreign?.digest === digest ? 'same' : 'it was read in before, and is another one now';
  }
  return from.read(papers).caseOf(number) ? 'a paper of this hall has its number' : null;
}

/** Keyed: from it nobody guesses what the log says. */
function digestOf(from: Reader, { attributes, events }: LogTrace): string {
  return from
    .read(texts)
    .refOf('case-log', JSON.stringify([attributes, events.map((one) => one.attributes)]))
    .slice(1);
}

/** What stands under an attribute that an event has of its own is kept with it. */
function wordsOf(attributes: readonly Attribute[], taken: readonly string[]): string | null {
  const isTaken = ({ kind, key, value, under = [] }: Attribute) =>
    taken.includes(key) && under.length === 0 && kind === (key === TIME ? 'date' : 'string') && value === value.trim();
  const kept = attributes.filter((one) => !isTaken(one));
  return kept.length > 0 ? JSON.stringify(kept) : null;
}

function timeOf(attributes: readonly Attribute[], from: Reader, tell: (what: string) => void): Instant | null {
  const text = valueAt(attributes, TIME);
  const parts = text === null ? null : timeParts(text);
  if (!parts) {
    tell(text === null ? `an event without ${TIME}` : `no time: ${shortened(text)}`);
    return null;
  }
  const { day, time, zone } = parts;
  const atMs = zone ? Date.parse(`${day}T${time}${zone}`) : instantOf(day, time, from.timeZone);
  const at = Number.isNaN(atMs) ? '' : new Date(atMs).toISOString();
  if (at === '') tell(`no time: ${shortened(text!)}`);
  else if (atMs > from.nowMs) tell(`${shortened(text!)} has not come yet`);
  else if (at < EARLIEST) tell(`${shortened(text!)} is before 1970`);
  else return Instant.parse(at);
  return null;
}

/** Of an activity that began once and ended once. */
function checkStarts(steps: readonly LoggedStep[], tell: (what: string) => void): void {
  for (const [activity, some] of Map.groupBy(steps, (one) => one.activity)) {
    const of = (name: string) => some.filter(({ transition }) => (transition ?? 'complete').toLowerCase() === name);
    const [starts, ends] = [of('start'), of('complete')];
    if (starts.length === 1 && ends.length === 1 && ends[0]!.happenedAt < starts[0]!.happenedAt)
      tell(`${shortened(activity)} ends before it begins`);
  }
}

/** By code, name in each language, and other names. */
function matterIndex(from: Reader): Map<string, Set<MatterId>> {
  const all = new Map<string, Set<MatterId>>();
  for (const { id, names, aliases } of from.read(matters).all().values())
    for (const name of [id, ...Object.values(names), ...aliases]) {
      const key = folded(name);
      all.set(key, (all.get(key) ?? new Set()).add(id));
    }
  return all;
}
