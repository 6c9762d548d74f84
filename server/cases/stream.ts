/** The stream of cases. */
import type { Case, CaseEvent } from '../../schema/cases/case.ts';
import type { CaseId } from '../../schema/ids.ts';
import { CHINA_ZONE, localTime } from '../../schema/time.ts';
import { hallRecord } from '../hall/tables/hall-record.ts';
import type { Reader } from '../ledger/reader.ts';
import type { Stream, Touched } from '../ledger/subject/stream.ts';
import type { Tables } from '../ledger/table.ts';
import { notes } from '../messages/tables/notes.ts';
import { blockedClerks } from '../people/views/staff.ts';
import { evolveCase } from './rules/case.ts';
import { cases } from './tables/cases.ts';
import { papers } from './tables/papers.ts';

const ofCase = (from: Reader, id: string): Touched => ({
  offers: [id],
  served: [id],
  // Few are ever blocked: a case may have been, or have become, one of theirs.
  unhandled: blockedClerks(from),
});

/** The supervisor is told something new. */
const withNote = (from: Reader, id: string, _: unknown, seq: number): Touched => ({
  ...ofCase(from, id),
  notes: [String(seq)],
});

/** What asked for a second person has its answer. */
const withAnswer = (from: Reader, id: string): Touched => ({
  ...ofCase(from, id),
  notes: from
    .read(notes)
    .about('refusal-proposed', id as CaseId)
    .map(String),
});

export const caseStream: Stream<Case, CaseEvent> = {
  kind: 'case',
  v: 2,
  evolve: (state, event, id, at) => evolveCase(state, event, id as CaseId, at),
  tables: [cases, papers, notes],
  project(to, found, { seq, at, event }, before) {
    to.write(cases).save(found, event, at);
    if (event.type === 'case-accepted' || event.type === 'notice-given' || event.type === 'due-moved')
      to.write(papers).add(found, event, localDayOf(to, at));
    if (before?.phase === 'proposed' && found.phase !== 'proposed') to.write(notes).end('refusal-proposed', found.id);
    if (event.type === 'refusal-proposed') {
      const { day, by: clerkId, reason: detail } = event;
      const { id: caseId, receiptNo: about } = found;
      const number = found.origin.number || null;
      to.write(notes).add({ seq, at, day, kind: 'refusal-proposed', caseId, number, clerkId, about, detail });
    }
    if (event.type === 'due-moved') {
      const { id: caseId, handler: clerkId, receiptNo: about, origin } = found;
      const [day, number] = [event.day ?? localDayOf(to, at), origin.number || null];
      const detail = `${event.from} ${event.to} ${event.noticeNo}`;
      to.write(notes).add({ seq, at, day, kind: 'due-moved', caseId, number, clerkId, about, detail });
    }
    if (event.type === 'handover-lapsed') {
      const number = found.origin.number || null;
      const day = event.day ?? localDayOf(to, at);
      to.write(notes).add({ seq, at, day, kind: 'handover-lapsed', caseId: found.id, number, clerkId: event.from });
    }
  },
  touches: {
    'case-opened': ofCase,
    'case-resumed': ofCase,
    'case-accepted': ofCase,
    'notice-given': ofCase,
    'due-moved': withNote,
    'handover-offered': ofCase,
    'handover-accepted': ofCase,
    'handover-declined': ofCase,
    'handover-lapsed': withNote,
    'handover-taken-back': ofCase,
    'refusal-proposed': withNote,
    'refusal-confirmed': withAnswer,
    'refusal-sent-back': withAnswer,
    'refusal-taken-back': withAnswer,
    'case-closed': withAnswer,
  },
};

/** T2: for events of a ledger that did not hold their day yet: the hall's date at that instant. */
function localDayOf(from: Tables, at: string): string {
  const timeZone = from.read(hallRecord).isSetUp() ? from.read(hallRecord).get().timeZone : CHINA_ZONE;
  return localTime(Date.parse(at), timeZone).day;
}
