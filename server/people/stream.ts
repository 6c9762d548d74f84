/** The streams of accounts, absences and people's data: who gave whom which right, who may not sign in, who is away (C11, S4). */
import type { AbsenceId, ClerkId } from '../../schema/ids.ts';
import type { Absence, AbsenceEvent } from '../../schema/people/absence.ts';
import { type AccountEvent, type Clerk, type ClerkEvent, clerkOfAccount } from '../../schema/people/clerk.ts';
import { type PersonEvent, personOf } from '../../schema/people/person.ts';
import { idOf, kindOf, type Stream, type Touched } from '../ledger/subject/stream.ts';
import { absences } from './tables/absences.ts';
import { clerks } from './tables/clerks.ts';
import { personActs } from './tables/person-acts.ts';

type Account = Omit<Clerk, 'id'>;
/** What changes nothing of the account itself; older ledgers have it in this stream. */
const BESIDE: ClerkEvent['type'][] = ['password-set', 'sessions-ended', 'contact-saved', 'contact-cleared'];

/** Before whom a case stands is another thing for every case at once (C11, C15); an absence has its clerk's name. */
const ofAbsence: Touched = {
  ...{ offers: 'all', served: 'all', work: 'all', unhandled: 'all' },
  asks: ['cases', 'absences'],
};
const ofClerk: Touched = { ...ofAbsence, asks: ['cases', 'people', 'absences', 'clerks'] };

export const clerkStream: Stream<Account, ClerkEvent> = {
  kind: 'clerk',
  v: 2,
  grows: 'administration',
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
    'clerk-saved': () => ({ ...ofClerk, counters: 'all', notes: 'all' }),
    'password-set': 'none',
    'sessions-ended': 'none',
    'contact-saved': 'none',
    'contact-cleared': 'none',
    'sign-in-blocked': () => ofClerk,
    'sign-in-allowed': () => ofClerk,
  },
};

/** What is done with an account on a date (S4): the history says it, and no other place. The state is whose it is. */
export const accountStream: Stream<ClerkId, AccountEvent> = {
  kind: 'account',
  // Before 2 its events stood in the stream of the clerk.
  v: 2,
  grows: 'day',
  isReference: true,
  evolve: (_, __, id) => clerkOfAccount(id),
  // The screens have the name of the id.
  nameOf: (clerkId) => clerkId,
  fieldsOf: () => ({}),
  tables: [],
  project() {},
  touches: { 'password-set': 'none', 'sessions-ended': 'none', 'contact-saved': 'none', 'contact-cleared': 'none' },
};

type AbsenceRecord = Omit<Absence, 'id'>;

export const absenceStream: Stream<AbsenceRecord, AbsenceEvent> = {
  kind: 'absence',
  v: 1,
  grows: 'life',
  isReference: true,
  evolve(state, event, id, at) {
    if (event.type === 'absence-entered') {
      const { type: _, override = null, ...facts } = event;
      return { ...facts, override, hasBegun: false, endedAt: null };
    }
    if (!state) throw new Error(`absence ${id} has ${event.type} before it was entered`);
    switch (event.type) {
      case 'absence-began':
        return { ...state, hasBegun: true };
      case 'absence-ended':
        return { ...state, endedAt: at };
      default:
        return event satisfies never;
    }
  },
  // Whose it is: the screens have the name of the id.
  nameOf: ({ clerkId }) => clerkId,
  // The words are nobody's but those whom the absence concerns.
  fieldsOf: ({ note: _, override, ...rest }) => ({ ...rest, overridden: override !== null }),
  tables: [absences],
  project(to, absence, { stream, event, at, actor }) {
    const id = idOf(stream) as AbsenceId;
    to.write(absences).save({ ...absence, id });
    const isOverridden = event.type === 'absence-entered' && event.override != null;
    if (isOverridden) to.write(absences).override(id, at, kindOf(actor) === 'clerk' ? (idOf(actor) as ClerkId) : null);
  },
  touches: { 'absence-entered': () => ofAbsence, 'absence-began': () => ofAbsence, 'absence-ended': () => ofAbsence },
};

/** What was done with somebody's data on a date (S4): who is looked up daily has a stream a day. The data is in no event. */
export const personStream: Stream<number, PersonEvent> = {
  kind: 'person',
  // Before 2 the id was the person's alone; before 3 nobody said that a telephone is the person's.
  v: 3,
  grows: 'day',
  evolve: (count) => (count ?? 0) + 1,
  tables: [personActs],
  project: (to, _, { stream, seq, at, event }) => to.write(personActs).add(personOf(idOf(stream)), event, seq, at),
  touches: {
    'person-entered': 'none',
    'privacy-notice-shown': 'none',
    'person-looked-up': 'none',
    'person-revealed': 'none',
    // H6: whose telephone is shown as unproved.
    'telephone-changed': () => ({ asks: ['cases', 'people'] }),
    'telephone-checked': () => ({ asks: ['cases', 'people'] }),
    'person-exported': 'none',
    'person-erased': 'none',
  },
};

function known(state: Account | null): Account {
  if (!state) throw new Error('something happened to an account before it was there');
  return state;
}
