import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../root.ts';
import { WHY_NOT } from './why-not.ts';

const page = readFileSync(join(ROOT, 'docs/operate.md'), 'utf8').replace(/\s+/g, ' ');

it.each(Object.entries(WHY_NOT))('[S1] docs/operate.md says what to do when a start is refused: %s', (_, sentence) => {
  const say = sentence as (dir: string, ...facts: string[]) => string;
  expect(page).toContain(`| ${say('DATA_DIR', '…', '…')} | `);
});
