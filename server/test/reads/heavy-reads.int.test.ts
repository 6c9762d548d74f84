import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { newFolder } from '../../../bench/hall.ts';
import { fillWithOldTickets } from '../../../bench/old-tickets.ts';
import { contract } from '../../../schema/api.ts';
import type { ClerkId, Day, MatterId } from '../../../schema/ids.ts';
import { isRefusal } from '../../../schema/refusal.ts';
import type { Actor } from '../../../schema/who.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { isHeavy, type Route } from '../../ledger/subject/route.ts';
import { ROUTES } from '../../subjects.ts';
import { startTestHall, type TestHall } from '../harness.ts';

/** Days of a thousand tickets each, before the day of the test. */
const OLD_DAYS = ['2026-11-20', '2026-11-21', '2026-11-22'] as Day[];
const A1 = 'A-1' as MatterId;
/** Of each heavy route what is asked of it. */
const INPUTS: Record<string, unknown[]> = {
  answerable: [{ day: '2026-11-23' }, { at: '2026-11-23T01:00:00.000Z' }],
  'cases.news': [{}],
  'cases.open': [
    { first: 50, after: 0 },
    { first: 10, after: 0, state: 'overdue' },
  ],
  figures: [{}, ...OLD_DAYS.map((day) => ({ day })), { day: '2020-01-01' }],
  report: [{ from: '2026-11-20', to: '2026-11-23' }],
  history: [{}, { kind: 'clerk' }, { before: 20_000 }],
};

const folder = newFolder();
beforeAll(() => fillWithOldTickets(folder.dir, OLD_DAYS.length * 1_000, () => {}));
afterAll(folder.remove);

let hall: TestHall;
let boss: Client;
beforeEach(async () => {
  hall = await startTestHall({ dir: join(folder.dir, 'data') });
  boss = await hall.clerk('admin');
});
afterEach(() => hall.stop());

const reads = () => hall.system.reads;
const issue = (kiosk: Client) =>
  kiosk.tickets.issue({ requestId: newRequestId(), matterIds: [A1], care: false, printing: false });
const supervisor = (id: string): Actor => ({
  kind: 'clerk',
  id: id as ClerkId,
  name: id,
  role: 'supervisor',
  mayPick: false,
});
const ask = (route: string, input: unknown, by: string) =>
  reads().ask(route, { actor: supervisor(by), secret: null }, input);
const readAs = async (route: string, input: unknown) => {
  const answer = await ask(route, input, 'boss');
  return isRefusal(answer) ? answer : JSON.parse(new TextDecoder().decode(answer));
};

type Tree = { [name: string]: Tree };
const at = (tree: unknown, name: string) =>
  name.split('.').reduce((node, part) => node[part]!, tree as Tree) as unknown;
function heavyRoutes(tree: object, path: string[] = []): string[] {
  return Object.entries(tree).flatMap(([name, node]) => {
    const full = [...path, name];
    if (typeof node !== 'function') return heavyRoutes(node, full);
    return isHeavy(node) ? [full.join('.')] : [];
  });
}

describe('a heavy read', () => {
  it('[S2] a heavy read of thousands of rows is answered after a ticket that was issued meanwhile', async () => {
    const kiosk = await hall.kiosk();
    await boss.figures({});
    const order: string[] = [];
    const asked = OLD_DAYS.map((day) => ask('figures', { day }, day));
    const all = Promise.all(asked).then(() => order.push('figures'));
    await issue(kiosk).then(() => order.push('ticket'));
    await all;
    expect(order).toEqual(['ticket', 'figures']);
  });

  it('[S2] [A2] a heavy read of each heavy route is answered as by the hall’s own thread', async () => {
    await issue(await hall.kiosk());
    const names = heavyRoutes(ROUTES);
    expect(Object.keys(INPUTS).sort()).toEqual(names.sort());
    for (const name of names) {
      const route = at(ROUTES, name) as Route<unknown, unknown>;
      const { outputSchema } = (at(contract, name) as { '~orpc': { outputSchema: z.ZodType } })['~orpc'];
      for (const input of INPUTS[name]!) {
        const own = await route(hall.system.hall, { actor: supervisor('boss'), secret: null }, input);
        expect(await readAs(name, input), `${name} ${JSON.stringify(input)}`).toEqual(
          JSON.parse(JSON.stringify(outputSchema.parse(own))),
        );
      }
    }
  });

  it('[S2] [A3] a heavy read shows each ticket and each new name at once after it was acknowledged', async () => {
    const kiosk = await hall.kiosk();
    const { issued } = await boss.figures({});
    for (let n = 1; n <= 20; n++) {
      await issue(kiosk);
      expect((await boss.figures({})).issued).toBe(issued + n);
    }
    const own = (await boss.administration.clerks({})).find(({ account }) => account === 'admin')!;
    for (const name of ['Ada', 'Bea']) {
      const { blocked: _, ...clerk } = own;
      await boss.administration.saveClerk({
        requestId: newRequestId(),
        clerk: { ...clerk, name },
        newPassword: false,
      });
      expect((await boss.history({ kind: 'clerk' })).entries[0]).toMatchObject({ author: { name } });
    }
  });

  it('[S2] [A3] a heavy read that somebody asks several times at once is read once, and anew after a change', async () => {
    const kiosk = await hall.kiosk();
    const input = { day: OLD_DAYS[0] };
    const others = OLD_DAYS.slice(1).map((day) => ask('figures', { day }, day));
    const before = ask('figures', input, 'a');
    expect(ask('figures', input, 'a')).toBe(before);
    expect(ask('figures', input, 'b')).not.toBe(before);
    const order: string[] = [];
    const answered = before.then(() => order.push('before'));
    await issue(kiosk).then(() => order.push('ticket'));
    const after = ask('figures', input, 'a');
    expect(after).not.toBe(before);
    await Promise.all([answered, after, ...others]);
    expect(order).toEqual(['ticket', 'before']);
  });

  it('[S2] a heavy read of an asker who asks too much is refused, while another asker’s has its turn', async () => {
    const days = Array.from({ length: 8 }, (_, n) => ({ day: `2026-10-0${n + 1}` }));
    const order: string[] = [];
    const asked = async (input: object, by: string) => {
      const answer = await ask('figures', input, by);
      order.push(isRefusal(answer) ? `${by} ${answer.refused}` : by);
    };
    await Promise.all([...days.map((input) => asked(input, 'much')), asked({ day: '2026-10-09' }, 'once')]);
    expect(order.filter((one) => one === 'much too-fast')).toHaveLength(2);
    expect(order.filter((one) => !one.endsWith('too-fast')).indexOf('once')).toBe(2);
  });

  it('[S2] [A3] a heavy read whose process ended fails, and the next one is answered', async () => {
    const lost = ask('figures', { day: OLD_DAYS[0] }, 'a');
    await Promise.all([expect(lost).rejects.toThrow('has ended'), reads().rest()]);
    expect((await boss.figures({ day: OLD_DAYS[0]! })).issued).toBe(1_000);
  });

  it('[S2] a heavy read of a route that is not heavy, or that faults, leaves the process at work', async () => {
    await expect(ask('catalogue', {}, 'a')).rejects.toThrow('is not heavy');
    await expect(ask('figures', null, 'a')).rejects.toThrow(TypeError);
    expect((await boss.figures({ day: OLD_DAYS[1]! })).issued).toBe(1_000);
  });
});
