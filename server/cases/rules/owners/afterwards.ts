/** WHAT IS STILL OWED OF A CASE THAT IS CLOSED (C5, C6, C7, C12): late papers, a question, a call; each has an owner (C15). */
import type { Case } from '../../../../schema/cases/case.ts';
import type { OwedPart } from '../../../../schema/cases/duties.ts';
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { Inquiry } from '../../../../schema/cases/resident.ts';
import type { ClerkId, Day } from '../../../../schema/ids.ts';
import { waitingPapers } from '../late-papers.ts';

/** `to` undefined: any supervisor. */
export type Owed = { part: OwedPart; by: Day; to: ClerkId | undefined };

/** Late papers are owed whatever the phase; the rest of an open case is its handler's. The soonest first. */
export function owedAfter(found: Case): Owed[] {
  const { inquiries, phase, ring, lateTo } = found;
  const papers = waitingPapers(found);
  const all: Owed[] = papers ? [{ part: 'late-papers', by: papers.answerBy, to: lateTo }] : [];
  if (phase === 'closed') {
    const asked = inquiries.filter(({ answer }) => !answer);
    all.push(...asked.map((one): Owed => ({ part: 'inquiry', by: one.answerBy, to: answererOf(found, one) })));
    if (ring) all.push({ part: 'ring', by: ring.answerBy, to: ringerOf(found) });
  }
  return all.sort((a, b) => a.by.localeCompare(b.by));
}

/** Of a closed case whoever was last known to be there when it was asked; of an open one its handler. */
export function answererOf({ phase, handler }: Case, { to }: Inquiry): ClerkId | undefined {
  return phase === 'closed' && to !== undefined ? (to ?? undefined) : handler;
}

export function ringerOf({ phase, handler, ring }: Case): ClerkId {
  return (phase === 'closed' && ring?.to) || handler;
}

/** Each once. */
export function owersOf(found: Case): ClerkId[] {
  return [...new Set(owedAfter(found).flatMap(({ to }) => to ?? []))];
}

/** C15: all of it that `from` owes. */
export function passedOn(found: Case, { from, to }: Extract<CaseEvent, { type: 'late-papers-passed' }>): Case {
  const { lateTo, ring, inquiries, phase } = found;
  const isTheirs = (one: Inquiry) => phase === 'closed' && !one.answer && answererOf(found, one) === from;
  return {
    ...found,
    ...(lateTo === from ? { lateTo: to } : {}),
    ...(ring && phase === 'closed' && ringerOf(found) === from ? { ring: { ...ring, to } } : {}),
    inquiries: inquiries.map((one) => (isTheirs(one) ? { ...one, to } : one)),
  };
}

/** C15: what is owed of a case that is open again is its handler's, also when it closes: whoever owed it may have left meanwhile. */
export function openAgain(found: Case): Pick<Case, 'inquiries' | 'ring'> {
  const inquiries = found.inquiries.map(({ to, ...one }) => (one.answer && to !== undefined ? { ...one, to } : one));
  return { inquiries, ring: found.ring && { ...found.ring, to: undefined } };
}

/** Nobody owes anything of it any more: people and words of it may go. */
export function isOver(found: Case): boolean {
  return found.phase === 'closed' && owedAfter(found).length === 0 && !found.correction;
}
