/** Receipts and notices: what they say on the day they are given, and printing them again (C7, A1). */

import type { Case } from '../../../schema/cases/case.ts';
import { holdsInstead, type PaperContent } from '../../../schema/cases/paper.ts';
import type { PaperLink } from '../../../schema/cases/views.ts';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import type { CaseId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { matterOf, matterThen, matterUnder } from '../../catalogue/views/matter-view.ts';
import type { Reader } from '../../ledger/reader.ts';
import type { Tables } from '../../ledger/table.ts';
import { links } from '../../people/tables/links.ts';
import { cases } from '../tables/cases.ts';
import type { StoredPaper } from '../tables/papers.ts';
import { papers } from '../tables/papers.ts';

const UNNAMED = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

/** With all its items. */
export function contentOf(matter: Matter | undefined): PaperContent {
  const { names = UNNAMED, basis = '', fee = '', materials = [], place, acceptance } = matter ?? {};
  // What may follow, and what a sample looks like, is the catalogue's to say, and no paper's.
  const items = materials.map(({ mayFollow: _, picture: __, ...item }) => item);
  return { names, basis, fee, items, ...(place ? { place } : {}), ...(acceptance ? { acceptance } : {}) };
}

/** L1: under which version of its matter a case stands. Of what comes after its end today's list is asked. */
export function matterFor(from: Tables, found: Case): Matter | undefined {
  return found.phase === 'closed' ? matterOf(from, found.matterId) : matterUnder(from, found.matterId, found);
}

export function matterOfCase(from: Tables, { caseId }: { caseId: CaseId }): Matter | Refusal {
  const found = from.read(cases).byId(caseId);
  return found ? (matterFor(from, found) ?? refuse('matter-unknown')) : refuse('case-unknown');
}

/** What the paper said when it was given; for an older ledger, what the catalogue says today. */
export function contentThen(from: Reader, paper: StoredPaper): PaperContent {
  if (paper.content) return paper.content;
  const { matterId, openedAt } = from.read(cases).byId(paper.caseId)!;
  const now = contentOf(matterThen(from, matterId, openedAt));
  return { ...now, items: paper.missing.flatMap((at) => now.items[at] ?? []) };
}

export function givenPapers(from: Tables, caseId: CaseId): StoredPaper[] {
  return from.read(papers).ofCase(caseId);
}

/** Any clerk prints a case's papers again (C12); `path` is null once the resident's link has run out (P3). */
export function papersOf(from: Reader, caseId: CaseId): PaperLink[] {
  const link = from.read(links).live('case', caseId, new Date(from.nowMs).toISOString());
  const given = givenPapers(from, caseId);
  const corrected = from.read(cases).byId(caseId)?.ending?.corrected;
  const contents = given.map(({ no, content }) => ({ ...content, no }));
  return given.map(({ no, kind, day }) => {
    return {
      ...{ no, kind, day, path: link ? `/paper/${kind}/${link}?no=${no}` : null },
      voidedBy: holdsInstead(no, contents, corrected),
    };
  });
}

export function papersOfCase(from: Reader, { caseId }: { caseId: CaseId }): PaperLink[] | Refusal {
  return from.read(cases).byId(caseId) ? papersOf(from, caseId) : refuse('case-unknown');
}
