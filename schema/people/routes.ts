/** Sessions and accounts. */
import { z } from 'zod';
import { AbsenceId, ClerkId, Language } from '../ids.ts';
import { ADMINISTRATOR, command, Link, route, STAFF } from '../route.ts';
import { account, PersonName } from '../typed/names.ts';
import { remark } from '../typed/remark.ts';
import { Absences, AbsenceWish } from './absence.ts';
import { Clerk, Me } from './clerk.ts';
import { StaffContact, StaffContactWish } from './contact.ts';
import { BlockForecast, SessionId, SessionView } from './session.ts';

const ended = z.object({ ended: z.number().int() });
const of = z.object({ clerkId: ClerkId });

export const peopleContract = {
  /** C11. Whoever is no supervisor or administrator enters and ends the own ones alone. */
  absences: {
    list: route('GET', '/absences', STAFF).output(Absences),
    enter: route('POST', '/absences', STAFF)
      .input(command({ clerkId: ClerkId, ...AbsenceWish.shape }))
      .output(z.object({ absenceId: AbsenceId })),
    end: route('POST', '/absences/{absenceId}/end', STAFF)
      .input(command({ absenceId: AbsenceId }))
      .output(z.object({})),
  },
  session: {
    me: route('GET', '/session', STAFF).output(Me),
    signIn: route('POST', '/session', ['public'], 'sign-in')
      .input(z.object({ account: account(1), password: z.string().max(200) }))
      .output(Me),
    signOut: route('DELETE', '/session', STAFF).output(z.object({})),
    changePassword: route('POST', '/session/password', STAFF)
      .input(z.object({ present: z.string().max(200), next: z.string().max(200) }))
      .output(Me),
    /** Of the person who asks, the latest first. */
    sessions: route('GET', '/session/all', STAFF).output(z.array(SessionView)),
    /** One, or all but the one that asks. */
    endSessions: route('POST', '/session/all/end', STAFF)
      .input(z.object({ sessionId: SessionId.optional() }))
      .output(ended),
    lock: route('POST', '/session/lock', STAFF).output(z.object({})),
    unlock: route('POST', '/session/unlock', STAFF)
      .input(z.object({ password: z.string().max(200) }))
      .output(Me),
    /** Somebody presses keys: a wish that wishes nothing. */
    stay: route('POST', '/session/stay', STAFF).output(z.object({})),
    /** Where the hall's messages to the person who asks go, and which are wished. */
    contact: route('GET', '/session/contact', STAFF).output(StaffContact),
    saveContact: route('POST', '/session/contact', STAFF)
      .input(command({ contact: StaffContactWish }))
      .output(StaffContact),
    clearContact: route('POST', '/session/contact/clear', STAFF).input(command({})).output(StaffContact),
    /** The screen is in another language: messages follow it. */
    speak: route('POST', '/session/language', STAFF)
      .input(z.object({ language: Language }))
      .output(z.object({})),
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
          clerk: Clerk.omit({ blocked: true }).extend({
            id: ClerkId.optional(),
            account: account(2),
            name: PersonName,
          }),
          newPassword: z.boolean(),
        }),
      )
      .output(z.object({ clerk: Clerk, password: z.string().nullable() })),
    sessions: route('GET', '/clerks/{clerkId}/sessions', ADMINISTRATOR).input(of).output(z.array(SessionView)),
    /** One of somebody's, or all. */
    endSessions: route('POST', '/clerks/{clerkId}/sessions/end', ADMINISTRATOR)
      .input(command({ ...of.shape, sessionId: SessionId.optional() }))
      .output(ended),
    /** Whether somebody can be reached by message; only the person enters or changes where. */
    contact: route('GET', '/clerks/{clerkId}/contact', ADMINISTRATOR)
      .input(of)
      .output(z.object({ isEntered: z.boolean() })),
    clearContact: route('POST', '/clerks/{clerkId}/contact/clear', ADMINISTRATOR)
      .input(command(of.shape))
      .output(z.object({ isEntered: z.boolean() })),
    blockForecast: route('GET', '/clerks/{clerkId}/block', ADMINISTRATOR).input(of).output(BlockForecast),
    /** At once, also in the middle of a sitting. */
    block: route('POST', '/clerks/{clerkId}/block', ADMINISTRATOR)
      .input(command({ ...of.shape, reason: remark(200, 2) }))
      .output(ended),
    allow: route('POST', '/clerks/{clerkId}/allow', ADMINISTRATOR).input(command(of.shape)).output(z.object({})),
  },
};
