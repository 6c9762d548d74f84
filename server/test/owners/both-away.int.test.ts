import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedMatter } from '../../../schema/catalogue/import.ts';
import type { CounterId, Day, Letter, MatterId } from '../../../schema/ids.ts';
import { CLOCK } from '../../../schema/who.ts';
import type { Client } from '../../../web/client.ts';
import { matterStream } from '../../catalogue/stream.ts';
import { eventually, refusalCode } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from './owner-fixture.ts';

/** Monday, 23 November 2026, is the day on which each test begins. */
const [TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
const SATURDAY = '2026-11-28';

let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());

const times = (from: string, back: string) => ({
  from: { day: from, time: '00:00' },
  backOn: { day: back, time: '00:00' },
});
const enter = (by: Client, account: string, [from, back]: [string, string], deputy: string | null = null) =>
  by.absences.enter({
    ...{ ...wish(), clerkId: h.idOf(account), ...times(from, back), note: '培训一天' },
    ...{ deputy: deputy && h.idOf(deputy), override: deputy && '全员防汛' },
  });

it('[C11] after A and B were allowed to be away on one day, each of them is entered for another day, of which no cover is lost', async () => {
  await h.clerksOf('A-1', 'one', 'two');
  await enter(h.as.two, 'two', [TUESDAY, WEDNESDAY]);
  await enter(h.as.boss, 'one', [TUESDAY, WEDNESDAY], 'three');
  const absence = { clerkId: h.idOf('one'), ...times(FRIDAY, SATURDAY) };
  expect(await h.as.one.openings.lostCover({ absence })).toEqual([]);
  expect(await refusalCode(enter(h.as.one, 'one', [FRIDAY, SATURDAY]))).toBe('accepted');
  expect(await refusalCode(enter(h.as.two, 'two', [THURSDAY, FRIDAY]))).toBe('accepted');
});

it('[C11] a deputy is there in each opening of each matter whose A and B are both away', async () => {
  await h.clerksOf('A-1', 'one', 'two');
  await h.clerksOf('B-1', 'one', 'four');
  await enter(h.as.two, 'two', [TUESDAY, THURSDAY]);
  await enter(h.as.four, 'four', [THURSDAY, FRIDAY]);
  await enter(h.as.three, 'three', [WEDNESDAY, THURSDAY]);
  const withDeputy = (deputy: string) => enter(h.as.boss, 'one', [TUESDAY, FRIDAY], deputy);
  const needed = (day: string, matter: string) => ({
    code: 'stand-in-needed',
    data: { day, 'matter:zh-Hans': matter },
  });
  await expect(withDeputy('three')).rejects.toMatchObject(needed(WEDNESDAY!, '事项 A1'));
  await expect(withDeputy('four')).rejects.toMatchObject(needed(THURSDAY!, '事项 B1'));
  expect(await refusalCode(withDeputy('boss'))).toBe('accepted');
});

