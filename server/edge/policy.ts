/** What a page of ours may load, and who may frame it: once, for the phone pages and the three screens. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Nothing from elsewhere, nothing inline; images may be data, for QR codes; papers have a font; only the hall's own screens frame a paper. */
const PAGE = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'self'"],
};

/** A screen also has fonts and a voice, and the kiosk prints a slip in a frame of its own page. */
const SCREEN = { ...PAGE, fontSrc: ["'self'", 'data:'], mediaSrc: ["'self'"], frameSrc: ["'self'"] };

/** Of the phone pages and their data. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': policyText(PAGE),
  // Tells no other site our links (P3); under `no-referrer` browsers send `Origin: null` with our own forms.
  'Referrer-Policy': 'same-origin',
};

/** An answer of the API is no page: nothing is loaded by it, and nothing frames it. */
const DATA = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };

/** `more`: what a screen may load besides the hall's own files. Sockets go to where the page came from. */
export function screenHeaders(
  isHttps: boolean,
  more: { styleSrc?: string[]; workerSrc?: string[] } = {},
): RequestHandler {
  const { styleSrc = [], workerSrc } = more;
  const directives = { ...SCREEN, styleSrc: [...SCREEN.styleSrc, ...styleSrc], ...(workerSrc ? { workerSrc } : {}) };
  return setsAll({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: transport(isHttps),
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'sameorigin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    originAgentCluster: true,
  });
}

export function apiHeaders(isHttps: boolean): RequestHandler {
  return setsAll({
    contentSecurityPolicy: { useDefaults: false, directives: DATA },
    strictTransportSecurity: transport(isHttps),
    referrerPolicy: { policy: 'no-referrer' },
    // These say something of pages alone.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}

function transport(isHttps: boolean) {
  return isHttps ? { maxAge: 31_536_000 } : false;
}

/** What helmet would write anew for each answer is the same for all: it is asked once. */
function setsAll(options: Parameters<typeof helmet>[0]): RequestHandler {
  const headers = new Map<string, string>();
  const written = { setHeader: (name: string, value: string) => headers.set(name, value), removeHeader() {} };
  helmet(options)({} as IncomingMessage, written as unknown as ServerResponse, (fault) => {
    if (fault) throw fault;
  });
  return (_request, response, next) => {
    response.setHeaders(headers);
    next();
  };
}

function policyText(directives: Record<string, string[]>): string {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.entries(directives)
    .map(([name, sources]) => [kebab(name), ...sources].join(' '))
    .join('; ');
}
