/** The resident's case by its link: who has it and by when, what is missing, questions, messages, taking it back (C12). */

import type { Router } from 'express';
import { z } from 'zod';
import type { ChangedWords } from '../../schema/cases/conclusion.ts';
import type { CaseOrigin } from '../../schema/cases/events.ts';
import type { ResidentStepFacts } from '../../schema/cases/history.ts';
import { CaseAct } from '../../schema/cases/resident.ts';
import type { CaseView, HallCase } from '../../schema/cases/views.ts';
import { type Language, RequestId } from '../../schema/ids.ts';
import { isRefusal, type Refusal, refusalSentence } from '../../schema/refusal.ts';
import { dateText, localDay } from '../../schema/time-text.ts';
import { faultSentence } from '../../schema/typed/faults.ts';
import { itemTexts } from './hall-pages.ts';
import { type Ask, brokenForm, form, type Outcome, type Page, param, shown } from './page.ts';
import type { PagesPort } from './port.ts';
import { words } from './words.ts';

const Sent = z.object({ requestId: RequestId, act: CaseAct });
/** In which only what was promised is missing (C13). */
const AT_WORK = ['accepted', 'proposed'];
/** In which a resident may still take the matter back. */
const GOING_ON = ['noticed', 'accepted', 'proposed'];
/** Nobody asks for messages about what is over. */
const TELLS = [...GOING_ON, 'decided'];

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

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day and one plain sentence. */
function stepText({ at, kind, facts }: ResidentStepFacts, language: Language, timeZone: string) {
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (!ISO_DAY.test(value)) return [name, value];
      // C9: a day that may still move is the one that the step tells.
      const may = facts.may && name === 'day' ? words(language, 'c.may') : '';
      return [name, dateText(value, language) + may];
    }),
  );
  const outcome = facts.outcome ? words(language, `c.outcome.${facts.outcome}` as 'c.outcome.done') : '';
  const was = facts.was ? words(language, `c.outcome.${facts.was}` as 'c.outcome.done') : '';
  const what = facts.duty ? words(language, `due-change.day.${facts.duty}` as 'due-change.day.telling') : '';
  const key = keyOf(kind, facts);
  return { day: localDay(at, timeZone), text: words(language, `c.step.${key}`, { ...shown, outcome, was, what }) };
}

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

/** Of some steps the sentence depends on what happened. */
function keyOf(kind: ResidentStepFacts['kind'], facts: ResidentStepFacts['facts']) {
  const told = { yes: 'resident-told', no: 'resident-missed', helper: 'resident-told-helper' } as const;
  if (kind === 'case-opened' && facts.came && facts.came !== 'ticket')
    return `case-opened-${facts.came as Exclude<CaseOrigin['kind'], 'ticket'> | 'linked'}` as const;
  if (kind === 'resident-told') return told[facts.reached as keyof typeof told];
  if (facts.former && (kind === 'case-accepted' || kind === 'case-decided')) return `${kind}-former` as const;
  if (kind === 'case-closed' && facts.left) return 'case-left';
  if (kind === 'ending-corrected' && facts.outcome === 'corrected') return 'ending-goes-on';
  if (kind === 'ending-corrected' && facts.changed) return 'ending-reworded';
  if (kind === 'refusal-proposed' && facts.elsewhere) return 'elsewhere-proposed';
  if (kind === 'case-accepted' && facts.deemed) return facts.deemed === 'own' ? 'case-deemed-own' : 'case-deemed';
  return kind;
}

/** `problem`: why the question that was sent was not taken; it is shown again, to be mended (A3). */
async function caseOf(port: PagesPort, ask: Ask, problem: string | null = null): Promise<Outcome> {
  const link = param(ask.request, 'link');
  return shown(await port.caseOf(link), null, (facts) => {
    const { phase } = facts;
    const notice = phase === 'noticed' ? facts.papers.findLast((one) => one.kind === 'notice') : undefined;
    const asked = AT_WORK.includes(phase) ? facts.missing : ((notice && facts.missing) ?? notice?.items);
    const missing = itemTexts(asked ?? [], ask.language);
    const late = facts.latePapers.map((came) => ({ ...came, items: itemTexts(came.items, ask.language) }));
    const lateBy = phase === 'closed' ? late.find(({ answer }) => !answer)?.answerBy : undefined;
    return {
      template: 'case',
      ...(problem ? { httpCode: 400 } : {}),
      facts: {
        ...facts,
        ...{ link, missing, problem, late, lateBy },
        goesOn: facts.corrected?.linkedNo ?? null,
        correctedText: facts.corrected && correctedText(facts.corrected, ask.language),
        links: facts.links.map((one) => linkText(one, ask.language)),
        steps: facts.steps.map((one) => stepText(one, ask.language, port.timeZone)),
        typed: problem ? String(ask.request.body?.text ?? '') : '',
        isRefused: facts.outcome === 'refused',
        withdrawable: GOING_ON.includes(phase),
        tells: TELLS.includes(phase),
        asks: phase !== 'open',
      },
    };
  });
}
