import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../schema/refusal.ts';
import { createInTurn } from './in-turn.ts';
import { createLines } from './lines.ts';

/** Work that ends when it is told to, and the order in which each was begun. */
function given(atOnce: number, most: number, mostOfKey: number) {
  const inTurn = createInTurn(atOnce, createLines<() => void>(most, mostOfKey));
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const refused: string[] = [];
  const ask = async (key: string) => {
    const work = () => new Promise<void>((resolve) => ends.push(resolve) && begun.push(key));
    if (isRefusal(await inTurn(key, work))) refused.push(key);
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  async function endAll(): Promise<string[]> {
    for (let n = 0; n < ends.length; n++) {
      ends[n]!();
      await turn();
    }
    return begun;
  }
  return { inTurn, ask, begun, refused, turn, endAll };
}

describe('work that costs much', () => {
  it('[S2] work that costs much runs as many at once as may, and each key has its turn', async () => {
    const { ask, begun, turn, endAll } = given(2, 10, 10);
    for (const key of ['crowd', 'crowd', 'crowd', 'crowd', 'clerk', 'other']) void ask(key);
    await turn();
    expect(begun).toEqual(['crowd', 'crowd']);
    expect(await endAll()).toEqual(['crowd', 'crowd', 'crowd', 'clerk', 'other', 'crowd']);
  });

  it('[S2] work that costs much is refused where too many of its key wait, and where too many wait in all', async () => {
    const { ask, refused, endAll } = given(1, 3, 2);
    const all = ['crowd', 'crowd', 'crowd', 'crowd', 'clerk', 'late'].map(ask);
    expect(await endAll()).toEqual(['crowd', 'crowd', 'clerk', 'crowd']);
    await Promise.all(all);
    expect(refused).toEqual(['crowd', 'late']);
  });

  it('[A3] costly work that fails leaves its place to the next', async () => {
    const { inTurn } = given(1, 3, 2);
    const failed = inTurn('a', () => Promise.reject(new Error('broken')));
    const next = inTurn('b', () => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('done');
  });
});