describe('while A and B of a matter are both away in openings of group B', () => {
  const matterId = 'A-1' as MatterId;
  const refusedOn = (day: string) => ({ code: 'matter-both-away', data: { day, 'matter:zh-Hans': '事项 A1' } });
  const move = (letter: string) =>
    h.as.admin.administration.moveMatter({ ...wish(), matterId, letter: letter as Letter });
  const offer = (offered: boolean) => h.as.admin.administration.offerMatter({ ...wish(), matterId, offered });
  const kept = async () => (await h.as.admin.catalogue({})).matters.find(({ id }) => id === matterId)!;
  /** The group of the matter is called by no opening of that day; the opening of group B has both positions away. */
  async function bothAwayOf(letter: string) {
    const { openings } = {
      openings: await h.as.boss.openings.list({ fromDay: WEDNESDAY as Day, toDay: WEDNESDAY as Day }),
    };
    for (const { id } of openings) await h.as.boss.openings.cancel({ ...wish(), openingId: id, reason: '停电检修' });
    const plan = { day: WEDNESDAY as Day, kind: 'extended' as const, from: '09:00', to: '12:00', bookableShare: 0 };
    const group = { letters: [letter as Letter], counterIds: [(letter === 'A' ? 'c1' : 'c3') as CounterId] };
    await h.as.boss.openings.create({ ...wish(), plan: { ...plan, ...group } });
    await h.clerksOf('A-1', 'one', 'two');
    for (const who of ['one', 'two'] as const) await enter(h.as[who], who, [WEDNESDAY!, THURSDAY!]);
  }

  it('[C11] [L2] a matter that was held back is refused its entrustment, which would offer it again there, and takes one that is over', async () => {
    // As a program wrote it that did not ask on what it stands.
    await h.hall.system.hall.commit({ command: 'change-matter', requestId: null, actor: CLOCK }, (tx) => {
      const older = { type: 'matter-changed' as const, kind: 'entrusted' as const, standing: null };
      tx.run(matterStream, matterId, () => [older]);
      return {};
    });
    await bothAwayOf('A');
    const letter = { letterNo: '花委〔2026〕1 号', department: '民政局', from: '2026-11-01', funding: '财政' };
    const stands = (until: string) =>
      h.as.admin.administration.standingOfMatter({
        ...{ ...wish(), matterId, standing: { approval: null, entrustment: { ...letter, until } } },
      });
    await expect(stands('2027-10-31')).rejects.toMatchObject(refusedOn(WEDNESDAY!));
    expect(await kept()).toMatchObject({ offered: false, standing: null });
    await stands('2026-11-22');
    expect(await kept()).toMatchObject({ offered: false, standing: { entrustment: { until: '2026-11-22' } } });
  });

  it('[C11] a matter that is moved to that group is refused, by whichever command, and the preview of a file says so', async () => {
    await bothAwayOf('B');
    await expect(move('B')).rejects.toMatchObject(refusedOn(WEDNESDAY!));
    const { names, aliases, kind, department, materials, limitDays, limitUnit, ...rest } = await kept();
    const { typicalMinutes, fee, basis } = rest;
    const facts = { names, aliases, kind, department, limitDays, limitUnit, typicalMinutes, fee, basis };
    const written = { id: matterId, ...facts, letter: 'B' as Letter, counters: null };
    await expect(
      h.as.admin.administration.saveMatter({ ...wish(), matter: { ...written, materials } }),
    ).rejects.toMatchObject(refusedOn(WEDNESDAY!));
    const matters = [{ ...written, materials: materials.map(({ id: _, ...one }) => one) }] as ImportedMatter[];
    const [row] = await h.as.admin.administration.previewImport({ matters });
    expect(row).toMatchObject({ is: 'refused', refused: 'matter-both-away', facts: { day: WEDNESDAY } });
    expect((await kept()).letter).toBe('A');
    await h.clerksOf('A-1', 'one', 'three');
    expect(await refusalCode(move('B'))).toBe('accepted');
  });

  it('[C11] a matter that is offered again in its group is refused until somebody who is there is A or B', async () => {
    await h.clerksOf('A-1', 'one', 'two');
    await offer(false);
    for (const who of ['one', 'two'] as const) await enter(h.as[who], who, [WEDNESDAY!, THURSDAY!]);
    await expect(offer(true)).rejects.toMatchObject(refusedOn(WEDNESDAY!));
    await h.clerksOf('A-1', 'one', 'three');
    expect(await refusalCode(offer(true))).toBe('accepted');
  });

  it('[C11] what a supervisor let go before stops no other change of the matter', async () => {
    await h.clerksOf('A-1', 'one', 'two');
    await enter(h.as.two, 'two', [WEDNESDAY!, THURSDAY!]);
    await enter(h.as.boss, 'one', [WEDNESDAY!, THURSDAY!], 'three');
    expect(await refusalCode(offer(true))).toBe('accepted');
    expect(await refusalCode(move('B'))).toBe('accepted');
  });
});

