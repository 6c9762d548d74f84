/** The stream of cases. */
import type { Case } from '../../schema/cases/case.ts';
import type { CaseEvent } from '../../schema/cases/events.ts';
import type { CaseId, ClerkId } from '../../schema/ids.ts';
import { localDayOf } from '../hall/views/local-day.ts';
import type { Reader } from '../ledger/reader.ts';
import type { Stream, Touched } from '../ledger/subject/stream.ts';
import { notes } from '../messages/tables/notes.ts';
import { awayNow } from '../people/views/absences.ts';
import { blockedClerks } from '../people/views/staff.ts';
import { evolveCase } from './rules/case-life.ts';
import { isAlso } from './rules/event-also.ts';
import { whenOf } from './rules/imported/when.ts';
import { waitingPapers } from './rules/late-papers.ts';
import { ringerOf } from './rules/owners/afterwards.ts';
import { caseHandlers } from './tables/case-handlers.ts';
import { caseSums } from './tables/case-sums.ts';
import { cases } from './tables/cases.ts';
import { conclusionOf, conclusions } from './tables/conclusions.ts';
import { givesPaper, papers } from './tables/papers.ts';

const ofCase = (from: Reader, id: string): Touched => ({
  offers: [id],
  served: [id],
  work: [id],
  // Few are ever blocked or away: a case may have been, or have become, one of theirs.
  unhandled: () => [...blockedClerks(from), ...awayNow(from).keys()],
  // Its page says more than its rows.
  asks: ['cases'],
});

/** The supervisor is told something new. */
const withNote = (from: Reader, id: string, _: unknown, seq: number): Touched => ({
  ...ofCase(from, id),
  notes: [String(seq)],
});

const asked = (from: Reader, id: string) =>
  ASKED.flatMap((kind) => from.read(notes).about(kind, id as CaseId)).map(String);

/** What somebody was asked has its answer. */
const withAnswer = (from: Reader, id: string): Touched => ({ ...ofCase(from, id), notes: () => asked(from, id) });

/** C12: that the refusal before is over is to be told no more. */
const withBoth = (from: Reader, id: string, _: unknown, seq: number): Touched => ({
  ...ofCase(from, id),
  notes: () => [String(seq), ...asked(from, id)],
});
const ASKED = ['ring-owed', 'refusal-proposed', 'case-escalated', 'late-papers-received', 'correction-proposed'];

