/** One way from a request to a page: language, headers, refusals as sentences, rendering. */
import { type Request, type RequestHandler, type Response, urlencoded } from 'express';
import type { z } from 'zod';
import { LANGUAGES, type Language } from '../../schema/ids.ts';
import { invalid, isRefusal, REFUSALS, type Refusal, refusalSentence } from '../../schema/refusal.ts';
import { telephoneDigits } from '../../schema/typed/telephone.ts';
import type { PagesPort } from './port.ts';
import type { Templates } from './templates.ts';

/** `go`: a path of ours, after a post. `backTo` of a refusal: where the resident can try again. */
export type Outcome =
  | { template: string; facts: Record<string, unknown>; httpCode?: number }
  | { go: string }
  | { refusal: Refusal; backTo: string | null };
export type Ask = { request: Request; language: Language };
export type Page = (handler: (ask: Ask) => Outcome | Promise<Outcome>) => RequestHandler;

const LABELS: Record<Language, string> = { 'zh-Hans': '简', 'zh-Hant': '繁', en: 'EN' };
/** A form of ours: a few fields. */
export const form = urlencoded({ extended: false, limit: '4kb' });

export function createPage(port: PagesPort, templates: Templates): Page {
  const send = (request: Request, response: Response, language: Language, outcome: Outcome) => {
    if ('go' in outcome) return response.redirect(303, outcome.go);
    if ('refusal' in outcome) {
      const { refused, facts } = outcome.refusal;
      const sentence = refusalSentence(refused, facts, language);
      const shown = { template: 'refusal', facts: { sentence, backTo: outcome.backTo } };
      return send(request, response, language, { ...shown, httpCode: REFUSALS[refused].http });
    }
    const hall = port.hall();
    const html = templates(outcome.template, {
      ...outcome.facts,
      language,
      timeZone: port.timeZone,
      now: port.now(),
      hall,
      telephoneHref: telephoneDigits(hall.telephone),
      languages: languageLinks(request, language),
    });
    return response
      .status(outcome.httpCode ?? 200)
      .type('html')
      .send(html);
  };
  return (handler) => async (request, response) => {
    const language = port.edge.language(request, response);
    response.set({ ...port.edge.headers, 'Content-Language': language });
    send(request, response, language, await handler({ request, language }));
  };
}

/** The value's facts on a page, or the refusal with a way back. */
export function shown<T>(value: T | Refusal, backTo: string | null, page: (value: T) => Outcome): Outcome {
  return isRefusal(value) ? { refusal: value, backTo } : page(value);
}

/** A field that no person types: a form of ours that was changed, or is old. */
export function brokenForm(issues: readonly z.core.$ZodIssue[], backTo: string): Outcome {
  const wrong = issues.map(({ path, message }) => ({ field: path.join('.'), fault: message }));
  return { refusal: invalid(wrong), backTo };
}

/** Express types a path's parameter as one or many; ours are one. */
export function param(request: Request, name: string): string {
  return String(request.params[name] ?? '');
}

/** The same page in the other languages. */
function languageLinks(request: Request, language: Language) {
  return LANGUAGES.map((code) => {
    const query = new URLSearchParams(new URL(request.originalUrl, 'http://hall').search);
    query.set('lang', code);
    return { code, label: LABELS[code], current: code === language, href: `?${query}` };
  });
}
