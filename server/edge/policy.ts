/** What a page of ours may load, and who may frame it: once, for the phone pages and the three screens. */
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Nothing from elsewhere, nothing inline; images may be data, for QR codes; only the hall's own screens frame a paper. */
const PAGE = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
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

/** `more`: what a screen may load besides the hall's own files. Sockets go to where the page came from. */
export function screenHeaders(
  isHttps: boolean,
  more: { styleSrc?: string[]; workerSrc?: string[] } = {},
): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...SCREEN,
        styleSrc: [...SCREEN.styleSrc, ...(more.styleSrc ?? [])],
        ...(more.workerSrc ? { workerSrc: more.workerSrc } : {}),
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'sameorigin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    originAgentCluster: true,
  });
}

function policyText(directives: Record<string, string[]>): string {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.entries(directives)
    .map(([name, sources]) => [kebab(name), ...sources].join(' '))
    .join('; ');
}
