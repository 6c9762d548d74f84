/** Who sits where and whether the counter takes people (H4). */

import type { ClerkId, CounterId, OpeningId } from '../../../schema/ids.ts';
import type { Counter, CounterEvent } from '../../../schema/line/counter.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';

export type CounterCommand =
  /** `at` is another counter where this clerk sits, if any; `clerkName` is who sits at this one. */
  | { type: 'open-counter'; clerkId: ClerkId; at: string | null; sitting: string }
  | { type: 'pause-counter'; clerkId: ClerkId; reason: string }
  | { type: 'close-counter'; clerkId: ClerkId }
  /** H4: by the opening itself. */
  | { type: 'begin-opening'; openingId: OpeningId }
  /** T12: with somebody there (`busy`) it closes when that ticket has left. */
  | { type: 'end-opening'; openingId: OpeningId; busy: boolean }
  | { type: 'ticket-left' }
  /** C18: the last ticket is there again, as its clerk took the last step back. */
  | { type: 'ticket-back'; clerkId: ClerkId }
  /** By a supervisor, who then takes its ticket: nobody is seated there again by the next opening. */
  | { type: 'release-counter' };

export function evolveCounter(counter: Counter | null, event: CounterEvent, id: CounterId): Counter {
  switch (event.type) {
    case 'counter-carried': {
      const { phase, clerkId, closedByOpening, closingOf } = event;
      return { id, phase, clerkId, closedByOpening, closingOf };
    }
    case 'counter-opened':
      return { id, phase: 'open', clerkId: event.clerkId, closedByOpening: false };
    case 'counter-paused':
      return { id, phase: 'paused', clerkId: event.clerkId, closedByOpening: false };
    case 'counter-closing': {
      const { clerkId, openingId } = event;
      return { id, phase: 'closing', clerkId, closedByOpening: false, closingOf: openingId };
    }
    case 'counter-closed': {
      const { openingId } = event;
      const byOpening = openingId !== undefined;
      const seat = { clerkId: byOpening ? counter?.clerkId : undefined, closedByOpening: byOpening };
      return { id, phase: 'closed', ...seat, ...(counter?.phase === 'closing' ? { closedOf: openingId } : {}) };
    }
    default:
      return event satisfies never;
  }
}

export function decideCounter(counter: Counter | null, command: CounterCommand): CounterEvent[] | Refusal {
  const seated = counter && counter.phase !== 'closed' ? counter : null;
  switch (command.type) {
    case 'open-counter':
      if (command.at) return refuse('clerk-elsewhere', { counter: command.at });
      if (seated && seated.clerkId !== command.clerkId) return refuse('counter-taken', { clerk: command.sitting });
      if (seated?.phase === 'closing') return refuse('counter-closing');
      if (seated?.phase === 'open') return refuse('counter-already-open');
      return [{ type: 'counter-opened', clerkId: command.clerkId }];
    case 'pause-counter':
      if (!seated) return refuse('counter-not-open');
      if (seated.clerkId !== command.clerkId) return refuse('clerk-not-here');
      if (seated.phase === 'closing') return refuse('counter-closing');
      if (seated.phase === 'paused') return refuse('counter-not-open');
      return [{ type: 'counter-paused', clerkId: command.clerkId, reason: command.reason }];
    case 'close-counter':
      if (!seated) return refuse('counter-not-open');
      if (seated.clerkId !== command.clerkId) return refuse('clerk-not-here');
      return [{ type: 'counter-closed', clerkId: command.clerkId }];
    case 'begin-opening':
      return (counter?.phase === 'closing' || (counter?.phase === 'closed' && counter.closedByOpening)) &&
        counter.clerkId
        ? [{ type: 'counter-opened', clerkId: counter.clerkId, openingId: command.openingId }]
        : [];
    case 'end-opening':
      if (!seated?.clerkId || seated.phase === 'closing') return [];
      return [
        {
          type: command.busy ? 'counter-closing' : 'counter-closed',
          clerkId: seated.clerkId,
          openingId: command.openingId,
        },
      ];
    case 'ticket-left':
      return counter?.phase === 'closing' && counter.clerkId
        ? [{ type: 'counter-closed', clerkId: counter.clerkId, openingId: counter.closingOf }]
        : [];
    case 'ticket-back':
      return counter?.phase === 'closed' && counter.closedOf && counter.clerkId === command.clerkId
        ? [{ type: 'counter-closing', clerkId: command.clerkId, openingId: counter.closedOf }]
        : [];
    case 'release-counter':
      return seated?.clerkId ? [{ type: 'counter-closed', clerkId: seated.clerkId }] : [];
    default:
      return command satisfies never;
  }
}
