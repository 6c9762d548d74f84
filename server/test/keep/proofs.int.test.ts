import { expect, it } from 'vitest';
import { damageRounds } from '../prove/damage.ts';
import { restoreRounds } from '../prove/restores.ts';
import { rollbacks } from '../prove/update/rollback.ts';

/** The same at every run; `npm run prove -- damage restore` takes others, and more. */
const SEED = 28;

it('[S1] [A2] a damaged folder is refused, stopped while it runs, or has lost nothing: ten kinds, one each', async () => {
  const { refused, found, harmless, silent, withoutSentence } = await damageRounds(10, SEED);
  expect(silent).toEqual([]);
  expect(withoutSentence).toEqual([]);
  expect(refused + found + harmless).toBe(10);
  expect(refused).toBeGreaterThan(0);
}, 300_000);

it('[S3] restored again and again under load, no ticket and no paper number is given twice', async () => {
  const { tickets, papers, backups, twice, wrong } = await restoreRounds(3, SEED);
  expect(twice).toEqual([]);
  expect(wrong).toEqual([]);
  expect(tickets).toBeGreaterThan(30);
  expect(papers).toBeGreaterThan(0);
  expect(backups).toBeGreaterThanOrEqual(3);
}, 180_000);

it('[S1] [S3] a file of the next release is refused while people take numbers, and a copy from before it goes on without giving one twice', async () => {
  const { before, after, twice, wrong } = await rollbacks(1);
  expect(wrong).toEqual([]);
  expect(twice).toEqual([]);
  expect(before).toBeGreaterThan(0);
  expect(after).toBeGreaterThan(0);
}, 300_000);
