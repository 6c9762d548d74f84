/** Who is told of a case by message and in which part (C2, C10); in the place of somebody who is away whoever stands in (C11). */
import type { ClerkId } from '../../../../schema/ids.ts';
import type { StaffWish } from '../../../../schema/people/contact.ts';
import type { Reader } from '../../../ledger/reader.ts';
import { isThere } from '../../../people/views/absences.ts';
import { supervisors, wishes } from '../../../people/views/contacts.ts';
import type { StoredCase } from '../../tables/cases.ts';
import { standInFor } from '../deputies.ts';
import type { Part } from './staff-words.ts';

type OfCase = Pick<StoredCase, 'handler' | 'firstContact' | 'matterId'>;

/** By which wish somebody is told who answers for a case in this part. */
const WISH: Record<Part, { warned: StaffWish; late: StaffWish; back: StaffWish; step: StaffWish }> = {
  handler: { warned: 'handler', late: 'handler', back: 'offers', step: 'handler' },
  'first-contact': { warned: 'first-contact', late: 'first-contact', back: 'steps', step: 'steps' },
  supervisor: { warned: 'hall-warnings', late: 'hall-late', back: 'hall-late', step: 'hall-late' },
};
export type Told = keyof (typeof WISH)['handler'];

/** Who answers for a case in which part and wishes to be told of it; each once, in the nearest part. */
export function toTell(from: Reader, found: OfCase, about: Told): { id: ClerkId; part: Part }[] {
  const told = new Map<ClerkId, Part>();
  for (const part of ['handler', 'first-contact', 'supervisor'] as const)
    for (const id of answering(from, found, part))
      if (!told.has(id) && wishes(from, id, WISH[part][about])) told.set(id, part);
  return [...told].map(([id, part]) => ({ id, part }));
}

/** Whether somebody still answers for it in this part, and wishes to be told. */
export function isTheirs(from: Reader, found: OfCase, to: ClerkId, part: Part, about: Told): boolean {
  return answering(from, found, part).includes(to) && wishes(from, to, WISH[part][about]);
}

/** Whether it is told to somebody who is there in the place of another one. */
export function isInPlace(found: OfCase, to: ClerkId, part: Part): boolean {
  return part !== 'supervisor' && to !== (part === 'handler' ? found.handler : found.firstContact);
}

function answering(from: Reader, found: OfCase, part: Part): ClerkId[] {
  if (part === 'supervisor') return supervisorsToTell(from);
  return presentFor(from, found, part === 'handler' ? found.handler : found.firstContact);
}

/** Somebody, or whoever stands in; where nobody is there, it waits for the one whose it is. */
export function presentFor(from: Reader, found: OfCase, id: ClerkId): ClerkId[] {
  const by = standInFor(from, found, id)?.by ?? [];
  return by.length > 0 ? by : [id];
}

/** Those who are there; where none is, all. */
export function supervisorsToTell(from: Reader): ClerkId[] {
  const all = supervisors(from);
  const there = all.filter((id) => isThere(from, id));
  return there.length > 0 ? there : all;
}
