/** Where a message goes, read in clear at the moment it is sent (P1): a resident's telephone, or a contact of the staff. */
import type { Language } from '../../../schema/ids.ts';
import type { Tables } from '../../ledger/table.ts';
import { contacts } from '../../people/tables/contacts.ts';
import { people } from '../../people/tables/people.ts';
import type { MessageFacts } from '../facts.ts';
import type { Message } from '../tables/messages.ts';

/** Null: nobody is left. */
export function addressOf(
  from: Tables,
  { to }: Message,
  facts: MessageFacts | null,
): { telephone: string | null; language: Language } | null {
  if (to.kind === 'clerk') return from.read(contacts).of(to.id);
  const person = from.read(people).get(to.id);
  if (!person) return null;
  const { language, telephone, formerTelephone } = person;
  return { language, telephone: facts?.to === 'former' ? formerTelephone : telephone };
}
