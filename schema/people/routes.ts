/** Sessions and accounts. */
import { z } from 'zod';
import { ClerkId } from '../ids.ts';
import { ADMINISTRATOR, command, Link, route, STAFF } from '../route.ts';
import { account, PersonName } from '../typed/names.ts';
import { Clerk, Me } from './clerk.ts';

export const peopleContract = {
  session: {
    me: route('GET', '/session', STAFF).output(Me),
    signIn: route('POST', '/session', ['public'])
      .input(z.object({ account: account(1), password: z.string().max(200) }))
      .output(Me),
    signOut: route('DELETE', '/session', STAFF).output(z.object({})),
    changePassword: route('POST', '/session/password', STAFF)
      .input(z.object({ present: z.string().max(200), next: z.string().max(200) }))
      .output(Me),
    /** The first administrator, by the one-time link that a production start prints. */
    firstAdministrator: route('POST', '/first-administrator', ['public'])
      .input(z.object({ token: Link, account: account(2), name: PersonName, password: z.string().max(200) }))
      .output(Me),
  },
  administration: {
    clerks: route('GET', '/clerks', STAFF).output(z.array(Clerk)),
    /** A new clerk, or a new password for one, is answered with a password that is shown once. */
    saveClerk: route('POST', '/clerks', ADMINISTRATOR)
      .input(
        command({
          clerk: Clerk.extend({ id: ClerkId.optional(), account: account(2), name: PersonName }),
          newPassword: z.boolean(),
        }),
      )
      .output(z.object({ clerk: Clerk, password: z.string().nullable() })),
  },
};
