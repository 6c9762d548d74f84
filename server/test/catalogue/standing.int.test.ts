import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportedMatter } from '../../../schema/catalogue/import.ts';
import type { CounterId, Letter, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

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
