import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

const stays = () => false;

/** Joins each key in order, and gives the keys as they are served. */
async function served(turns: ReturnType<typeof createTurns>, keys: string[], isGone = (_key: string) => false) {
  const order: string[] = [];
  const waits = keys.map(async (key) => {
    const passed = await turns.wait(key, () => isGone(key));
    order.push(passed ? key : `${key} refused`);
  });
  while (turns.waiting() > 0) await new Promise(setImmediate);
  await Promise.race([Promise.all(waits), new Promise(setImmediate)]);
  return order;
}

describe('the line of strangers', () => {
  it('[S2] each key has its turn, however many of another key came before', async () => {
    const order = await served(createTurns(10, 10), ['crowd', 'crowd', 'crowd', 'phone', 'crowd', 'other']);
    expect(order).toEqual(['crowd', 'phone', 'other', 'crowd', 'crowd', 'crowd']);
  });

  it('[S2] one stranger is served in a turn of the event loop, so that what comes from staff waits for one stranger', async () => {
    const turns = createTurns(10, 10);
    const order: string[] = [];
    const all = ['a', 'b', 'c'].map((key) => turns.wait(key, stays).then(() => order.push(key)));
    const turn = () => new Promise<void>((resolve) => setImmediate(() => resolve(void order.push('|'))));
    for (let n = 0; n < 4; n++) await turn();
    await Promise.all(all);
    const perTurn = order.join('').split('|');
    expect(perTurn.every((names) => names.length <= 1)).toBe(true);
    expect(perTurn.join('')).toBe('abc');
  });

  it('[S2] too many of one key are refused while another key still joins, and too many in all are refused', async () => {
    const turns = createTurns(3, 2);
    expect(await served(turns, ['crowd', 'crowd', 'crowd', 'phone', 'late'])).toEqual([
      'crowd refused',
      'late refused',
      'crowd',
      'phone',
      'crowd',
    ]);
    expect(await served(turns, ['crowd'])).toEqual(['crowd']);
  });

  it('[S2] a request whose sender has gone is not served, and takes no turn', async () => {
    const order = await served(createTurns(10, 10), ['gone', 'gone', 'phone'], (key) => key === 'gone');
    expect(order).toEqual(['phone']);
  });
});
