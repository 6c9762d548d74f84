/** Where a case and its papers are found: by the case's own link, or through its ticket's (P3). */
import type { Request } from 'express';
import type { CaseId } from '../../schema/ids.ts';
import { param } from './page.ts';
import type { CasePlace } from './port.ts';

/** The routes of the paths that `casePaths` makes. */
export const CASE_ROUTES = {
  page: ['/c/:link', '/t/:link/case/:caseId'],
  receipt: ['/paper/receipt/:link', '/t/:link/case/:caseId/receipt'],
  notice: ['/paper/notice/:link', '/t/:link/case/:caseId/notice'],
};

export function casePlace(request: Request): CasePlace {
  const link = param(request, 'link');
  const caseId = param(request, 'caseId');
  return caseId ? { ticketLink: link, caseId: caseId as CaseId } : { link };
}

export function casePaths(place: CasePlace): { page: string; receipt: string; notice: string } {
  if ('link' in place) {
    const { link } = place;
    return { page: `/c/${link}`, receipt: `/paper/receipt/${link}`, notice: `/paper/notice/${link}` };
  }
  const page = `/t/${place.ticketLink}/case/${place.caseId}`;
  return { page, receipt: `${page}/receipt`, notice: `${page}/notice` };
}
