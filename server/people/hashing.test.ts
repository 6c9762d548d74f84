import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../schema/refusal.ts';
import { AT_ONCE, type HashTurn, hashInTurn } from './hashing.ts';

const known = (key: string): HashTurn => ({ isKnown: true, key });
const strange = (key: string): HashTurn => ({ isKnown: false, key });

/** In the order in which each was begun; what was refused comes first, because it does not wait. */
async function begun(turns: HashTurn[]): Promise<string[]> {
  const order: string[] = [];
  const work = (name: string) => () => {
    order.push(name);
    return new Promise<void>((resolve) => setImmediate(resolve));
  };
  await Promise.all(
    turns.map(async (turn) => {
      const name = `${turn.isKnown ? 'known' : 'strange'} ${turn.key}`;
      if (isRefusal(await hashInTurn(turn, work(name)))) order.push(`${name} refused`);
    }),
  );
  return order;
}
const many = (count: number, of: (n: number) => HashTurn) => Array.from({ length: count }, (_, n) => of(n));

describe('passwords that wait to be hashed', () => {
  it('[S2] a known place waits for one stranger more than are hashed at once, however many wait', async () => {
    const order = await begun([...many(300, (n) => strange(`${n}`)), known('clerk')]);
    const hashed = order.filter((one) => !one.endsWith('refused'));
    expect(hashed.indexOf('known clerk')).toBeLessThanOrEqual(AT_ONCE + 1);
    expect(order.filter((one) => one.endsWith('refused')).length).toBe(300 - 100 - AT_ONCE);
  });

  it('[S2] an account at one place keeps no other account and no other place waiting', async () => {
    const order = await begun([...many(50, () => known('busy')), known('other')]);
    const hashed = order.filter((one) => !one.endsWith('refused'));
    expect(hashed.indexOf('known other')).toBeLessThanOrEqual(AT_ONCE + 1);
    expect(hashed.filter((one) => one === 'known busy')).toHaveLength(AT_ONCE + 5);
  });

  it('[S2] passwords that wait to be hashed never more are hashed at once than leave a core to the hall, and at least one', async () => {
    let [running, most] = [0, 0];
    const work = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
    };
    await Promise.all(many(40, (n) => known(`${n}`)).map((turn) => hashInTurn(turn, work)));
    expect(most).toBe(AT_ONCE);
    expect(AT_ONCE).toBeGreaterThanOrEqual(1);
  });
});
