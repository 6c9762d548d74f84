/** Papers are numbered by kind and service day (C7, T2): `SL20261123-0001`. */
import type { PaperKind } from '../../../schema/cases/paper.ts';
import type { Tx } from '../../ledger/commit.ts';
import { papers } from '../tables/papers.ts';

/** 受理, 告知, 期限, 决定, 拟不予办理, 转引, 补充材料 and 送达. */
const PREFIX = {
  receipt: 'SL',
  notice: 'GZ',
  'due-change': 'QX',
  decision: 'JD',
  proposal: 'NB',
  referral: 'ZY',
  'late-receipt': 'BC',
  delivery: 'SD',
} satisfies Record<PaperKind, string>;

export function nextPaperNo(tx: Tx, kind: PaperKind): string {
  const nth = String(tx.read(papers).nextOrdinal(kind, tx.day)).padStart(4, '0');
  return `${PREFIX[kind]}${tx.day.replaceAll('-', '')}-${nth}`;
}
