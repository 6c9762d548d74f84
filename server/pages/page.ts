/** One way from a request to a page: language, headers, refusals as sentences, rendering. */
import { type Request, type RequestHandler, type Response, urlencoded } from 'express';
import type { z } from 'zod';
import { LANGUAGES, type Language } from '../../schema/ids.ts';
import { ERASED } from '../../schema/people/mask.ts';
import { invalid, isRefusal, REFUSALS, type Refusal, refusalSentence } from '../../schema/refusal.ts';
import { unbroken } from '../../schema/texts/unbroken.ts';
import { telephoneDigits } from '../../schema/typed/telephone.ts';
import type { PagesPort } from './port.ts';
import { withRequestIds } from './request-ids.ts';
import { createSharedPages } from './shared-pages.ts';
import type { Templates } from './templates.ts';
import { words } from './words.ts';

/** `go`: a path of ours, after a post. `backTo` of a refusal: where the resident can try again. */
export type Outcome =
  | { template: string; facts: Record<string, unknown>; httpCode?: number }
  | { file: Buffer; type: string; name: string }
  | { go: string }
  | { refusal: Refusal; backTo: string | null };
export type Ask = { request: Request; language: Language };
type Handler = (ask: Ask) => Outcome | Promise<Outcome>;
/** `sharedBy`: the page is the same for everybody who asks with the same values of these (`queryOf`), and is kept. */
export type Page = (handler: Handler, sharedBy?: readonly string[]) => RequestHandler;

const LABELS: Record<Language, string> = { 'zh-Hans': '简', 'zh-Hant': '繁', en: 'EN' };
/** Of a word that is looked for, an id or a day. */
const LONGEST_QUERY = 60;
/** A form of ours: a few fields. */
export const form = urlencoded({ extended: false, limit: '4kb' });

export function createPage(port: PagesPort, templates: Templates): Page {
  const shared = createSharedPages();

  const draw = (template: string, facts: Record<string, unknown>, language: Language, query: URLSearchParams) => {
    const hall = port.hall();
    const html = templates(template, {
      ...facts,
      language,
      timeZone: port.timeZone,
      now: port.now(),
      // A paper names the hall as it was called that day.
      hall: facts.hall ?? hall,
      telephoneHref: telephoneDigits(hall.telephone),
      languages: languageLinks(query, language),
    });
    return html.replaceAll(ERASED, words(language, 'erased'));
  };
  const send = (ask: Ask, response: Response, outcome: Outcome): unknown => {
    if ('go' in outcome) return response.redirect(303, outcome.go);
    if ('file' in outcome) {
      const { file, type, name } = outcome;
      return response.type(type).set('Content-Disposition', `inline; filename="${name}"`).send(file);
    }
    if ('refusal' in outcome) {
      const { refused, facts } = outcome.refusal;
      const sentence = unbroken(refusalSentence(refused, facts, ask.language));
      const shown = { template: 'refusal', facts: { sentence, backTo: outcome.backTo } };
      return send(ask, response, { ...shown, httpCode: REFUSALS[refused].http });
    }
    const { template, facts, httpCode = 200 } = outcome;
    const html = draw(template, facts, ask.language, wholeQuery(ask.request));
    return response.status(httpCode).type('html').send(withRequestIds(html));
  };

  return (handler, sharedBy) => async (request, response) => {
    const language = port.edge.language(request, response);
    const ask = { request, language };
    response.set({ ...port.edge.headers, 'Content-Language': language });
    if (!sharedBy) return send(ask, response, await handler(ask));
    const query = new URLSearchParams();
    for (const name of sharedBy) {
      const value = queryOf(request, name);
      if (value !== null) query.set(name, value);
    }
    let other: Outcome | null = null;
    const html = await shared.get(port.version(), `${language} ${request.path}?${query}`, async () => {
      const outcome = await handler(ask);
      if ('template' in outcome && outcome.httpCode === undefined)
        return draw(outcome.template, outcome.facts, language, query);
      other = outcome;
      return null;
    });
    if (html !== null) return response.type('html').send(withRequestIds(html));
    return send(ask, response, other ?? (await handler(ask)));
  };
}

/** A single short value of the address, or null. */
export function queryOf(request: Request, name: string): string | null {
  const value = request.query[name];
  return typeof value === 'string' && value.length <= LONGEST_QUERY ? value : null;
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

/** Of the address as it came, which may be none that a parser of addresses takes. */
function wholeQuery({ originalUrl }: Request): URLSearchParams {
  const at = originalUrl.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : originalUrl.slice(at));
}

/** The same page in the other languages. */
function languageLinks(asked: URLSearchParams, language: Language) {
  return LANGUAGES.map((code) => {
    const query = new URLSearchParams(asked);
    query.set('lang', code);
    return { code, label: LABELS[code], current: code === language, href: `?${query}` };
  });
}
