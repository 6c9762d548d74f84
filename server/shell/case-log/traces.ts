/** The hall's cases as traces of a log: what was read in as it was, what happened here by its event; no person's data (P1). */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Case } from '../../../schema/cases/case.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';
import { Attribute, type AttributeKind } from '../../../schema/cases/log/attribute.ts';
import { type CaseId, type ClerkId, inLanguage } from '../../../schema/ids.ts';
import { whenOf } from '../../cases/rules/imported/when.ts';
import { caseStream } from '../../cases/stream.ts';
import { isProvisional } from '../../cases/views/case-view.ts';
import { caseNumber } from '../../cases/views/duties.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Entry } from '../../ledger/ledger.ts';
import type { Store } from '../../ledger/store.ts';
import { idOf, kindOf } from '../../ledger/subject/stream.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { isRef, texts } from '../../people/tables/texts.ts';
import { NAME, OWN, RESOURCE, TIME, TRANSITION } from './log.ts';

export type Trace = { attributes: Attribute[]; events: Attribute[][] };
type From = Pick<Store, 'read' | 'ledger'>;

/**
 * Facts of events that are dates, numbers, lengths and names of a kind. Whatever somebody wrote, names, telephones,
 * addresses, papers and their texts is not among them.
 */
const FACTS: Record<string, AttributeKind> = {
  ...{ receiptNo: 'string', noticeNo: 'string', decisionNo: 'string', proposalNo: 'string', referralNo: 'string' },
  ...{ closingNo: 'string', notAcceptedNo: 'string', deliveryNo: 'string', no: 'string' },
  ...{ acceptedOn: 'string', dueOn: 'string', legalDueOn: 'string', on: 'string', day: 'string', answerBy: 'string' },
  ...{ tellBy: 'string', reviewBy: 'string', told: 'string', until: 'string', from: 'string', to: 'string' },
  ...{ lapsesAt: 'string', outcome: 'string', kind: 'string', way: 'string', why: 'string', duty: 'string' },
  ...{ cause: 'string', deemed: 'boolean', reached: 'boolean', agreed: 'boolean', provisional: 'boolean' },
  ...{ days: 'int', part: 'float' },
} as const;

/** One case after the other, the oldest first. */
export function* tracesOf(
  from: From,
  { ids, withAttributes }: { ids: Iterable<CaseId>; withAttributes: boolean },
): Generator<Trace> {
  const wordsOf = (ref: string) => (withAttributes ? from.read(texts).get(ref) : null);
  const accountOf = accounts(from);
  for (const id of ids) {
    const entries = from.ledger.load<CaseEvent>(`case:${id}`);
    if (entries.length > 0) yield traceOf(from, id, { entries, accountOf, wordsOf });
  }
}

type AccountOf = (id: ClerkId) => string | null;
/** Null: erased, or not asked for. */
type WordsOf = (ref: string) => string | null;
type Told = { entries: Entry<CaseEvent>[]; accountOf: AccountOf; wordsOf: WordsOf };

function traceOf(from: From, id: CaseId, { entries, accountOf, wordsOf }: Told): Trace {
  const opened = entries[0]!.event;
  const isImported = opened.type === 'case-opened' && opened.origin?.kind === 'import';
  const events: Attribute[][] = [];
  let found: Case | null = null;
  for (const entry of entries) {
    const { event, at, stream, version } = entry;
    found = caseStream.evolve(found, event, id, at);
    if (isOfLog(event)) events.push(loggedStep(wordsOf, event));
    // The opening and what the reading made of its own stand for no event of the log.
    else if (!isImported || (event.happenedAt === undefined && event.type !== 'case-taken-over'))
      events.push([...ownStep(entry, accountOf, found), string('identity:id', uuidOf(`${stream}/${version}`), 'id')]);
  }
  const attributes = isImported ? loggedCase(wordsOf, opened) : ownCase(from, found!, accountOf);
  return { attributes, events };
}

