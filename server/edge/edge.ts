/** THE EDGE, once for API, pages and sockets: from where a wish may come, in which language it is answered, how fast. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { LANGUAGES, type Language } from '../../schema/ids.ts';
import { type Facts, REFUSALS, type RefusalCode, refusalSentence } from '../../schema/refusal.ts';
import type { PageEdge } from '../pages/port.ts';
import { cookieOf, giveCookie } from './cookies.ts';
import { PAGE_HEADERS } from './policy.ts';

const YEAR_MS = 365 * 86_400_000;
const LANGUAGE_COOKIE = 'lang';

/** A page's own origin, the hall's public one, or none at all: a program that is no browser says neither origin nor site. */
export function allowedOrigin(headers: IncomingHttpHeaders, publicOrigin: string | null): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && origin === publicOrigin) return true;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || URL.parse(origin)?.host === host;
}

/** A name or an address with a port, as long as a name may be: it comes into links and QR codes. */
const HOST = /^(?:[\w.-]{1,255}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** A host that can be none is refused before anything is drawn with it; so is that which a believed proxy names. */
export const refuseOddHost: RequestHandler = (request, response, next) => {
  const { host } = request;
  if (!HOST.test(host ?? '')) return refuseHere(request, response, 'host-unknown');
  next();
};

/** Nothing is written for a page of another site; the wishes themselves need a cookie or an unguessable link (P3). */
export function refuseForeign(publicOrigin: string | null): RequestHandler {
  return (request, response, next) => {
    const writes = request.method !== 'GET' && request.method !== 'HEAD';
    if (writes && !allowedOrigin(request.headers, publicOrigin)) return refuseHere(request, response, 'foreign-origin');
    next();
  };
}

/** What the phone pages get of the edge, by their port. */
export function pageEdge(): PageEdge {
  return {
    headers: PAGE_HEADERS,
    language(request, response) {
      const asked = askedLanguage(request);
      if (asked) giveCookie(response, LANGUAGE_COOKIE, asked, { sameSite: 'lax', maxAge: YEAR_MS });
      return languageOf(request);
    },
  };
}

/** The language asked for, else the remembered one, else the browser's first that we have (A4). */
export function languageOf(request: Request): Language {
  const kept = cookieOf(request.headers.cookie, LANGUAGE_COOKIE);
  return askedLanguage(request) ?? LANGUAGES.find((one) => one === kept) ?? acceptedLanguage(request);
}

function askedLanguage(request: Request): Language | undefined {
  return LANGUAGES.find((one) => one === request.query.lang);
}

function acceptedLanguage(request: Request): Language {
  for (const wish of request.acceptsLanguages()) {
    if (/^zh-(hant|tw|hk|mo)/i.test(wish)) return 'zh-Hant';
    if (/^zh/i.test(wish)) return 'zh-Hans';
    if (/^en/i.test(wish)) return 'en';
  }
  return 'zh-Hans';
}

/** A program gets the code with the sentence, as from a route of the contract; a browser that opens a page the sentence. */
export function refuseHere(request: Request, response: Response, code: RefusalCode, facts: Facts = {}): void {
  const { http: status } = REFUSALS[code];
  const message = refusalSentence(code, facts, languageOf(request));
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .format({
      json: () => response.json({ defined: false, code, status, message, data: facts }),
      html: () => response.type('text').send(message),
    });
}
