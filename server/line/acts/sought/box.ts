/** The one box: the same answer as phone and kiosk give, and people as their look-up gives them (C12, P2, S4). */
import { type BoxAnswer, soughtOf } from '../../../../schema/line/box.ts';
import type { TypedKey } from '../../../../schema/people/typed-key.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/refusal.ts';
import { lookUpApplicants } from '../../../cases/acts/applicants.ts';
import { cases } from '../../../cases/tables/cases.ts';
import { casesOf } from '../../../cases/views/persons.ts';
import { caseOfNumber } from '../../../cases/views/sought/case-of-number.ts';
import { daysNow } from '../../../hours/views/open-hours.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { tickets } from '../../tables/tickets.ts';
import { residentCase } from '../../views/resident-case.ts';
import { ticketView } from '../../views/ticket-view.ts';

const NOTHING: BoxAnswer = { ticket: null, cases: [], people: [], isCut: false };

export function lookUpBox(tx: Tx, { typed }: { typed: string }): BoxAnswer | Refusal {
  const sought = soughtOf(typed);
  if (!sought) return refuse('input-invalid');
  switch (sought.kind) {
    case 'ticket': {
      const { number, day } = sought;
      // Of a day that was named no other day's ticket with the same number.
      const ticket = day ? tx.read(tickets).byNumber(number, day) : tx.read(tickets).findByNumber(number, daysNow(tx));
      // Another system's number may read like a ticket's, a name or a telephone.
      return ticket ? { ...NOTHING, ticket: ticketView(tx, ticket) } : caseBy(tx, typed);
    }
    case 'paper':
      return caseBy(tx, sought.number);
    case 'person': {
      const found = peopleBy(tx, sought.keys);
      return isRefusal(found) || found.people.length > 0 ? found : caseBy(tx, typed);
    }
    default:
      return sought satisfies never;
  }
}

function caseBy(tx: Tx, number: string): BoxAnswer {
  const caseId = caseOfNumber(tx, number);
  const found = caseId && tx.read(cases).byId(caseId);
  return { ...NOTHING, cases: found ? [residentCase(tx, found)] : [] };
}

/** By the first key that somebody is found by. */
function peopleBy(tx: Tx, keys: readonly TypedKey[]): BoxAnswer | Refusal {
  for (const key of keys) {
    const found = lookUpApplicants(tx, { key });
    if (isRefusal(found)) return found;
    if (found.people.length === 0) continue;
    const people = found.people.map((person) => {
      const own = casesOf(tx, person.personId).sort((a, b) => b.openedAt.localeCompare(a.openedAt));
      return { person, cases: own };
    });
    return { ...NOTHING, people, isCut: found.isCut };
  }
  return NOTHING;
}
