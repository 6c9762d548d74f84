/** The work that the hall asks of a phone, done as the page's own script does it. */
import { join } from 'node:path';
import { ROOT } from '../../root.ts';

export const { solved: solvedOf } = (await import(join(ROOT, 'server/pages/assets/proof-work.js'))) as {
  solved: (challenge: string) => Promise<string>;
};
