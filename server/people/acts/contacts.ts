/** Contacts of the staff: entered and changed by their person alone, cleared by an administrator or when their time is over (P1, C10). */
import type { ClerkId, Day, Language } from '../../../schema/ids.ts';
import type { StaffContact, StaffContactWish } from '../../../schema/people/contact.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { addDays } from '../../../schema/time.ts';
import type { Nothing, Tx } from '../../ledger/commit.ts';
import { clerks } from '../tables/clerks.ts';
import { contacts } from '../tables/contacts.ts';
import { contactOf } from '../views/contacts.ts';
import { recordOfAccount } from './account-acts.ts';

export function saveContact(tx: Tx, { contact }: { contact: StaffContactWish }): StaffContact | Refusal {
  const { actor } = tx;
  if (actor.kind !== 'clerk') return refuse('not-signed-in');
  const { declined, language } = contact;
  const telephone = contact.telephone ?? tx.read(contacts).of(actor.id)?.telephone;
  if (!telephone) return refuse('contact-missing');
  tx.write(contacts).save(actor.id, { telephone, declined, language });
  recordOfAccount(tx, actor.id, { type: 'contact-saved', declined });
  return contactOf(tx, actor.id);
}

export function clearOwnContact(tx: Tx): StaffContact | Refusal {
  const { actor } = tx;
  if (actor.kind !== 'clerk') return refuse('not-signed-in');
  clear(tx, actor.id);
  return contactOf(tx, actor.id);
}

export function clearContact(tx: Tx, { clerkId }: { clerkId: ClerkId }): { isEntered: boolean } | Refusal {
  if (!tx.read(clerks).all().has(clerkId)) return refuse('clerk-unknown');
  clear(tx, clerkId);
  return { isEntered: false };
}

/** Who has no contact has none to write to in another language. */
export function speakLanguage(tx: Tx, { language }: { language: Language }): Nothing | Refusal {
  const { actor } = tx;
  if (actor.kind !== 'clerk') return refuse('not-signed-in');
  tx.write(contacts).speak(actor.id, language);
  return {};
}

/** An account that is switched off keeps its contact for the days of the setting; one in use again for as long as it is. */
export function endContact(tx: Tx, id: ClerkId, isInUse: boolean): void {
  tx.write(contacts).keepUntil(id, isInUse ? null : addDays(tx.today, tx.settings.personDays));
}

/** Every night; says how many. */
export function eraseContacts(tx: Tx, today: Day): number {
  const due = tx.read(contacts).due(today);
  for (const id of due) clear(tx, id);
  return due.length;
}

function clear(tx: Tx, id: ClerkId): void {
  if (tx.write(contacts).erase(id)) recordOfAccount(tx, id, { type: 'contact-cleared' });
}
