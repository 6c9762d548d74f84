/** Who of the staff is reached by message, and about what (C2, C10). */
import type { ClerkId } from '../../../schema/ids.ts';
import { type StaffContact, type StaffWish, WISHES } from '../../../schema/people/contact.ts';
import { maskTelephone } from '../../../schema/people/mask.ts';
import type { StaffRole } from '../../../schema/who.ts';
import type { Tables } from '../../ledger/table.ts';
import { clerks } from '../tables/clerks.ts';
import { contacts } from '../tables/contacts.ts';
import { maySignIn } from './staff.ts';

/** What the person sees of the own one. */
export function contactOf(from: Tables, id: ClerkId): StaffContact {
  const role = from.read(clerks).all().get(id)?.role;
  const known = from.read(contacts).of(id);
  return {
    telephone: known && maskTelephone(known.telephone),
    wishes: (role ? WISHES[role] : []).map((wish) => ({ wish, on: !known?.declined.includes(wish) })),
  };
}

/** A contact was entered, the wish is one of the role, and the person did not decline it. */
export function wishes(from: Tables, id: ClerkId, wish: StaffWish): boolean {
  const clerk = from.read(clerks).all().get(id);
  if (!clerk || !maySignIn(clerk) || !WISHES[clerk.role].includes(wish)) return false;
  const known = from.read(contacts).of(id);
  return known !== null && !known.declined.includes(wish);
}

/** Those who answer for the hall and may sign in. */
export function supervisors(from: Tables): ClerkId[] {
  return inRole(from, 'supervisor');
}

/** Those who keep the hall's data and may sign in. */
export function administrators(from: Tables): ClerkId[] {
  return inRole(from, 'administrator');
}

function inRole(from: Tables, role: StaffRole): ClerkId[] {
  const all = [...from.read(clerks).all().values()];
  return all.filter((one) => one.role === role && maySignIn(one)).map(({ id }) => id);
}