function isOfLog({ foreign }: CaseEvent): boolean {
  return foreign?.activity !== undefined;
}

/** As the log had it; what has outlived its retention is gone. */
function loggedCase(wordsOf: WordsOf, opened: Extract<CaseEvent, { type: 'case-opened' }>): Attribute[] {
  return withKept([string(NAME, opened.origin!.number)], keptOf(wordsOf, opened));
}

function loggedStep(wordsOf: WordsOf, event: CaseEvent): Attribute[] {
  const { activity = '', transition, resource } = event.foreign!;
  const kept = keptOf(wordsOf, event);
  const some = [
    string(NAME, activity),
    string(TIME, event.happenedAt!, 'date'),
    ...(transition ? [string(TRANSITION, transition)] : []),
    ...(resource ? [string(RESOURCE, resource)] : []),
  ];
  return withKept(some, kept);
}

/** An attribute that has others under it, or another kind than the standard's, was kept whole. */
function withKept(known: Attribute[], kept: Attribute[]): Attribute[] {
  return [...known.filter(({ key }) => !kept.some((one) => one.key === key)), ...kept];
}

function keptOf(wordsOf: WordsOf, { foreign }: CaseEvent): Attribute[] {
  const words = foreign?.attributes ? wordsOf(foreign.attributes) : null;
  return words === null ? [] : z.array(Attribute).parse(JSON.parse(words));
}

function ownCase(from: From, found: Case, accountOf: AccountOf): Attribute[] {
  const { id, matterId, origin, phase, outcome, dueOn, firstContact } = found;
  const matter = matterOf(from, matterId);
  return [
    string(NAME, id),
    ...some('number', caseNumber(found)),
    ...some('matter', matterId),
    ...some('matterName', matter && inLanguage(matter.names, 'zh-Hans')),
    ...some('origin', origin.kind),
    ...some('phase', phase),
    ...some('outcome', outcome),
    ...some('dueOn', dueOn),
    ...(dueOn && isProvisional(found, calendarOf(from)) ? PROVISIONAL : []),
    ...some('firstContact', accountOf(firstContact)),
  ];
}

function ownStep(entry: Entry<CaseEvent>, accountOf: AccountOf, found: Case): Attribute[] {
  const { event, actor } = entry;
  const clerk = kindOf(actor) === 'clerk' ? accountOf(idOf(actor) as ClerkId) : null;
  return [
    string(NAME, event.type),
    string(TIME, whenOf(entry), 'date'),
    string(TRANSITION, 'complete'),
    ...(clerk ? [string(RESOURCE, clerk)] : some('author', actor.split(':')[0])),
    ...some('handler', accountOf(found.handler)),
    ...Object.entries(event).flatMap(([name, value]) => factOf(name, value)),
    ...('counted' in event && event.counted?.provisional ? PROVISIONAL : []),
  ];
}

/** C9: the day beside it was counted in a year without an official calendar. */
const PROVISIONAL = [string(`${OWN}provisional`, 'true', 'boolean')];

function factOf(name: string, value: unknown): Attribute[] {
  const kind = Object.hasOwn(FACTS, name) ? FACTS[name] : undefined;
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  // A reason in somebody's words stands in the ledger as a reference to them.
  if (!kind || !isPlain || (typeof value === 'string' && isRef(value))) return [];
  // `from` and `to` are days or people.
  const isId = typeof value === 'string' && kind === 'string' && (name === 'from' || name === 'to') && !DAY.test(value);
  return isId ? [] : [string(OWN + name, String(value), kind)];
}
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function some(name: string, value: string | null | undefined): Attribute[] {
  return value ? [string(OWN + name, value)] : [];
}

function string(key: string, value: string, kind: AttributeKind = 'string'): Attribute {
  return { kind, key, value };
}

/** The same event has the same identifier in each export. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`shouwen:${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function accounts(from: From): AccountOf {
  const all = from.read(clerks).all();
  return (id) => all.get(id)?.account ?? null;
}
