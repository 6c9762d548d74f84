import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportedMatter } from '../../../schema/catalogue/import.ts';
import { whyNotOffered } from '../../../schema/catalogue/standing.ts';
import type { CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { CLOCK } from '../../../schema/who.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { matterStream } from '../../catalogue/stream.ts';
import { matters } from '../../catalogue/tables/matters.ts';
import { sampleHall } from '../../demo/sample/sample-hall.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { testHallData } from '../test-data.ts';

let hall: TestHall;
let admin: Client;
beforeEach(async () => {
  hall = await startTestHall();
  admin = await hall.clerk('admin');
});
afterEach(() => hall.stop());

const DAY = 86_400_000;
const wish = () => ({ requestId: newRequestId() });
const matterId = 'X-1' as MatterId;
const matter = (kind: ImportedMatter['kind']): ImportedMatter => ({
  ...{ id: matterId, letter: 'A' as Letter, aliases: [], kind, department: '民政局', fee: '免费', materials: [] },
  names: { 'zh-Hans': '社区食堂登记', 'zh-Hant': '社區食堂登記', en: 'Canteen' },
  ...{ limitDays: 20, limitUnit: 'working', typicalMinutes: 10, basis: '条例' },
});
const offer = () => refusalCode(admin.administration.offerMatter({ ...wish(), matterId, offered: true }));
const stands = (standing: Parameters<Client['administration']['standingOfMatter']>[0]['standing']) =>
  admin.administration.standingOfMatter({ ...wish(), matterId, standing });
const isOffered = async () => (await admin.catalogue({})).matters.find(({ id }) => id === matterId)!.offered;
const ENTRUSTED = { letterNo: '花民委〔2026〕5 号', department: '区民政局', funding: '按件 20 元' };

it('[L2] a matter of the hall’s own is offered only when it is said on what it stands', async () => {
  await admin.administration.importMatters({ ...wish(), matters: [matter('resident-need')] });
  expect(await offer()).toBe('standing-missing');
  const clerk = await hall.clerk('one');
  const approved = { approval: { no: '花府批〔2026〕3 号', on: '2026-03-01' }, entrustment: null };
  const byClerk = clerk.administration.standingOfMatter({ ...wish(), matterId, standing: approved });
  expect(await refusalCode(byClerk)).toBe('not-allowed');
  await stands(approved);
  expect(await offer()).toBe('accepted');
  expect((await admin.history({ kind: 'matter' })).entries[1]).toMatchObject({ changes: [{ field: 'standing' }] });
});

it('[L2] a matter whose approval is dated in the future is at kiosk, phone and counter from that day on, and not before', async () => {
  await admin.administration.importMatters({ ...wish(), matters: [matter('resident-need')] });
  const approved = (on: string) => stands({ approval: { no: '花府批〔2026〕3 号', on }, entrustment: null });
  await approved('2026-11-24');
  expect(await offer()).toBe('approval-not-begun');
  await approved('2026-11-23');
  expect(await offer()).toBe('accepted');
  const kiosk = await hall.kiosk();
  const everywhere = async () => {
    const clerk = await hall.clerk('one');
    const asked = { matterIds: [matterId], care: false, printing: false };
    const [slot] = await hall.anybody().appointments.slots({ matterId: 'A-1' as MatterId });
    const come = { matterId, by: 'telephone', number: '', receivedOn: '2026-11-23' } as const;
    return [
      await refusalCode(kiosk.tickets.issue({ ...wish(), ...asked })),
      await refusalCode(hall.anybody().appointments.hold({ ...wish(), slotId: slot!.id, matterId })),
      await refusalCode(clerk.tickets.issue({ ...wish(), ...asked })),
      await refusalCode(clerk.cases.take({ ...wish(), ...come })),
    ];
  };
  await approved('2026-11-24');
  expect(await isOffered()).toBe(false);
  expect(await everywhere()).toEqual(Array(4).fill('matter-not-offered'));
  await hall.clock.advance(DAY);
  admin = await hall.clerk('admin');
  expect(await offer()).toBe('accepted');
  expect(await isOffered()).toBe(true);
  expect(await everywhere()).toEqual(Array(4).fill('accepted'));
});

it('[L2] [H9] an entrusted matter needs its letter and period, takes no booking past it, leaves by itself after its last day, and its open case stays', async () => {
  await admin.administration.importMatters({ ...wish(), matters: [matter('entrusted')] });
  await stands({ approval: null, entrustment: null });
  expect(await offer()).toBe('entrustment-missing');
  await stands({ approval: null, entrustment: { ...ENTRUSTED, from: '2026-11-24', until: '2026-11-24' } });
  expect(await offer()).toBe('entrustment-not-begun');
  await stands({ approval: null, entrustment: { ...ENTRUSTED, from: '2026-11-01', until: '2026-11-24' } });
  expect(await offer()).toBe('accepted');
  const days = new Set((await hall.anybody().appointments.slots({ matterId })).map(({ day }) => day));
  expect([...days].every((day) => day <= '2026-11-24')).toBe(true);
  expect(days.has('2026-11-24')).toBe(true);
  const clerk = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  const asked = { matterIds: [matterId], care: false, printing: false };
  const { ticketId } = await clerk.tickets.issue({ ...wish(), ...asked });
  await clerk.counters.open({ ...wish(), counterId });
  await clerk.tickets.callNext({ ...wish(), counterId });
  await clerk.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await clerk.cases.mine({}))[0]!;
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await clerk.tickets.finish({ ...wish(), ticketId });
  await hall.clock.advance(DAY);
  expect(await isOffered()).toBe(true);
  await hall.clock.advance(DAY);
  expect(await isOffered()).toBe(false);
  admin = await hall.clerk('admin');
  expect(await offer()).toBe('entrustment-over');
  const later = await hall.clerk('one');
  expect(await refusalCode(later.tickets.issue({ ...wish(), ...asked }))).toBe('matter-not-offered');
  await later.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
});

