/** The messages of the hall, page by page (C12, H8); people are sealed, so that the hall itself answers. */
import type { SentMessage, SentMessages, SentMessagesAsked } from '../../../schema/figures/sent-messages.ts';
import type { CaseId } from '../../../schema/ids.ts';
import { maskPerson } from '../../../schema/people/mask.ts';
import { cases } from '../../cases/tables/cases.ts';
import { caseNumber } from '../../cases/views/duties.ts';
import type { Reader } from '../../ledger/reader.ts';
import { type ListedMessage, messages } from '../../messages/tables/messages.ts';
import { people } from '../../people/tables/people.ts';
import { clerkName } from '../../people/views/staff.ts';

export function sentMessages(from: Reader, { phase, first, below }: SentMessagesAsked): SentMessages {
  const counts = from.read(messages).counts();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  // One more than is shown says whether there is a next page.
  const found = from.read(messages).latest({ phase: phase ?? null, first: first + 1, below: below ?? null });
  const page = found.slice(0, first);
  return {
    messages: page.map((one) => shown(from, one)),
    ...{ total: phase ? (counts[phase] ?? 0) : all, counts },
    next: found.length > page.length ? page.at(-1)!.place : null,
  };
}

function shown(from: Reader, { to, refs, place: _, ...message }: ListedMessage): SentMessage {
  const caseId = (refs.caseId as CaseId | undefined) ?? null;
  const found = caseId && from.read(cases).byId(caseId);
  const about = found ? caseNumber(found) : null;
  if (to.kind === 'clerk')
    return { ...message, toName: clerkName(from, to.id) ?? '', telephone: null, isStaff: true, about, caseId };
  const { name, telephone } = maskPerson(to.id, from.read(people).get(to.id));
  return { ...message, toName: name, telephone, isStaff: false, about, caseId };
}
