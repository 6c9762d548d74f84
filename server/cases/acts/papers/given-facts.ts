/** A paper is what was given that day (C7): what it says of hall, people and case goes into its event. */
import type { Case } from '../../../../schema/cases/case.ts';
import { type CaseEvent, cameBy } from '../../../../schema/cases/events.ts';
import type { GivenFacts } from '../../../../schema/cases/paper.ts';
import type { CaseId } from '../../../../schema/ids.ts';
import { hallRecord } from '../../../hall/tables/hall-record.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { holdWords, keepWords } from '../../../people/acts/keep-words.ts';
import { clerkName } from '../../../people/views/staff.ts';
import { evolveCase } from '../../rules/case-life.ts';
import { giverOf, givesPaper } from '../../tables/papers.ts';
import { applicantOf } from '../../views/case-people.ts';

export function withGivenFacts(tx: Tx, before: Case | null, events: CaseEvent[], caseId: CaseId): CaseEvent[] {
  if (!events.some(givesPaper)) return events;
  const { names, address, telephone, sample } = tx.read(hallRecord).get();
  let found = before;
  return events.map((event) => {
    found = evolveCase(found, event, caseId, tx.now);
    if (!givesPaper(event) || !event.paper) return event;
    const { receiptNo = null, acceptedOn = null, deemed = false, destination = null, origin } = found;
    const given = {
      hall: { names, address, telephone, sample },
      clerk: clerkName(tx, giverOf(event, found)) ?? '',
      firstContact: clerkName(tx, found.firstContact) ?? '',
      ...{ came: cameBy(origin), number: origin.number },
      ...{ receiptNo, acceptedOn, deemed, destination },
      ...applicantOn(tx, found),
    };
    return { ...event, paper: { ...event.paper, given } };
  });
}

/** P1: by name as of that day; the words are the person's, and end with that one, whoever the case names later. */
function applicantOn(tx: Tx, found: Case): Pick<GivenFacts, 'applicant'> {
  const known = applicantOf(tx, found);
  const { personId } = found;
  if (!personId || !known || known.name === '') return {};
  const about = `person:${personId}`;
  const { wish, words } = holdWords(tx, about, known, NAME);
  keepWords(tx, about, { wish, words });
  return { applicant: { ...wish, personId } };
}
const NAME: ReadonlySet<string> = new Set(['name']);