it('[L2] [C12] the page of a noticed case offers a booking while its matter is offered, and afterwards says to come with the notice’s number', async () => {
  const materials = [{ 'zh-Hans': '户口簿', 'zh-Hant': '戶口簿' }];
  await admin.administration.importMatters({ ...wish(), matters: [{ ...matter('entrusted'), materials }] });
  await stands({ approval: null, entrustment: { ...ENTRUSTED, from: '2026-11-01', until: '2026-11-23' } });
  expect(await offer()).toBe('accepted');
  const clerk = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  const { ticketId } = await clerk.tickets.issue({ ...wish(), matterIds: [matterId], care: false, printing: false });
  await clerk.counters.open({ ...wish(), counterId });
  await clerk.tickets.callNext({ ...wish(), counterId });
  await clerk.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await clerk.cases.mine({}))[0]!;
  const missing = (await admin.catalogue({})).matters.find(({ id }) => id === matterId)!.materials.map(({ id }) => id);
  const conclusion = { kind: 'notice' as const, missing, note: '' };
  const { noticeNo } = await clerk.cases.conclude({ ...wish(), caseId, conclusion });
  await clerk.tickets.finish({ ...wish(), ticketId });
  const { path } = (await clerk.cases.papers({ caseId })).find(({ kind }) => kind === 'notice')!;
  const page = async (language: string) => {
    const headers = { 'accept-language': language };
    return plain(await (await fetch(hall.origin + path!.replace(/^.*\/([\w-]+)\?.*$/, '/c/$1'), { headers })).text());
  };
  expect(await page('zh-CN')).toContain('/book/X-1');
  await hall.clock.advance(DAY);
  await eventually(async () => expect(await isOffered()).toBe(false));
  for (const [language, come] of [
    ['zh-CN', '这个事项现在不能预约'],
    ['zh-TW', '這個事項現在不能預約'],
    ['en', 'No time can be booked for this matter now'],
  ] as const) {
    const shown = await page(language);
    expect(shown).not.toContain('/book/X-1');
    expect(shown).toContain(come);
    expect(shown.slice(shown.indexOf(come), shown.indexOf(come) + 120)).toContain(noticeNo);
  }
});

it('[L2] administrators who wish it are told 30 and 7 days before an entrustment ends, once each, and of a renewed one never; the screens of who runs the hall say it meanwhile', async () => {
  await admin.administration.importMatters({ ...wish(), matters: [matter('entrusted')] });
  const contact = { declined: [], language: 'zh-Hans' as const, telephone: '13985000001' };
  await admin.session.saveContact({ ...wish(), contact });
  const boss = await hall.clerk('boss');
  await boss.session.saveContact({ ...wish(), contact: { ...contact, telephone: '13985000002' } });
  await stands({ approval: null, entrustment: { ...ENTRUSTED, from: '2026-11-01', until: '2026-12-31' } });
  expect(await offer()).toBe('accepted');
  const dir = join(hall.dir, 'messages');
  const told = () =>
    (existsSync(dir) ? readdirSync(dir) : [])
      .flatMap((file) => readFileSync(join(dir, file), 'utf8').split('\n'))
      .filter((line) => line.includes('委托'));
  const trouble = () => {
    hall.system.look();
    return hall.system.hall.condition.troubles().find(({ id }) => id === 'entrustment-ends') ?? null;
  };
  const goTo = (day: string) => hall.clock.advance(Date.parse(`${day}T02:00:00.000Z`) - hall.clock.nowMs);
  await goTo('2026-11-30');
  expect(trouble()).toBeNull();
  await goTo('2026-12-01');
  await eventually(() => expect(told(), told().join()).toHaveLength(1));
  expect(told()[0]).toContain('还有 30 天');
  expect(told()[0]).toContain('13985000001');
  expect(trouble()?.facts).toMatchObject({ count: 1, name: '社区食堂登记', until: '2026-12-31', days: 30 });
  await goTo('2026-12-24');
  await eventually(() => expect(told()).toHaveLength(2));
  expect(told()[1]).toContain('还有 7 天');
  admin = await hall.clerk('admin');
  await stands({ approval: null, entrustment: { ...ENTRUSTED, from: '2026-11-01', until: '2027-01-31' } });
  expect(trouble()).toBeNull();
  await goTo('2026-12-31');
  expect(told()).toHaveLength(2);
});

