/** The streams of an account and of a person's data: who gave whom which right, that a password was set, and who may not sign in (S4). */

import type { ClerkId, PersonId } from '../../schema/ids.ts';
import type { Clerk, ClerkEvent } from '../../schema/people/clerk.ts';
import type { PersonEvent } from '../../schema/people/person.ts';
import { idOf, type Stream } from '../ledger/subject/stream.ts';
import { clerks } from './tables/clerks.ts';
import { personActs } from './tables/person-acts.ts';

type Account = Omit<Clerk, 'id'>;
/** What changes nothing of the account itself. */
const BESIDE: ClerkEvent['type'][] = ['password-set', 'sessions-ended', 'contact-saved', 'contact-cleared'];

export const clerkStream: Stream<Account, ClerkEvent> = {
  kind: 'clerk',
  v: 2,
  isReference: true,
  evolve(state, event) {
    switch (event.type) {
      case 'clerk-saved': {
        const { account, name, role, mayPick, active } = event;
        return { account, name, role, mayPick, active, blocked: state?.blocked ?? false };
      }
      case 'password-set':
      case 'sessions-ended':
      case 'contact-saved':
      case 'contact-cleared':
        return known(state);
      case 'sign-in-blocked':
        return { ...known(state), blocked: true };
      case 'sign-in-allowed':
        return { ...known(state), blocked: false };
      default:
        return event satisfies never;
    }
  },
  nameOf: ({ name }) => name,
  tables: [clerks],
  project(to, account, { stream, event }) {
    if (!BESIDE.includes(event.type)) to.write(clerks).save({ ...account, id: idOf(stream) as ClerkId });
  },
  touches: {
    'clerk-saved': 'all',
    'password-set': 'none',
    'sessions-ended': 'none',
    'contact-saved': 'none',
    'contact-cleared': 'none',
    'sign-in-blocked': 'all',
    'sign-in-allowed': 'all',
  },
};

/** What was done with somebody's data (S4); the data itself is in no event. */
export const personStream: Stream<{ erased: boolean }, PersonEvent> = {
  kind: 'person',
  v: 1,
  evolve: (state, { type }) => ({ erased: state?.erased || type === 'person-erased' }),
  tables: [personActs],
  project: (to, _, { stream, seq, at, event }) => to.write(personActs).add(idOf(stream) as PersonId, event, seq, at),
  touches: {
    'person-entered': 'none',
    'privacy-notice-shown': 'none',
    'person-looked-up': 'none',
    'person-revealed': 'none',
    'telephone-changed': 'none',
    'person-exported': 'none',
    'person-erased': 'none',
  },
};

function known(state: Account | null): Account {
  if (!state) throw new Error('something happened to an account before it was there');
  return state;
}
