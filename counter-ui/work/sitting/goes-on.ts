/** What is open of the person goes on under its own number; the case that this visit began is not needed (C7, C13). */
import type { ListedCase } from '../../../schema/cases/views.ts';
import type { CaseId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { useApp } from '../../app-context.ts';
import type { Send } from '../../hooks/use-one-at-a-time.ts';
import type { SittingMatter } from '../seat.ts';

/** A notice's number (C7), or that of the receipt of which something was promised (C13). */
export function goesOnAs({ notice, receiptNo, number }: ListedCase): string {
  return notice?.no ?? receiptNo ?? number;
}

export function useGoesOn(matters: readonly SittingMatter[], send: Send) {
  const { say, client } = useApp();
  return async (of: ListedCase): Promise<void> => {
    const here = matters.find((matter) => matter.matterId === of.matterId && matter.here && !matter.concluded);
    const caseId = here?.caseRow?.id as CaseId | undefined;
    const note = plain(say(of.notice ? 'goesOnUnder' : 'goesOnUnderReceipt', { no: goesOnAs(of) }));
    if (!caseId) return;
    await send((requestId) => client.cases.conclude({ requestId, caseId, conclusion: { kind: 'not-needed', note } }));
  };
}
