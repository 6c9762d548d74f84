/** Before whom a case stands while its handler, or whoever is offered it or asked, is away (C11): as it is at this instant. */
import type { Case } from '../../../schema/cases/case.ts';
import type { EndWay } from '../../../schema/cases/conclusion.ts';
import { isTaken } from '../../../schema/cases/events.ts';
import type { StandIn } from '../../../schema/cases/views.ts';
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import type { Absence } from '../../../schema/people/absence.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { matterOf } from '../../catalogue/views/matter-view.ts';
import { once, type Reader } from '../../ledger/reader.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { awayNow, isThere } from '../../people/views/absences.ts';
import { said } from '../../people/views/said.ts';
import { clerkName, mayHandle, staff } from '../../people/views/staff.ts';
import { isOver, owersOf } from '../rules/owners/afterwards.ts';
import { deputyOf } from '../rules/owners/deputy.ts';
import { askedClerks } from '../rules/question.ts';
import { endWays } from '../rules/residents/unknown.ts';
import { cases, type StoredCase } from '../tables/cases.ts';

type OfMatter = Pick<Case, 'matterId'>;

/** Null where that clerk is not away. One deputy, or the supervisors who are there. */
export function standInFor(from: Reader, { matterId }: OfMatter, id: ClerkId): (Absence & { by: ClerkId[] }) | null {
  const away = once(from, awayNow);
  const absence = away.get(id);
  if (!absence) return null;
  const presence = {
    isThere: (one: ClerkId) => isThere(from, one),
    namedBy: (one: ClerkId) => away.get(one)?.deputy ?? null,
  };
  const deputy = deputyOf(id, matterOf(from, matterId) ?? {}, presence);
  return { ...absence, by: deputy ? [deputy] : supervisorsThere(from) };
}

function supervisorsThere(from: Reader): ClerkId[] {
  return staff(from)
    .filter(({ id, role }) => role === 'supervisor' && isThere(from, id))
    .map(({ id }) => id);
}

/** Whoever has something to do about it. */
function partsOf(found: Case): ClerkId[] {
  if (found.phase === 'closed') return owersOf(found);
  return [
    ...new Set([found.handler, ...(found.offer?.to ? [found.offer.to] : []), ...askedClerks(found), ...owersOf(found)]),
  ];
}

/** C12: of whoever a resident is told to ask: the handler, of a closed case whoever still owes something of it. */
export function standInForAnswerer(from: Reader, found: Case): ReturnType<typeof standInFor> {
  const id = found.phase === 'closed' ? owersOf(found)[0] : found.handler;
  return id ? standInFor(from, found, id) : null;
}

/** In whose places this clerk stands. */
export function placesOf(from: Reader, found: Case, clerkId: ClerkId): ClerkId[] {
  return partsOf(found).filter((id) => standInFor(from, found, id)?.by.includes(clerkId));
}

/** Each of somebody who is away, before a clerk who stands in. */
export function inPlaceOf(from: Reader, clerkId: ClerkId): StoredCase[] {
  const all = [...once(from, awayNow).keys()].flatMap((id) => from.read(cases).ofClerk(id));
  const open = [...new Map(all.map((one) => [one.id, one])).values()].filter((one) => !isOver(one));
  return open.filter((one) => placesOf(from, one, clerkId).length > 0);
}

/** As its staff see it; the briefing is for who stands in, who is away, and supervisors (P1). */
export function standInsOf(from: Reader, found: StoredCase, reader: ClerkId): StandIn[] {
  return partsOf(found).flatMap((id) => {
    const stood = standInFor(from, found, id);
    if (!stood) return [];
    const { by, until, note } = stood;
    const ofName = clerkName(from, id) ?? '';
    const byName = by.map((one) => clerkName(from, one) ?? '').join('、');
    const mine = by.includes(reader);
    const mayRead = mine || id === reader || from.read(clerks).all().get(reader)?.role === 'supervisor';
    return [{ part: partOf(found, id), ofName, byName, until, note: mayRead ? said(from, note) : null, mine }];
  });
}

/** C5. */
export function endWaysOf(from: Reader, found: StoredCase, reader: ClerkId): EndWay[] {
  if (found.phase !== 'open' || !isTaken(found.origin)) return [];
  const isSupervisor = from.read(clerks).all().get(reader)?.role === 'supervisor';
  const standIn = { by: reader, of: placesOf(from, found, reader) };
  return endWays(found, { by: reader, isSupervisor }, { nowMs: from.nowMs, standIn });
}

function partOf(found: Case, id: ClerkId): StandIn['part'] {
  if (found.phase !== 'closed' && id === found.handler) return 'handler';
  if (id === found.offer?.to) return 'receiver';
  return askedClerks(found).includes(id) ? 'asked' : 'late-papers';
}

/** C11, C15: nobody is given what they are not there for; who deputises is named. */
export function mayReceive(from: Reader, caseId: CaseId, to: ClerkId): Refusal | null {
  if (!mayHandle(from, to)) return refuse('clerk-unknown');
  const found = from.read(cases).byId(caseId);
  const stood = found && standInFor(from, found, to);
  if (!stood) return null;
  const names = stood.by.map((id) => clerkName(from, id) ?? '').join('、');
  return refuse('receiver-away', { name: clerkName(from, to) ?? '', deputy: names || '—' });
}
