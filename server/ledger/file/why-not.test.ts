import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REDIS_WHY_NOT } from '../../gateways/own-redis.ts';
import { ROOT } from '../../root.ts';
import { FOLDER_WHY_NOT, MACHINE_WHY_NOT } from './why-not.ts';

const page = readFileSync(join(ROOT, 'docs/operate.md'), 'utf8').replace(/\s+/g, ' ');
type Sentence = (...facts: string[]) => string;
const SENTENCES: [string, string][] = [
  ...Object.entries<Sentence>(FOLDER_WHY_NOT as never).map(([kind, say]) => [kind, say('DATA_DIR', '…', '…')] as never),
  ...Object.entries<Sentence>({ ...MACHINE_WHY_NOT, ...REDIS_WHY_NOT } as never).map(
    ([kind, say]) => [kind, say('…', '…')] as never,
  ),
];

it.each(SENTENCES)('[S1] docs/operate.md says what to do when a start is refused: %s', (_, sentence) => {
  expect(page).toContain(`| ${sentence} | `);
});

/** What runs before a hall listens; the environment has sentences of its own (server/config.ts). */
const OF_A_START = [
  'server/main.ts',
  'server/system.ts',
  'server/gateways/own-redis.ts',
  ...['connection', 'data-dir', 'db', 'in-use', 'inspect', 'private-folder', 'start-fault'].map(
    (name) => `server/ledger/file/${name}.ts`,
  ),
];

it.each(OF_A_START)('[S1] a start is refused by a sentence that docs/operate.md has, and by no other: %s', (file) => {
  const words = readFileSync(join(ROOT, file), 'utf8').match(/\bnew Error\((?!REDIS_WHY_NOT).*/g) ?? [];
  expect(words).toEqual([]);
});