export const caseStream: Stream<Case, CaseEvent> = {
  kind: 'case',
  v: 4,
  grows: 'life',
  evolve: (state, event, id, at) => evolveCase(state, event, id as CaseId, whenOf({ at, event })),
  tables: [cases, caseHandlers, caseSums, conclusions, papers, notes],
  project(to, found, entry, before) {
    const { seq, event } = entry;
    const at = whenOf(entry);
    to.write(cases).save(found, event, at);
    to.write(caseSums).move(() => localDayOf(to, found.openedAt), found, before);
    to.write(caseHandlers).save(found, before, event.foreign?.to ? 'foreign-activity' : event.type, seq, at);
    const kind = conclusionOf(event, found, before);
    const day = () => ('day' in event && event.day) || localDayOf(to, at);
    if (kind) to.write(conclusions).save(found.id, kind, { seq, day, isNew: before?.phase === 'open' });
    if (event.type === 'conclusion-undone') {
      to.write(papers).cancel(event.papers);
      to.write(conclusions).undo(found.id);
    }
    if (givesPaper(event)) to.write(papers).add(found, event, localDayOf(to, at));
    if (before?.proposal && !found.proposal) to.write(notes).end('refusal-proposed', found.id);
    if (before?.correction && (!found.correction || found.correction.sentBack))
      to.write(notes).end('correction-proposed', found.id);
    if (before?.escalation && !found.escalation) to.write(notes).end('case-escalated', found.id);
    if (before?.ring && !found.ring) to.write(notes).end('ring-owed', found.id);
    if (before && waitingPapers(before) && !waitingPapers(found)) to.write(notes).end('late-papers-received', found.id);
    const note = noteOf(event, found, before);
    if (!note) return;
    const { id: caseId, receiptNo: about } = found;
    to.write(notes).add({
      seq,
      at,
      kind: event.type,
      caseId,
      about,
      number: found.origin.number || null,
      ...note,
      day: day(),
    });
  },
  touches: {
    'case-opened': ofCase,
    'applicant-named': ofCase,
    'helper-entered': ofCase,
    'helper-changed': ofCase,
    'helper-ended': ofCase,
    'case-resumed': ofCase,
    'case-escalated': withNote,
    'escalation-answered': withAnswer,
    'materials-received': ofCase,
    'promise-reminded': ofCase,
    'notice-reminded': ofCase,
    'notice-taken-back': ofCase,
    'notice-unanswered': ofCase,
    'case-revived': withAnswer,
    'case-paused': ofCase,
    'pause-ended': ofCase,
    'case-extended': ofCase,
    'deadline-warned': withNote,
    'duty-late': withNote,
    'duty-warned': ofCase,
    'overdue-explained': ofCase,
    'case-decided': withAnswer,
    'correction-proposed': withNote,
    'correction-sent-back': withAnswer,
    'correction-taken-back': withAnswer,
    'outcome-corrected': withAnswer,
    'ending-corrected': withAnswer,
    'resident-told': ofCase,
    'inquiry-received': ofCase,
    'inquiry-read': ofCase,
    'inquiry-answered': withAnswer,
    'question-asked': ofCase,
    'question-reminded': ofCase,
    'question-answered': ofCase,
    'late-papers-received': withNote,
    'late-papers-answered': withAnswer,
    'late-papers-passed': ofCase,
    'question-taken-back': ofCase,
    'messages-agreed': ofCase,
    'paper-printed': 'none',
    'paper-voided': 'none',
    'foreign-activity': ofCase,
    'case-taken-over': ofCase,
    'conclusion-undone': withAnswer,
    'case-accepted': withAnswer,
    'ring-owed': withNote,
    'resident-rung': withAnswer,
    'notice-let-pass': withNote,
    'notice-given': (from, id, event, seq) => (event.override ? withNote(from, id, event, seq) : ofCase(from, id)),
    'due-moved': withNote,
    'day-moved': withNote,
    'duty-moved': ofCase,
    'handover-offered': ofCase,
    'group-offered': ofCase,
    'group-declined': ofCase,
    'group-offer-ended': withNote,
    'handover-moved': ofCase,
    'handover-accepted': ofCase,
    'handover-declined': withNote,
    'handover-lapsed': withNote,
    'handover-taken-back': ofCase,
    'case-reassigned': ofCase,
    'refusal-proposed': withBoth,
    'refusal-confirmed': withAnswer,
    'refusal-sent-back': withAnswer,
    'refusal-taken-back': withAnswer,
    'case-closed': withAnswer,
  },
};

/** C3, C4, C6, C10: what the supervisor is told, about whom, and with which words. */
function noteOf(
  event: CaseEvent,
  found: Case,
  before: Case | null,
): { clerkId: ClerkId | null; byClerk?: ClerkId; about?: null; detail?: string; kind?: CaseEvent['type'] } | null {
  if (!isAlso(event, 'note')) return null;
  const { handler } = found;
  switch (event.type) {
    case 'handover-lapsed':
      return { clerkId: event.from, about: null, ...(event.gone ? { detail: 'gone' } : {}) };
    case 'handover-declined':
      return event.gone ? { clerkId: event.from, about: null } : null;
    case 'group-offer-ended': {
      // As of an offer to one: what nobody answered, and what falls back on somebody who is gone.
      if (event.why === 'taken-back' || (event.why !== 'lapsed' && !event.gone)) return null;
      const detail = event.gone ? { detail: 'gone' } : {};
      return { kind: 'handover-lapsed', clerkId: event.from, about: null, ...detail };
    }
    case 'refusal-proposed':
    case 'correction-proposed':
    case 'case-escalated':
      return { clerkId: event.by, detail: event.reason };
    case 'notice-let-pass':
      return { clerkId: null, byClerk: event.by, detail: event.reason };
    case 'notice-given':
      // One that was let pass before was told then.
      return event.override && before?.notice
        ? { clerkId: null, byClerk: event.override.by, detail: event.override.reason }
        : null;
    case 'late-papers-received':
      // C15: whoever had it is gone, and so is everybody who took over.
      return event.to ? null : { clerkId: handler };
    case 'due-moved':
      return { clerkId: handler, detail: `${event.from} ${event.to} ${event.noticeNo}` };
    case 'ring-owed':
      return { clerkId: ringerOf(found), detail: event.why };
    case 'day-moved':
      return { clerkId: handler, detail: `${event.duty} ${event.from} ${event.to} ${event.noticeNo}` };
    case 'deadline-warned':
      return { clerkId: null, detail: `${Math.round(event.part * 100)}${event.of ? ` ${event.of}` : ''}` };
    case 'duty-late':
      return { clerkId: null, detail: event.duty };
    default:
      return event satisfies never;
  }
}
