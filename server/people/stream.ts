/** The stream of an account: who gave whom which right, and that a password was set (S4). */

import type { ClerkId } from '../../schema/ids.ts';
import type { Clerk, ClerkEvent } from '../../schema/people/clerk.ts';
import { idOf, type Stream } from '../ledger/subject/stream.ts';
import { clerks } from './tables/clerks.ts';

type Account = Omit<Clerk, 'id'>;

export const clerkStream: Stream<Account, ClerkEvent> = {
  kind: 'clerk',
  v: 1,
  isReference: true,
  evolve(state, event) {
    switch (event.type) {
      case 'clerk-saved': {
        const { account, name, role, mayPick, active } = event;
        return { account, name, role, mayPick, active };
      }
      case 'password-set':
        if (!state) throw new Error('a password was set before the account was there');
        return state;
      default:
        return event satisfies never;
    }
  },
  nameOf: ({ name }) => name,
  tables: [clerks],
  project(to, account, { stream, event }) {
    if (event.type === 'clerk-saved') to.write(clerks).save({ ...account, id: idOf(stream) as ClerkId });
  },
  touches: { 'clerk-saved': 'all', 'password-set': 'none' },
};
