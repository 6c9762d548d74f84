/** Fills a hall's folder with accepted cases of its clerks: events, read tables and applicants, as the hall would have. */
import { join } from 'node:path';
import type { Case } from '../schema/cases/case.ts';
import type { CaseEvent } from '../schema/cases/events.ts';
import type { CaseId, ClerkId, Day, PersonId } from '../schema/ids.ts';
import { addDays } from '../schema/time.ts';
import { canonicalDocument } from '../schema/typed/document.ts';
import { caseStream } from '../server/cases/stream.ts';
import { openFolder } from '../server/hall-folder.ts';
import { outbox } from '../server/ledger/tables/outbox.ts';
import { clerks } from '../server/people/tables/clerks.ts';
import { people } from '../server/people/tables/people.ts';
import { matterOf, NOW_MS } from './hall.ts';

/** So that 100,000 are of the last twenty days: nobody is overdue. */
const PER_DAY = 5_000;
const DAY_MS = 86_400_000;
/** As most matters of the catalogue have it; four weeks without a holiday. */
const LIMIT_DAYS = 20;
const LIMIT_ENDS_AFTER = 28;

/** Of a resident's identity number, before the birthday. */
const PLACE = '520102';
const BORN_MS = Date.parse('1940-01-01T00:00:00.000Z');
const BIRTHDAYS = 20_000;

type Sought = { day: Day; receiptNo: string; name: string; telephone: string; document: string };

/** The receipt of the nth case, and by what its applicant is found. */
export function nthCase(n: number, count: number): Sought {
  const days = Math.ceil(count / PER_DAY);
  const day = new Date(NOW_MS - (days - Math.floor(n / PER_DAY)) * DAY_MS).toISOString().slice(0, 10) as Day;
  const ordinal = String((n % PER_DAY) + 1).padStart(4, '0');
  const telephone = `+86139${String(10_000_000 + n)}`;
  const receiptNo = `SL${day.replaceAll('-', '')}-${ordinal}`;
  return { day, receiptNo, name: `申请人${nameOf(n)}`, telephone, document: documentOf(n) };
}

/** As old cards have it, and the eighteen digits that this is today. */
function documentOf(n: number): string {
  const born = new Date(BORN_MS + (n % BIRTHDAYS) * DAY_MS).toISOString().slice(2, 10).replaceAll('-', '');
  const old = `${PLACE}${born}${String(Math.floor(n / BIRTHDAYS)).padStart(3, '0')}`;
  return canonicalDocument('resident-id', old)!;
}

/** The hall in it was set up before. The cases go round among `handlers` clerks and `groups` matters. */
export function fillWithOpenCases(
  dir: string,
  { count, closed, handlers, groups }: { count: number; closed: number; handlers: number; groups: number },
  onProgress: (done: number) => void,
): void {
  const { store, release } = openFolder(join(dir, 'data'));
  store.db.pragma('synchronous = OFF');
  const ids = Array.from({ length: handlers }, (_, i) => store.read(clerks).byAccount(`clerk${i + 1}`)!.id);
  store.db.exec('BEGIN IMMEDIATE');
  for (let n = 0; n < closed; n++) write(n, closedEvents(n, count, ids[n % handlers]!, matterOf(n % groups)), 'shut');
  store.db.exec('COMMIT');
  for (let begin = 0; begin < count; begin += PER_DAY) {
    store.db.exec('BEGIN IMMEDIATE');
    for (let n = begin; n < Math.min(count, begin + PER_DAY); n++) {
      const { day, name, telephone, document } = nthCase(n, count);
      const personId = `person-${String(n).padStart(19, '0')}` as PersonId;
      const shown = { kind: 'resident-id', number: document } as const;
      const facts = { name, telephone, document: shown, identity: 'match', language: 'zh-Hans' } as const;
      store.write(people).save(personId, { kind: 'person', ...facts }, addDays(day, 1_000));
      write(n, eventsOf(n, count, ids[n % handlers]!, matterOf(n % groups), personId));
    }
    store.db.exec('COMMIT');
    onProgress(Math.min(count, begin + PER_DAY));
  }
  store.readTables.markCurrent();
  store.close();
  release();

  function write(n: number, events: CaseEvent[], kind: 'open' | 'shut' = 'open'): void {
    const id = `${kind}-${String(n).padStart(21, '0')}` as CaseId;
    const dayMs = Date.parse(`${nthCase(n, count).day}T02:00:00.000Z`);
    let state: Case | null = null;
    events.forEach((event, i) => {
      const at = new Date(dayMs + (n % PER_DAY) * 4_000 + i * 60_000).toISOString();
      const entry = store.ledger.append(at, `case:${id}`, i + 1, 'clock', event);
      const before = state;
      state = caseStream.evolve(before, event, id, at);
      caseStream.project(store, state, entry, before);
    });
    if (kind === 'shut') return;
    const { day } = nthCase(n, count);
    const dueOn = addDays(day, LIMIT_ENDS_AFTER);
    store.write(outbox).add({ kind: 'watch-case', data: { caseId: id, day: dueOn } }, `${dueOn}T00:30:00.000Z`);
  }
}

function eventsOf(n: number, count: number, clerkId: ClerkId, matterId: Case['matterId'], personId: PersonId) {
  const { day, receiptNo } = nthCase(n, count);
  const dueOn = addDays(day, LIMIT_ENDS_AFTER);
  const names = { 'zh-Hans': '基准', 'zh-Hant': '基準', en: 'Bench' };
  return [
    {
      ...{ type: 'case-opened', matterId, firstContact: clerkId, handler: clerkId, personId },
      origin: { kind: 'visit', number: '', day },
    },
    {
      ...{ type: 'case-accepted', receiptNo, acceptedOn: day, dueOn, legalDueOn: dueOn, note: '', day },
      limit: { days: LIMIT_DAYS, unit: 'working' },
      paper: { names, basis: '', fee: '', items: [] },
    },
  ] satisfies CaseEvent[];
}

/** Done on the spot, so that the clerks' own lists hold none of them. */
function closedEvents(n: number, count: number, clerkId: ClerkId, matterId: Case['matterId']) {
  const origin = { kind: 'visit' as const, number: '', day: nthCase(n, count).day };
  return [
    { type: 'case-opened', matterId, firstContact: clerkId, handler: clerkId, origin },
    { type: 'case-closed', outcome: 'done', clerkId, note: '' },
  ] satisfies CaseEvent[];
}

/** A number in letters: names hold no digits. */
function nameOf(n: number): string {
  return [...String(n)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('');
}
