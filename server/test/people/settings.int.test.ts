import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId, refusalOf } from '../../../web/client.ts';
import { tickets } from '../../line/tables/tickets.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
let admin: Client;
beforeEach(async () => {
  hall = await startTestHall();
  admin = await hall.clerk('admin');
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const MINUTE = 60_000;
const change = (settings: object) => admin.settings.change({ ...wish(), settings });
const presentOf = async (key: string) => (await admin.settings.read({})).find((one) => one.key === key)?.value;
const head = () => hall.system.store.ledger.head();

describe('settings', () => {
  it('[T7] [S4] what an administrator changes holds for the next one who steps away, and the history says who and from what', async () => {
    const kiosk = await hall.kiosk();
    const one = await hall.clerk('one');
    const issue = () =>
      kiosk.tickets.issue({ ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false });
    const awayMin = async () => {
      const { ticketId } = await issue();
      await one.tickets.stepAway({ ...wish(), ticketId });
      return ticketId;
    };
    const untilOf = (id: Awaited<ReturnType<typeof awayMin>>) =>
      Date.parse(hall.system.hall.read(tickets).byId(id)!.awayUntil!);
    const before = await awayMin();
    await change({ awayMs: 45 * MINUTE });
    const after = await awayMin();
    expect(untilOf(before)).toBe(hall.clock.nowMs + 20 * MINUTE);
    expect(untilOf(after)).toBe(hall.clock.nowMs + 45 * MINUTE);
    // The place that was away before comes back at the time it was told.
    await hall.clock.advance(20 * MINUTE + 1_000);
    expect(hall.system.hall.read(tickets).byId(before)!.phase).toBe('waiting');
    expect(hall.system.hall.read(tickets).byId(after)!.phase).toBe('away');
    const [latest] = (await admin.history({ kind: 'hall' })).entries;
    expect(latest).toMatchObject({
      author: { kind: 'clerk', name: '管理员' },
      event: 'settings-changed',
      what: { kind: 'hall' },
      changes: [{ field: 'awayMs', from: 20 * MINUTE, to: 45 * MINUTE }],
    });
  });

  it('[A3] [S4] a value outside its limits is refused by its name and changes nothing; nor does one that is as it was', async () => {
    const was = head();
    for (const [key, value] of [
      ['awayMs', 1],
      ['callLimit', 2.5],
      ['noPhoneShare', 1.1],
      ['remindBeforeMs', [1]],
    ] as const) {
      const refusal = await change({ [key]: value }).then(() => null, refusalOf);
      expect(refusal?.code).toBe('input-invalid');
      expect(refusal?.facts.field).toContain(`settings.${key}`);
    }
    expect(await refusalCode(change({ awayMs: 30 * MINUTE, unknownMs: 1 }))).toBe('input-invalid');
    await change({ awayMs: 20 * MINUTE, remindBeforeMs: [24 * 60 * MINUTE, 120 * MINUTE] });
    expect(head()).toBe(was);
    expect(await presentOf('awayMs')).toBe(20 * MINUTE);
  });

  it('[A3] a hall that would stop writing before it warns is refused with both names, and changes nothing', async () => {
    const was = head();
    for (const settings of [
      { diskStopShare: 0.1 },
      { diskLowShare: 0.04 },
      { diskStopBytes: 2_147_483_648 },
      { diskLowBytes: 536_870_912, awayMs: 45 * MINUTE },
    ])
      expect(await refusalCode(change(settings))).toBe('disk-stop-before-warning');
    expect(head()).toBe(was);
    await change({ diskStopShare: 0.1, diskLowShare: 0.2 });
    expect(await presentOf('diskStopShare')).toBe(0.1);
    for (const settings of [{ diskStopShare: 0.11 }, { ticketsSkipped: 199 }, { papersSkipped: 999 }])
      expect(await refusalCode(change(settings))).toBe('input-invalid');
  });

  it('a clerk and a supervisor read the settings and change none', async () => {
    for (const account of ['one', 'boss']) {
      const other = await hall.clerk(account);
      expect((await other.settings.read({})).length).toBeGreaterThan(20);
      expect(await refusalCode(other.settings.change({ ...wish(), settings: { callLimit: 5 } }))).toBe('not-allowed');
      expect(await refusalCode(other.history({}))).toBe('not-allowed');
    }
    expect(await refusalCode(hall.anybody().settings.read({}))).toBe('not-signed-in');
  });

  it('[H2] the phones say how far ahead openings are planned, as the hall is set', async () => {
    const read = async () => (await fetch(`${hall.origin}/openings?lang=en`)).text();
    expect(await read()).toContain('next 21 days');
    await change({ expandDays: 14 });
    expect(await read()).toContain('next 14 days');
  });

  it('[D2] every board has the new numbers at once, and a setting is put back to its default', async () => {
    const staff = hall.follow(admin, 'staff');
    await eventually(() => expect(staff.snapshot().rows.settings).toHaveLength(1));
    await change({ callGapMs: 45_000, staleAfterMs: 8_000 });
    await eventually(() =>
      expect(staff.snapshot().rows.settings[0]).toEqual({
        ...{ id: 'settings', staleAfterMs: 8_000, callGapMs: 45_000 },
        ...{ callLimit: 3, rejoinWithinMs: 30 * MINUTE, expandDays: 21, undoMs: 10_000 },
      }),
    );
    const gap = (await admin.settings.read({})).find((one) => one.key === 'callGapMs')!;
    await change({ callGapMs: gap.default });
    await eventually(() => expect(staff.snapshot().rows.settings[0]?.callGapMs).toBe(20_000));
    expect((await admin.history({ kind: 'hall' })).entries).toHaveLength(3);
  });
});

describe('the history of what is administered', () => {
  it('[S4] the history of what is administered names author, thing, old and new of every kind, and says that a password was given', async () => {
    const [plan] = await admin.administration.counters({});
    await admin.administration.saveCounter({ ...wish(), counter: { ...plan!, label: '12' } });
    const matterId = 'A-1' as MatterId;
    await admin.administration.nameMatter({ ...wish(), matterId, aliases: ['低保'] });
    const clerk = (await admin.administration.clerks({})).find((one) => one.account === 'four')!;
    await admin.administration.saveClerk({ ...wish(), clerk: { ...clerk, role: 'supervisor' }, newPassword: true });
    const { entries } = await admin.history({});
    const told = entries
      .filter(({ author }) => author.kind === 'clerk')
      .map(({ what, event, changes, author }) => ({ author: author.name, kind: what.kind, event, changes }));
    const by = { author: '管理员' };
    const role = [{ field: 'role', from: 'clerk', to: 'supervisor' }];
    expect(told).toEqual([
      { ...by, kind: 'account', event: 'password-set', changes: [] },
      { ...by, kind: 'clerk', event: 'clerk-saved', changes: role },
      { ...by, kind: 'matter', event: 'matter-changed', changes: [{ field: 'aliases', from: [], to: ['低保'] }] },
      { ...by, kind: 'counter-plan', event: 'counter-planned', changes: [{ field: 'label', from: '1', to: '12' }] },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/argon|scrypt|spelling/);
  });

  it('[S4] the history of what is administered is read page by page to its first entry, each entry once, and by kind', async () => {
    for (let at = 0; at < 60; at++) await change({ callLimit: 3 + (at % 2 === 0 ? 1 : 0) });
    const seqs: number[] = [];
    for (let before: number | undefined; ; ) {
      const page = await admin.history({ kind: 'hall', ...(before ? { before } : {}) });
      seqs.push(...page.entries.map(({ seq }) => seq));
      if (page.next === null) break;
      before = page.next;
    }
    expect(seqs).toHaveLength(61);
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => b - a));
    const { entries } = await admin.history({ kind: 'counter-plan' });
    expect(entries).toHaveLength(4);
    expect(entries.every(({ isFirst, what }) => isFirst && what.kind === 'counter-plan')).toBe(true);
  });
});
