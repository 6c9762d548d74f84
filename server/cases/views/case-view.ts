/** What one person may see of cases: one of them, my own, the hall's (C2, C10, C12). */
import type { CaseView, HallCase, MyCase } from '../../../schema/cases/views.ts';
import type { CaseId, ClerkId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { localTime } from '../../../schema/time.ts';
import { matterNames } from '../../catalogue/views/matter-view.ts';
import { calendarOf } from '../../hall/views/calendar.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { links } from '../../people/tables/links.ts';
import { clerkName } from '../../people/views/staff.ts';
import { isProvisionalDue, workingDaysLeft } from '../rules/working-days.ts';
import { cases, type StoredCase } from '../tables/cases.ts';
import { papersOf } from './paper-content.ts';

/** P3. */
export function caseOfLink(from: Reader, link: string): StoredCase | Refusal {
  const id = from.read(links).follow('case', link, new Date(from.nowMs).toISOString());
  return (id && from.read(cases).byId(id as CaseId)) || refuse('link-unknown');
}

export function caseView(from: Tables, found: StoredCase): CaseView {
  return {
    caseId: found.id,
    phase: found.phase,
    matterNames: matterNames(from, found.matterId),
    firstContact: clerkName(from, found.firstContact) ?? '',
    handler: clerkName(from, found.handler) ?? '',
    receiptNo: found.receiptNo ?? null,
    acceptedOn: found.acceptedOn ?? null,
    dueOn: found.dueOn ?? null,
    provisional: isProvisionalDue(found, calendarOf(from)),
    outcome: found.outcome ?? null,
  };
}

/** Cases that this clerk handles, was first contact of, or is offered; the soonest due first (C2, C10). */
export function myCases(from: Reader, clerkId: ClerkId): MyCase[] {
  return bySoonest(
    from
      .read(cases)
      .ofClerk(clerkId)
      .map((found): MyCase => {
        const toMe = found.offer?.to === clerkId;
        const mine = found.handler === clerkId ? 'handler' : toMe ? 'receiver' : 'first-contact';
        return { ...hallCase(from, found, clerkId), mine };
      }),
  );
}

/** Every case that is not closed and no longer at a counter, the soonest due first (C10). */
export function hallCases(from: Reader, reader: ClerkId): HallCase[] {
  return bySoonest(
    from
      .read(cases)
      .goingOn()
      .map((found) => hallCase(from, found, reader)),
  );
}

function bySoonest<T extends HallCase>(cases: T[]): T[] {
  return cases.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

function hallCase(from: Reader, found: StoredCase, reader: ClerkId): HallCase {
  const { offer, proposal, sentBack } = found;
  const today = localTime(from.nowMs, from.timeZone).day;
  const nameOf = (id: ClerkId) => clerkName(from, id) ?? '';
  return {
    ...caseView(from, found),
    matterId: found.matterId,
    number: found.origin.number,
    firstContactId: found.firstContact,
    handlerId: found.handler,
    offer: offer
      ? {
          id: offer.id,
          fromName: nameOf(offer.from),
          toName: nameOf(offer.to),
          toMe: offer.to === reader,
          note: offer.note,
          lapsesAt: offer.lapsesAt,
        }
      : null,
    proposal: proposal
      ? { byName: nameOf(proposal.by), mine: proposal.by === reader, reason: proposal.reason, at: proposal.at }
      : null,
    sentBack: sentBack ? { byName: nameOf(sentBack.by), remark: sentBack.remark, at: sentBack.at } : null,
    papers: papersOf(from, found.id),
    daysLeft: found.dueOn ? workingDaysLeft(today, found.dueOn, calendarOf(from)) : null,
  };
}
