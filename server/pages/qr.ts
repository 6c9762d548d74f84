/** QR codes as images inside the page, so that a page is one file. */
import type { Request } from 'express';
import { toDataURL } from 'qrcode';
import type { PagesPort } from './port.ts';

export function qrImage(text: string): Promise<string> {
  return toDataURL(text, { margin: 2, scale: 5, errorCorrectionLevel: 'M' });
}

/** The whole address of a path of ours, as a phone reaches it. */
export function fullAddress(port: PagesPort, request: Request, path: string): string {
  return `${port.publicOrigin ?? `${request.protocol}://${request.host}`}${path}`;
}
