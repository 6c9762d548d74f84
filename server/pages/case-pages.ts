/** The resident's case by its link: who has it and by when, what is missing, questions, messages, taking it back (C12). */

import type { Router } from 'express';
import { z } from 'zod';
import type { ChangedWords } from '../../schema/cases/conclusion.ts';
import { CaseAct, mayTakeBack, mayWishMessages } from '../../schema/cases/resident.ts';
import type { CaseView, HallCase } from '../../schema/cases/views.ts';
import { type ResidentWord, stepText } from '../../schema/cases/words/step-text.ts';
import { isOfferedOn } from '../../schema/catalogue/standing.ts';
import { type Language, RequestId } from '../../schema/ids.ts';
import { isRefusal, type Refusal, refusalSentence } from '../../schema/refusal.ts';
import { dateText } from '../../schema/time-text.ts';
import { faultSentence } from '../../schema/typed/faults.ts';
import { itemTexts } from './hall-pages.ts';
import { type Ask, brokenForm, form, type Outcome, type Page, param, shown } from './page.ts';
import type { PagesPort } from './port.ts';
import { words } from './words.ts';

const Sent = z.object({ requestId: RequestId, act: CaseAct });
/** In which only what was promised is missing (C13). */
const AT_WORK = ['accepted', 'proposed'];
export function addCasePages(router: Router, page: Page, port: PagesPort): void {
  router.get(
    '/c/:link',
    page((ask) => caseOf(port, ask)),
  );
  router.get(
    '/c/:link/withdraw',
    page(async ({ request }) => {
      const link = param(request, 'link');
      return shown(await port.caseOf(link), null, (facts) => ({
        template: 'case-withdraw',
        facts: { ...facts, link },
      }));
    }),
  );
  router.post(
    '/c/:link/:kind',
    form,
    page(async (ask) => {
      const link = param(ask.request, 'link');
      const kind = param(ask.request, 'kind');
      const { body } = ask.request;
      const sent = Sent.safeParse({ ...body, act: { ...body, kind } });
      if (!sent.success) {
        const [issue] = sent.error.issues;
        const typed = issue?.path.join('.') === 'act.text' ? faultSentence(issue.message, ask.language) : null;
        return typed ? caseOf(port, ask, typed) : brokenForm(sent.error.issues, `/c/${link}`);
      }
      const answer = (await port.actOnCase({ ...sent.data, link })) as object | Refusal;
      if (isRefusal(answer) && kind === 'inquiry')
        return caseOf(port, ask, refusalSentence(answer.refused, answer.facts, ask.language));
      return shown(answer, `/c/${link}`, () => ({ go: `/c/${link}` }));
    }),
  );
  router.get(
    '/c/:link/:kind',
    page(({ request }) => ({ go: `/c/${param(request, 'link')}` })),
  );
}

const sayIn = (language: Language) => (key: ResidentWord, facts?: Record<string, string>) =>
  words(language, key, facts);

/** In words alone: the other case has a link of its own on its papers (P3). */
function linkText({ is, number, phase, outcome }: HallCase['links'][number], language: Language): string {
  if (is === 'from') return words(language, 'c.linkedFrom', { no: number });
  const key = outcome ? `c.outcome.${outcome}` : `c.phase.${phase}`;
  return words(language, 'c.linkedTo', { no: number, state: words(language, key as 'c.outcome.done') });
}

/** C5: what it ended as before, and which papers hold no more. */
function correctedText({ was, on, voids, linkedNo, changed }: CaseView['corrected'] & object, language: Language) {
  const facts = { was: words(language, `c.outcome.${was}`), day: dateText(on, language), no: linkedNo ?? '' };
  const said = changed
    ? words(language, 'c.correctedWords', { day: facts.day, what: changedText(changed, language) })
    : words(language, linkedNo ? 'c.correctedGoesOn' : 'c.correctedTo', facts);
  return voids.length > 0 ? `${said} ${words(language, 'paper.voids', { no: voids.join('、') })}` : said;
}

/** C5: which words a correction changed; of a paper that does not say it, the wording. */
export function changedText(changed: readonly ChangedWords[] | undefined, language: Language): string {
  const keys = (changed ?? ['words' as const]).map((one) => `paper.changed.${one}` as const);
  return keys.map((key) => words(language, key)).join(language === 'en' ? ', ' : '、');
}

/** `problem`: why the question that was sent was not taken; it is shown again, to be mended (A3). */
async function caseOf(port: PagesPort, ask: Ask, problem: string | null = null): Promise<Outcome> {
  const link = param(ask.request, 'link');
  return shown(await port.caseOf(link), null, (facts) => {
    const { phase } = facts;
    const notice = phase === 'noticed' ? facts.papers.findLast((one) => one.kind === 'notice') : undefined;
    const asked = AT_WORK.includes(phase) ? facts.missing : ((notice && facts.missing) ?? notice?.items);
    const missing = itemTexts(asked ?? [], ask.language);
    const matter = port.catalogue().matters.find(({ id }) => id === facts.matterId);
    const isBookable = matter?.offered === true && isOfferedOn(matter, port.hall().today);
    const late = facts.latePapers.map((came) => ({ ...came, items: itemTexts(came.items, ask.language) }));
    return {
      template: 'case',
      ...(problem ? { httpCode: 400 } : {}),
      facts: {
        ...facts,
        ...{ link, missing, problem, late, isBookable },
        handInNo: notice?.no ?? facts.receiptNo ?? facts.number,
        correctedText: facts.corrected && correctedText(facts.corrected, ask.language),
        links: facts.links.map((one) => linkText(one, ask.language)),
        steps: facts.steps.map((one) => stepText(one, ask.language, port.timeZone, sayIn(ask.language))),
        typed: problem ? String(ask.request.body?.text ?? '') : '',
        isRefused: facts.outcome === 'refused',
        withdrawable: mayTakeBack(phase),
        tells: mayWishMessages(phase),
        asks: phase !== 'open',
      },
    };
  });
}
