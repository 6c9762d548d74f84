/** C7, S3: an own reading of the ledger: which paper numbers of each kind and year are neither given nor named. */
import type { LedgerReader } from '../ledger/ledger.ts';

type Said = Record<string, unknown> & { type: string };
type Skipped = { kind: string; day: string; after: number; upTo: number };

/** In which field each event has the number of the paper that it gives. */
const GIVEN: Record<string, string[]> = {
  'case-accepted': ['receiptNo'],
  'notice-given': ['noticeNo'],
  'due-moved': ['noticeNo'],
  'day-moved': ['noticeNo'],
  'case-decided': ['decisionNo'],
  'outcome-corrected': ['decisionNo'],
  'ending-corrected': ['referralNo', 'closingNo'],
  'refusal-proposed': ['proposalNo'],
  'correction-proposed': ['proposalNo'],
  'case-closed': ['referralNo', 'closingNo'],
  'refusal-confirmed': ['notAcceptedNo'],
  'late-papers-received': ['no'],
  'resident-told': ['deliveryNo'],
};
const LETTERS: Record<string, string> = {
  receipt: 'SL',
  notice: 'GZ',
  'due-change': 'QX',
  decision: 'JD',
  proposal: 'NB',
  referral: 'ZY',
  'late-receipt': 'BC',
  delivery: 'SD',
  'not-accepted': 'BS',
  closing: 'BJ',
};

/** As sentences; empty where each number is one given paper, or skipped by an event, and each undone one is named. */
export function faultsOfPaperNumbers(ledger: Pick<LedgerReader, 'after'>): string[] {
  const faults: string[] = [];
  const given = new Map<string, Set<number>>();
  const skipped = new Map<string, Skipped[]>();
  const undone = new Set<string>();
  const voided = new Set<string>();
  for (const { event } of ledger.after(0)) {
    const said = event as Said;
    for (const no of (GIVEN[said.type] ?? []).map((field) => said[field])) {
      const [, series, ordinal] = /^([A-Z]{2}\d{4})-(\d{6})$/.exec(String(no)) ?? [];
      if (!series) continue;
      const known = given.get(series) ?? new Set();
      if (known.has(Number(ordinal))) faults.push(`${no} is given twice`);
      given.set(series, known.add(Number(ordinal)));
    }
    for (const one of (said.skipped ?? []) as Skipped[]) {
      const series = (LETTERS[one.kind] ?? '') + one.day;
      skipped.set(series, [...(skipped.get(series) ?? []), one]);
    }
    if (said.type === 'conclusion-undone') for (const no of said.papers as string[]) undone.add(no);
    if (said.type === 'outcome-corrected') undone.add(String(said.voids));
    if (said.type === 'ending-corrected') for (const no of said.voids as string[]) undone.add(no);
    if (said.type === 'paper-voided') voided.add(String(said.no));
  }
  for (const [series, ordinals] of given)
    for (let one = 1; one <= Math.max(...ordinals); one++) {
      const isSkipped = skipped.get(series)?.some(({ after, upTo }) => after < one && one <= upTo) ?? false;
      if (ordinals.has(one) === isSkipped)
        faults.push(`${series} ${one} is ${isSkipped ? 'skipped and given' : 'lost'}`);
    }
  const isNew = (no: string) => no.indexOf('-') === 'SL2026'.length;
  for (const no of undone) if (isNew(no) && !voided.has(no)) faults.push(`nothing says that ${no} is void`);
  for (const no of voided) if (!undone.has(no)) faults.push(`${no} is void, and nobody took it back`);
  return faults;
}
