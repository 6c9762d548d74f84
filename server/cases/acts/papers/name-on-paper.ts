/** P2: papers are addressed to their applicant by name; on its day its giver prints it, any other print is a look. */
import type { CaseId } from '../../../../schema/ids.ts';
import { ERASED } from '../../../../schema/people/mask.ts';
import { type Refusal, refuse } from '../../../../schema/refusal.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { countLook, recordWith } from '../../../people/acts/persons.ts';
import { said } from '../../../people/views/said.ts';
import { cases } from '../../tables/cases.ts';
import { papers } from '../../tables/papers.ts';

/** In full; its number is the reason of the look. */
export function nameOnPaper(tx: Tx, { caseId, no }: { caseId: CaseId; no: string }): { name: string } | Refusal {
  if (tx.actor.kind !== 'clerk' || tx.actor.role === 'administrator') return refuse('not-allowed');
  const by = tx.actor.id;
  const paper = tx
    .read(papers)
    .ofCase(caseId)
    .find((one) => one.no === no);
  const applicant = paper?.content?.given?.applicant;
  if (!paper || !applicant) return refuse('not-found');
  const name = said(tx, applicant.name);
  if (name === ERASED || (paper.clerkId === by && paper.day === tx.today)) return { name };
  // Papers of older ledgers do not say who: as it is entered now.
  const personId = applicant.personId ?? tx.read(cases).byId(caseId)?.personId;
  if (!personId) return refuse('person-unknown');
  const rests = countLook(tx);
  if (rests) return rests;
  recordWith(tx, personId, { type: 'person-revealed', by, field: 'name', reason: no });
  return { name };
}
