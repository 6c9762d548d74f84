/** Papers are numbered by kind and year of the service day, without a gap (C7, T2): `SL2026-000001`. */
import type { PaperKind } from '../../../../schema/cases/paper.ts';
import type { Tx } from '../../../ledger/commit.ts';
import { papers } from '../../tables/papers.ts';

/** 受理, 告知, 期限, 决定, 拟不予办理, 转引, 补充材料, 送达, 不予受理 and 办结. */
const PREFIX = {
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
} satisfies Record<PaperKind, string>;

const DIGITS = 6;
const YEAR_DIGITS = 4;

/** For the events of one command, which stand in no table yet: two papers of a kind have two numbers. */
export function drawPaperNos(tx: Tx): (kind: PaperKind) => string {
  const drawn = new Map<PaperKind, number>();
  return (kind) => {
    const year = tx.today.slice(0, YEAR_DIGITS);
    const prefix = `${PREFIX[kind]}${year}-`;
    const next = drawn.get(kind) ?? tx.read(papers).nextOrdinal(kind, prefix, year);
    drawn.set(kind, next + 1);
    return prefix + String(next).padStart(DIGITS, '0');
  };
}
