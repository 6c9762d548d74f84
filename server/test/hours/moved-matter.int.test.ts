import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Matter, MatterDraft } from '../../../schema/catalogue/catalogue.ts';
import type { CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { eventually, MONDAY_9, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

let hall: TestHall;
let admin: Client;
beforeEach(async () => {
  hall = await startTestHall({ nowMs: MONDAY_9 - 3_600_000 });
  admin = await hall.clerk('admin');
});
afterEach(() => hall.stop());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const A1 = 'A-1' as MatterId;
const c1 = 'c1' as CounterId;
const wish = () => ({ requestId: newRequestId() });
const matterOf = async (): Promise<Matter> => (await admin.catalogue({})).matters.find(({ id }) => id === A1)!;

/** Booked on Monday, the n-th slot that is free. */
async function booked(n: number) {
  const anybody = hall.anybody();
  const slots = (await anybody.appointments.slots({ matterId: A1 })).filter((one) => one.free > 0);
  const slot = slots.at(n)!;
  const { link } = await anybody.appointments.hold({ ...wish(), slotId: slot.id, matterId: A1 });
  const person = { name: '欧阳测试', telephone: '13985001234', language: 'zh-Hans' as const };
  const { code } = await anybody.appointments.confirm({ ...wish(), link, ...person });
  await hall.clock.advance(MINUTE);
  return { slot, link, code };
}

async function save(more: Partial<MatterDraft>) {
  const { id, letter, names, aliases, kind, limitDays, limitUnit, typicalMinutes, basis, materials } = await matterOf();
  const matter = { id, letter, names, aliases, kind, limitDays, limitUnit, typicalMinutes, basis, materials };
  await admin.administration.saveMatter({ ...wish(), matter: { ...matter, department: '民政', fee: '免费', ...more } });
}

const read = async (path: string, language = 'zh-Hans') =>
  (await fetch(`${hall.origin}${path}?lang=${language}`)).text().then(plain);

describe('a booking', () => {
  const changes: [string, () => Promise<unknown>][] = [
    [
      'moved to a group of another counter',
      () => admin.administration.moveMatter({ ...wish(), matterId: A1, letter: 'C' as Letter }),
    ],
    ['retired', () => admin.administration.offerMatter({ ...wish(), matterId: A1, offered: false })],
    ['renamed', () => save({ names: { 'zh-Hans': '高龄津贴', 'zh-Hant': '高齡津貼', en: 'Old-age allowance' } })],
    ['with another list and length', () => save({ materials: [], typicalMinutes: 45 })],
    [
      'no longer entrusted',
      async () => {
        const entrustment = {
          letterNo: '花委〔2025〕1 号',
          department: '民政局',
          from: '2025-01-01',
          until: '2025-12-31',
          funding: '财政',
        };
        await admin.administration.standingOfMatter({
          ...wish(),
          matterId: A1,
          standing: { approval: null, entrustment },
        });
      },
    ],
  ];
  test.each(changes)(
    '[H12] [H8] a booking is checked in where it was booked, called there and no no-show, when its matter is %s',
    async (_, change) => {
      const { slot, link, code } = await booked(8);
      await change();
      await hall.clock.advance(Date.parse(slot.startsAt) - 5 * MINUTE - hall.clock.nowMs);
      const kiosk = await hall.kiosk();
      const issued = await kiosk.appointments.checkIn({ ...wish(), code, printing: false });
      expect(issued).toMatchObject({ klass: 'appointment', number: 'A001' });
      const one = await hall.clerk('one');
      await one.counters.open({ ...wish(), counterId: c1 });
      expect((await one.tickets.callNext({ ...wish(), counterId: c1 })).number).toBe('A001');
      await one.tickets.start({ ...wish(), ticketId: issued.ticketId });
      expect(await one.cases.mine({})).toHaveLength(1);
      await hall.clock.advance(10 * HOUR);
      expect(await read(link.startsWith('/') ? link : `/a/${link}`)).not.toContain('预约已过');
    },
  );

  it('[H12] a booking is served in the opening that was booked, which does not offer the group to which its matter was moved', async () => {
    const data = testHallData();
    const series = data.series.map((one) => ({ ...one, letters: ['A', 'B'] as Letter[] }));
    await hall.stop();
    hall = await startTestHall({ nowMs: MONDAY_9 - 3_600_000, data: { ...data, series } });
    admin = await hall.clerk('admin');
    const { slot, code } = await booked(8);
    await admin.administration.moveMatter({ ...wish(), matterId: A1, letter: 'C' as Letter });
    await hall.clock.advance(Date.parse(slot.startsAt) - 5 * MINUTE - hall.clock.nowMs);
    const kiosk = await hall.kiosk();
    const now = kiosk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
    expect(await refusalCode(now)).toBe('queue-closed');
    const issued = await kiosk.appointments.checkIn({ ...wish(), code, printing: false });
    expect(issued).toMatchObject({ klass: 'appointment', number: 'A001' });
  });

  it('[H12] [Q9] a booking keeps the list with which it was made; page, slip, reminder and counter say with old and new what is otherwise', async () => {
    const { slot, link, code } = await booked(-1);
    const [first, second] = (await matterOf()).materials;
    await save({
      materials: [
        { ...first!, form: 'original' },
        second!,
        { 'zh-Hans': '照片', 'zh-Hant': '照片', en: 'Photo', count: 2 },
      ],
    });
    const told = ['原来是“材料 0”，现在是“材料 0（原件）”', '还要带：照片（2 份）', '不用再带：材料 2'];
    const page = await read(`/a/${link}`);
    for (const sentence of told) expect(page).toContain(sentence);
    expect(page).toContain('<li>材料 2</li>');
    expect(await read(`/a/${link}`, 'en')).toContain('Also bring: Photo (2 needed)');
    // Whoever books now is told of nothing but the new list.
    const nobody = await hall.anybody().appointments.hold({ ...wish(), slotId: slot.id, matterId: A1 });
    expect(await read(`/a/${nobody.link}`)).not.toContain('现在是');
    await hall.clock.advance(Date.parse(slot.startsAt) - 110 * MINUTE - hall.clock.nowMs);
    const dir = join(hall.dir, 'messages');
    const sent = () =>
      readdirSync(dir)
        .map((file) => readFileSync(join(dir, file), 'utf8'))
        .join('');
    await eventually(() => expect(sent()).toContain('提醒'));
    expect(sent()).toContain('请带：材料 0；材料 1；材料 2。');
    for (const sentence of told) expect(sent()).toContain(sentence);
    await hall.clock.advance(Date.parse(slot.startsAt) - 5 * MINUTE - hall.clock.nowMs);
    const kiosk = await hall.kiosk();
    const issued = await kiosk.appointments.checkIn({ ...wish(), code, printing: false });
    const slip = await read(issued.link.replace('/t/', '/paper/slip/'));
    for (const sentence of ['<li>材料 2</li>', ...told]) expect(slip).toContain(sentence);
    expect(await read(issued.link)).toContain(told[1]);
    const boss = await hall.clerk('boss');
    const { changed } = await boss.tickets.visit({ ticketId: issued.ticketId });
    expect(changed).toMatchObject([{ matterId: A1, changes: [{ kind: 'other' }, { kind: 'new' }, { kind: 'gone' }] }]);
  });
});

it('[H12] a number keeps the list that stood when it was drawn, and says what is otherwise', async () => {
  await hall.clock.advance(MONDAY_9 + MINUTE - hall.clock.nowMs);
  const kiosk = await hall.kiosk();
  const issue = () => kiosk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
  const { link, ticketId } = await issue();
  await hall.clock.advance(MINUTE);
  const { materials } = await matterOf();
  await save({ materials: [...materials, { 'zh-Hans': '照片', 'zh-Hant': '照片' }] });
  expect(await read(link)).toContain('还要带：照片');
  const boss = await hall.clerk('boss');
  expect((await boss.tickets.visit({ ticketId })).changed).toHaveLength(1);
  const later = await issue();
  expect(await read(later.link)).not.toContain('还要带');
  expect((await boss.tickets.visit({ ticketId: later.ticketId })).changed).toEqual([]);
});
