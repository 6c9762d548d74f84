import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PaperKind } from '../../schema/cases/paper.ts';
import type { PaperLink } from '../../schema/cases/views.ts';
import type { CaseId } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { Trouble } from '../parts/answer.tsx';
import { dateText } from '../words/hall-time.ts';
import type { WordKey } from '../words/speak.ts';

/** By which word a number is told, of each kind of paper. */
export const PAPER_WORDS = {
  receipt: 'receiptNo',
  notice: 'noticeNo',
  'due-change': 'dueChangeNo',
  decision: 'decisionNo',
  proposal: 'proposalNo',
  referral: 'referralNo',
  'late-receipt': 'lateReceiptNo',
  delivery: 'deliveryNo',
  'not-accepted': 'notAcceptedNo',
  closing: 'closingNo',
} as const satisfies Record<PaperKind, WordKey>;

/** The receipts and notices of a case as they were given, each to be printed again (C7, C12). */
export function Papers({ papers }: { papers: PaperLink[] }) {
  const { say, language } = useApp();
  if (papers.length === 0) return null;
  return (
    <span className="case-papers">
      {papers.map(({ no, kind, day, path, voidedBy }) => (
        <span key={no}>
          {say(PAPER_WORDS[kind])} <b data-testid={`${kind}-no`}>{no}</b> {dateText(day, language)}{' '}
          {voidedBy && <span className="amber">{say('paperVoid', { no: voidedBy })} </span>}
          {path ? (
            <a
              href={path}
              target="_blank"
              rel="noreferrer"
              data-paper
              data-testid="print-again"
              // A pointer leaves no focus behind: Space stays the next action's key.
              onClick={(event) => event.detail > 0 && event.currentTarget.blur()}
            >
              {say('printAgain')}
            </a>
          ) : (
            `（${say('paperLinkOver')}）`
          )}
        </span>
      ))}
    </span>
  );
}

/** The same, asked for; again whenever `at` changes. */
export function PapersOf({ caseId, at }: { caseId: CaseId; at: unknown }) {
  const { client } = useApp();
  const asked = useQuery({
    queryKey: ['papers', caseId, at],
    queryFn: () => client.cases.papers({ caseId }),
    placeholderData: keepPreviousData,
  });
  if (asked.error) return <Trouble asked={asked} />;
  return <Papers papers={asked.data ?? []} />;
}
