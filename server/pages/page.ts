/** One way from a request to a page: language, headers, same-origin posts, refusals as sentences, rendering. */
import type { Request, RequestHandler, Response } from 'express';
import { LANGUAGES, type Language } from '../../schema/ids.ts';
import { isRefusal, REFUSALS, type Refusal, refusalSentence, refuse } from '../../schema/refusal.ts';
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

/** Nothing from elsewhere, nothing inline; images may be data, for QR codes; the hall's own screens may frame a paper to print. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

const LABELS: Record<Language, string> = { 'zh-Hans': '简', 'zh-Hant': '繁', en: 'EN' };
const YEAR_MS = 365 * 86_400_000;

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
    const language = languageOf(request, response);
    response.set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': POLICY,
      // Tells no other site our links (P3); under `no-referrer` browsers send `Origin: null` with our own forms.
      'Referrer-Policy': 'same-origin',
      'Content-Language': language,
    });
    const foreign = request.method === 'POST' && !sameOrigin(request, port.publicOrigin);
    const outcome = foreign
      ? { refusal: refuse('foreign-origin'), backTo: null }
      : await handler({ request, language });
    send(request, response, language, outcome);
  };
}

/** The value's facts on a page, or the refusal with a way back. */
export function shown<T>(value: T | Refusal, backTo: string | null, page: (value: T) => Outcome): Outcome {
  return isRefusal(value) ? { refusal: value, backTo } : page(value);
}

/** Express types a path's parameter as one or many; ours are one. */
export function param(request: Request, name: string): string {
  return String(request.params[name] ?? '');
}

/** The language asked for (and remembered), else the remembered one, else the browser's first that we have. */
function languageOf(request: Request, response: Response): Language {
  const asked = LANGUAGES.find((one) => one === request.query.lang);
  if (asked) response.cookie('lang', asked, { maxAge: YEAR_MS, sameSite: 'lax', httpOnly: true });
  const kept = /(?:^|;\s*)lang=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
  return asked ?? LANGUAGES.find((one) => one === kept) ?? acceptedLanguage(request);
}

function acceptedLanguage(request: Request): Language {
  for (const wish of request.acceptsLanguages()) {
    if (/^zh-(hant|tw|hk|mo)/i.test(wish)) return 'zh-Hant';
    if (/^zh/i.test(wish)) return 'zh-Hans';
    if (/^en/i.test(wish)) return 'en';
  }
  return 'zh-Hans';
}

/** The same page in the other languages. */
function languageLinks(request: Request, language: Language) {
  return LANGUAGES.map((code) => {
    const query = new URLSearchParams(new URL(request.originalUrl, 'http://hall').search);
    query.set('lang', code);
    return { code, label: LABELS[code], current: code === language, href: `?${query}` };
  });
}

/** A post must come from our own page, where the browser says whence. The wishes themselves need an unguessable link (P3). */
function sameOrigin(request: Request, publicOrigin: string | null): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  return !origin || origin === publicOrigin || URL.parse(origin)?.host === request.host;
}
