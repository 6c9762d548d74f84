/** What residents do with a case by its link, and what they asked (C12). */
import type { CaseAct } from '../../../schema/cases/resident.ts';
import type { ClerkId, InquiryId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { CaseCommand } from '../rules/case-command.ts';
import type { StoredCase } from '../tables/cases.ts';
import { caseOfLink } from '../views/case-view.ts';
import { heirOf } from '../views/late-papers.ts';
import { type OnCase, runCase, stepCase } from './step-case.ts';

type Done = { seq: number } | Refusal;
type OnInquiry = OnCase & { inquiryId: InquiryId };

/** P3: the link is followed before anything is done. */
export function actOnCaseByLink(tx: Tx, { link, act }: { link: string; act: CaseAct }): Done {
  const found = caseOfLink(tx, link);
  return isRefusal(found) ? found : actOnCase(tx, found, act);
}

export function actOnCase(tx: Tx, found: StoredCase, act: CaseAct): Done {
  // Before its conclusion whoever asks stands at the counter.
  if (found.phase === 'open') return refuse('case-not-accepted');
  const done = runCase(tx, found.id, commandOf(act, heirOf(tx, found)));
  return isRefusal(done) ? done : { seq: tx.head() };
}

function commandOf(act: CaseAct, to: ClerkId | null): CaseCommand {
  switch (act.kind) {
    case 'withdraw':
      return { type: 'take-back-wish' };
    case 'inquiry':
      return { type: 'send-inquiry', text: act.text, to };
    case 'messages':
      return { type: 'agree-messages', agreed: act.agreed === 'yes' };
    default:
      return act satisfies never;
  }
}

export function readInquiry(tx: Tx, input: OnInquiry): Done {
  return stepCase(tx, input, (by) => ({ type: 'read-inquiry', by, inquiryId: input.inquiryId }));
}

export function answerInquiry(tx: Tx, input: OnInquiry & { text: string }): Done {
  const { inquiryId, text } = input;
  return stepCase(tx, input, (by) => ({ type: 'answer-inquiry', by, inquiryId, text }));
}

/** A1: said at the counter. */
export function agreeMessages(tx: Tx, input: OnCase & { agreed: boolean }): Done {
  return stepCase(tx, input, (by) => ({ type: 'agree-messages', by, agreed: input.agreed }));
}