it('[L2] an entrusted matter that an older ledger offers without its letter waits, who runs the hall is told, and it is back when that is entered', async () => {
  const id = 'A-1' as MatterId;
  // As a program wrote it that did not ask.
  const older = (facts: { kind: 'entrusted'; standing: null }) =>
    hall.system.hall.commit({ command: 'change-matter', requestId: null, actor: CLOCK }, (tx) => {
      tx.run(matterStream, id, () => [{ type: 'matter-changed' as const, ...facts }]);
      return {};
    });
  const owed = () => {
    hall.system.look();
    return hall.system.hall.condition.troubles().find((one) => one.id === 'standing-owed')?.facts ?? null;
  };
  expect(owed()).toBeNull();
  await older({ kind: 'entrusted', standing: null });
  expect(owed()).toEqual({ count: 1, name: '事项 A1' });
  const kiosk = await hall.kiosk();
  const take = () => kiosk.tickets.issue({ ...wish(), matterIds: [id], care: false, printing: false });
  expect(await refusalCode(take())).toBe('matter-not-offered');
  expect(await refusalCode(admin.administration.offerMatter({ ...wish(), matterId: id, offered: true }))).toBe(
    'standing-missing',
  );
  const entrustment = { ...ENTRUSTED, from: '2026-11-01', until: '2026-11-24' };
  await admin.administration.standingOfMatter({ ...wish(), matterId: id, standing: { approval: null, entrustment } });
  expect(owed()).toBeNull();
  expect(await refusalCode(take())).toBe('accepted');
});

it.each([
  ['has not begun', '2026-12-01', '2026-12-31'],
  ['is over', '2026-11-01', '2026-11-22'],
])(
  '[L2] a matter that is held back stays away from kiosk and booking when a file enters an entrustment that %s',
  async (_, from, until) => {
    const id = 'A-1' as MatterId;
    await hall.system.hall.commit({ command: 'change-matter', requestId: null, actor: CLOCK }, (tx) => {
      tx.run(matterStream, id, () => [{ type: 'matter-changed' as const, kind: 'entrusted' as const, standing: null }]);
      return {};
    });
    const heldBack = () => hall.system.hall.read(matters).heldBack();
    const read = (standing: ImportedMatter['standing']) =>
      admin.administration.importMatters({ ...wish(), matters: [{ ...matter('entrusted'), id, standing }] });
    // A file that says nothing of the entrustment leaves it waiting.
    await read(null);
    expect(heldBack().map((one) => one.id)).toEqual([id]);
    await read({ approval: null, entrustment: { ...ENTRUSTED, from, until } });
    expect(heldBack()).toEqual([]);
    expect((await admin.catalogue({})).matters.find((one) => one.id === id)!.offered).toBe(false);
    const kiosk = await hall.kiosk();
    const take = kiosk.tickets.issue({ ...wish(), matterIds: [id], care: false, printing: false });
    expect(await refusalCode(take)).toBe('matter-not-offered');
  },
);

it('[L2] a hall that is filled with a matter without its standing does not offer it, whatever the data say', async () => {
  const data = testHallData();
  const [first, ...others] = data.matters;
  const unsaid = await startTestHall({ data: { ...data, matters: [{ ...first!, standing: null }, ...others] } });
  const { matters } = await unsaid.anybody().catalogue({});
  expect(matters.filter(({ offered }) => !offered).map(({ id }) => id)).toEqual([first!.id]);
  await unsaid.stop();
});

it('[L2] each matter of the sample hall stands on something whole, and what is entrusted has its letter', () => {
  const { matters } = sampleHall('2026-11-23');
  expect(matters.flatMap((one) => whyNotOffered(one, '2026-11-23') ?? [])).toEqual([]);
  expect(matters.filter(({ standing }) => standing?.entrustment).map(({ kind }) => kind)).toEqual(
    matters.filter(({ kind }) => kind === 'entrusted').map(({ kind }) => kind),
  );
  expect(matters.filter(({ standing }) => standing?.approval)).toHaveLength(1);
});
