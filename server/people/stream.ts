/** The stream of an account: who gave whom which right, that a password was set, and who may not sign in (S4). */

import type { ClerkId } from '../../schema/ids.ts';
import type { Clerk, ClerkEvent } from '../../schema/people/clerk.ts';
import { idOf, type Stream } from '../ledger/subject/stream.ts';
import { clerks } from './tables/clerks.ts';

type Account = Omit<Clerk, 'id'>;

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
    if (event.type !== 'password-set' && event.type !== 'sessions-ended')
      to.write(clerks).save({ ...account, id: idOf(stream) as ClerkId });
  },
  touches: {
    'clerk-saved': 'all',
    'password-set': 'none',
    'sessions-ended': 'none',
    'sign-in-blocked': 'all',
    'sign-in-allowed': 'all',
  },
};

function known(state: Account | null): Account {
  if (!state) throw new Error('something happened to an account before it was there');
  return state;
}
