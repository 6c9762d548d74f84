/** WHAT A CASE OF ANOTHER SYSTEM'S LOG IS HERE (C1, C2, Q8): each step of its log is one event, and none of them rings a clock. */
import type { CaseEvent } from '../../../../schema/cases/events.ts';
import type { ForeignStep } from '../../../../schema/cases/log/foreign.ts';
import type { ClerkId, Day, Instant, MatterId } from '../../../../schema/ids.ts';

/** A step of the log, fitted to this hall; of the hall's zone `day`. */
export type LoggedStep = {
  happenedAt: Instant;
  day: Day;
  activity: string;
  transition: string | null;
  /** As the log calls who did it, and who that is here. */
  resource: string | null;
  by: ClerkId | null;
  /** Who had the case from then on; null: whoever had it before. */
  handler: ClerkId | null;
  /** What it is here; null: nothing. */
  step: ForeignStep | null;
  /** A reference to everything else that the log says of it. */
  attributes: string | null;
};

export type LoggedCase = {
  number: string;
  matterId: MatterId;
  firstContact: ClerkId;
  digest: string;
  attributes: string | null;
  /** In order of time; not empty. */
  steps: LoggedStep[];
  /** Of a log that names no end: it was over with its last step. */
  isOver: boolean;
};

type Folded = { phase: 'open' | 'accepted' | 'decided' | 'closed'; handler: ClerkId };

export type ImportedLife = Folded & { events: CaseEvent[]; closedAt: Instant | null };

/** The events, and where they leave the case. A second acceptance, decision or end is kept as a foreign activity. */
export function importedEvents(logged: LoggedCase): ImportedLife {
  const { number, matterId, firstContact, digest, attributes, steps, isOver } = logged;
  const [{ happenedAt, day }] = steps as [LoggedStep];
  const events: CaseEvent[] = [
    {
      type: 'case-opened',
      ...{ matterId, firstContact, handler: firstContact, origin: { kind: 'import', number, day }, happenedAt },
      foreign: { digest, ...(attributes ? { attributes } : {}) },
    },
  ];
  let now: Folded = { phase: 'open', handler: firstContact };
  // Of a log that names no acceptance the case was accepted when it came: a decision needs one, and so does its clock.
  const isEndless = !isOver && !steps.some(({ step }) => step !== null && step !== 'accepted');
  const decided = steps.findIndex(({ step }) => isEndless || step === 'granted' || step === 'refused');
  const accepted = steps.findIndex(({ step }) => step === 'accepted');
  if (decided >= 0 && (accepted < 0 || (!isEndless && accepted > decided))) {
    events.push({ type: 'case-accepted', receiptNo: number, acceptedOn: day, note: '', happenedAt });
    now = { ...now, phase: 'accepted' };
  }
  for (const one of steps) {
    const to = now.phase !== 'closed' && one.handler && one.handler !== now.handler ? one.handler : null;
    now = { ...now, handler: to ?? now.handler };
    const { event, phase } = stepped(one, now, number);
    const outcome = event.type === 'case-closed' && event.outcome === 'done' ? outcomeOf(events) : null;
    const foreign = {
      activity: one.activity,
      ...(one.transition ? { transition: one.transition } : {}),
      ...(one.resource ? { resource: one.resource } : {}),
      ...(one.by ? { by: one.by } : {}),
      ...(to ? { to } : {}),
      ...(one.attributes ? { attributes: one.attributes } : {}),
    };
    events.push({ ...event, ...(outcome ? { outcome } : {}), happenedAt: one.happenedAt, foreign } as CaseEvent);
    now = { ...now, phase };
  }
  const last = steps.at(-1)!.happenedAt;
  if (isOver && now.phase !== 'closed') {
    const outcome = outcomeOf(events) ?? 'done';
    events.push({ type: 'case-closed', outcome, clerkId: now.handler, note: '', happenedAt: last });
    now = { ...now, phase: 'closed' };
  }
  const closedAt = events.find((one) => one.type === 'case-closed')?.happenedAt ?? null;
  return { events, ...now, closedAt };
}

function stepped(
  { step, day }: LoggedStep,
  { phase, handler }: Folded,
  number: string,
): { event: CaseEvent; phase: Folded['phase'] } {
  const other = { event: { type: 'foreign-activity' as const }, phase };
  switch (step) {
    case null:
      return other;
    case 'accepted':
      if (phase !== 'open') return other;
      return { event: { type: 'case-accepted', receiptNo: number, acceptedOn: day, note: '' }, phase: 'accepted' };
    case 'granted':
    case 'refused': {
      if (phase !== 'accepted') return other;
      const told = { on: day, tellBy: day, decisionNo: number };
      return { event: { type: 'case-decided', outcome: step, by: handler, note: '', ...told }, phase: 'decided' };
    }
    case 'closed':
    case 'done':
    case 'answered':
    case 'not-ours':
    case 'not-needed':
    case 'withdrawn': {
      if (phase === 'closed') return other;
      const outcome = step === 'closed' ? 'done' : step;
      return { event: { type: 'case-closed', outcome, clerkId: handler, note: '' }, phase: 'closed' };
    }
    default:
      return step satisfies never;
  }
}

/** What was decided before is how it ended. */
function outcomeOf(events: readonly CaseEvent[]): 'granted' | 'refused' | null {
  const decided = events.findLast((one) => one.type === 'case-decided');
  return decided ? decided.outcome : null;
}