it('[C11] a deputy who alone stands in for A and B is away only when a supervisor names another who is there', async () => {
  await h.clerksOf('A-1', 'one', 'two');
  await enter(h.as.two, 'two', [TUESDAY!, THURSDAY!]);
  await enter(h.as.boss, 'one', [TUESDAY!, THURSDAY!], 'three');
  await expect(enter(h.as.three, 'three', [WEDNESDAY!, THURSDAY!])).rejects.toMatchObject({
    code: 'deputy-needed',
    data: { day: WEDNESDAY, name: 'three 员', 'matter:zh-Hans': '事项 A1' },
  });
  expect(await refusalCode(enter(h.as.boss, 'three', [WEDNESDAY!, THURSDAY!], 'two'))).toBe('stand-in-needed');
  expect(await refusalCode(enter(h.as.three, 'three', [THURSDAY!, FRIDAY!]))).toBe('accepted');
  expect(await refusalCode(enter(h.as.boss, 'three', [WEDNESDAY!, THURSDAY!], 'four'))).toBe('accepted');
  // Whom the deputy named stands in, too.
  expect(await refusalCode(enter(h.as.four, 'four', [WEDNESDAY!, THURSDAY!]))).toBe('deputy-needed');
});

it('[C11] [H2] openings that are planned after A and B were both entered as away stand on the supervisors’ list from the night that plans them', async () => {
  // Further ahead than openings are planned, and than what was allowed is shown.
  const [LAST, AFTER] = ['2026-12-17', '2026-12-18'];
  await h.clerksOf('A-1', 'one', 'two');
  for (const who of ['one', 'two'] as const) await enter(h.as[who], who, [LAST, AFTER]);
  const lost = async () =>
    (await (await h.hall.clerk('boss')).openings.lostCover({ absence: null })).flatMap(({ matterId, openings }) =>
      openings.map(({ day }) => [matterId, day]),
    );
  await h.at('2026-11-25T15:59:00.000Z');
  expect(await lost()).toEqual([]);
  await h.at('2026-11-25T16:02:00.000Z');
  await eventually(async () => expect(await lost()).toEqual([['A-1', LAST]]));
  // Somebody who is there ends it.
  await (await h.hall.clerk('admin')).administration.clerksOfMatter({
    ...{ ...wish(), matterId: 'A-1' as MatterId },
    ...{ clerkA: h.idOf('one'), clerkB: h.idOf('three') },
  });
  expect(await lost()).toEqual([]);
});

it('[C11] [C15] whoever has left is there no more: nobody leaves as the last one of A, B and deputies, and no partner is away without a deputy', async () => {
  const leave = async (account: string) => {
    const known = (await h.as.admin.administration.clerks({})).find((one) => one.account === account)!;
    return h.as.admin.administration.saveClerk({ ...wish(), clerk: { ...known, active: false }, newPassword: false });
  };
  await h.clerksOf('A-1', 'four', 'two');
  await enter(h.as.two, 'two', [TUESDAY!, WEDNESDAY!]);
  await expect(leave('four')).rejects.toMatchObject({
    code: 'leaver-needed',
    data: { day: TUESDAY, name: 'four 员', 'matter:zh-Hans': '事项 A1' },
  });
  await h.clerksOf('A-1', 'four', 'three');
  expect(await refusalCode(leave('four'))).toBe('accepted');
  await expect(enter(h.as.three, 'three', [WEDNESDAY!, THURSDAY!])).rejects.toMatchObject({
    code: 'positions-both-away',
    data: { day: WEDNESDAY, 'away:zh-Hans': 'four 员 账号已停用' },
  });
  expect(await refusalCode(leave('three'))).toBe('leaver-needed');
  await enter(h.as.boss, 'three', [WEDNESDAY!, THURSDAY!], 'two');
  // Who stands in is needed on that day, too.
  expect(await refusalCode(leave('two'))).toBe('leaver-needed');
  await h.clerksOf('A-1', 'one', 'boss');
  expect(await refusalCode(leave('two'))).toBe('accepted');
});
