import { afterEach, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { newRequestId } from '../../../web/client.ts';
import type { OutgoingMessage } from '../../gateways/message-file.ts';
import { eventually, refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const A1 = 'A-1' as MatterId;
const DAY = 86_400_000;
const page = async (path: string) =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text();

/** A hall whose administrator lets the second material of the matter follow, and somebody who booked and is served. */
async function served(sent: OutgoingMessage[] = []) {
  const gateway = async (message: OutgoingMessage) => {
    sent.push(message);
    return 'sent' as const;
  };
  hall = await startTestHall({ gateway });
  const admin = await hall.clerk('admin');
  await admin.administration.termsOfMatter({ ...wish(), matterId: A1, promisedDays: 10, mayFollow: ['A-1.2'] });
  const phone = hall.anybody();
  const [slot] = await phone.appointments.slots({ matterId: A1 });
  const { link } = await phone.appointments.hold({ ...wish(), slotId: slot!.id, matterId: A1 });
  const person = { name: '王某', telephone: '13985001234', language: 'zh-Hans' as const };
  const { code } = await phone.appointments.confirm({ ...wish(), link, ...person });
  const { ticketId } = await (await hall.kiosk()).appointments.checkIn({ ...wish(), code, printing: false });
  const one = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  return { admin, one, caseId: (await one.cases.mine({}))[0]!.caseId };
}

it('[C13] the hall accepts on a promise, tells what follows, reminds, is late, and grants when it came', async () => {
  const sent: OutgoingMessage[] = [];
  const { one, caseId } = await served(sent);
  await one.cases.agreeMessages({ ...wish(), caseId, agreed: true });
  const accept = (items: string[]) =>
    one.cases.conclude({
      ...{ ...wish(), caseId, conclusion: { kind: 'accepted', note: '', follow: { items, by: '2026-12-01' } } },
    });
  expect(await refusalCode(accept(['A-1.1']))).toBe('material-may-not-follow');
  const { paper } = await accept(['A-1.2']);
  const receipt = await page(paper!);
  for (const said of ['容缺后补', '2026年12月1日', '不能准予']) expect(receipt).toContain(said);
  const link = paper!.replace(/^.*\/|\?.*$/g, '');
  expect(await page(`/c/${link}`)).toMatch(/还缺.*2026年12月1日/s);
  expect((await one.cases.one({ caseId })).promise).toMatchObject({ isOpen: true, by: '2026-12-01' });
  const grant = { caseId, outcome: 'granted' as const, note: '准予' };
  expect(await refusalCode(one.cases.close({ ...wish(), ...grant }))).toBe('promise-open');
  // The receipt is told once its conclusion stands; days later it would race with the reminder.
  await hall.clock.advance(11_000);
  await eventually(() => expect(sent.at(-1)?.text).toContain('已受理'));
  await hall.clock.advance(3 * DAY);
  await eventually(() => expect(sent.at(-1)?.text).toMatch(/提醒：您承诺补交的.*2026年12月1日 前/));
  await hall.clock.advance(6 * DAY);
  const again = await hall.clerk('one');
  await eventually(async () => expect((await again.cases.one({ caseId })).late).toEqual(['promise']));
  const two = await hall.clerk('two');
  await two.cases.receiveMaterials({ ...wish(), caseId, items: ['A-1.2'], isExamined: true });
  expect(await again.cases.one({ caseId })).toMatchObject({ late: [], promise: { isOpen: false } });
  await again.cases.close({ ...wish(), ...grant });
});

it('[C9] [C13] an administrator sets what is promised and what may follow, within the law and the list', async () => {
  const { admin, one } = await served();
  const terms = (promisedDays: number | null, mayFollow: string[]) =>
    admin.administration.termsOfMatter({ ...wish(), matterId: A1, promisedDays, mayFollow });
  expect(await refusalCode(terms(21, []))).toBe('promised-too-long');
  expect(await refusalCode(terms(10, ['B-1.1']))).toBe('material-not-in-catalogue');
  const shown = async () => (await one.catalogue({})).matters.find(({ id }) => id === A1)!;
  expect((await shown()).materials.map(({ mayFollow }) => mayFollow)).toEqual([undefined, true, undefined]);
  await terms(null, []);
  expect(await shown()).toMatchObject({ promisedDays: null });
  expect((await shown()).materials.some(({ mayFollow }) => mayFollow)).toBe(false);
});

it('[C9] an administrator names on what the clock stands still, and the event holds those words of the catalogue', async () => {
  const { admin, one, caseId } = await served();
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  const still = (kind: 'applicant' | 'public-notice', basis: string) =>
    one.cases.pause({ ...wish(), caseId, kind, basis, days: 5 });
  expect(await refusalCode(still('public-notice', '经办人自拟'))).toBe('pause-not-named');
  const terms = { matterId: A1, promisedDays: 10, mayFollow: [] };
  await admin.administration.termsOfMatter({ ...wish(), ...terms, publicNoticeBasis: '审核确认办法第二十条' });
  // What is left out stays as it is.
  await admin.administration.termsOfMatter({ ...wish(), ...terms });
  expect(await refusalCode(still('applicant', ''))).toBe('pause-not-named');
  await still('public-notice', '经办人自拟');
  expect((await one.cases.one({ caseId })).pause).toMatchObject({
    kind: 'public-notice',
    basis: '审核确认办法第二十条',
  });
  const ledger = JSON.stringify(hall.system.store.db.prepare('SELECT data FROM ledger').all());
  // Of the terms, of the pause, and of the paper that tells it.
  expect(ledger.split('审核确认办法第二十条')).toHaveLength(4);
  await admin.administration.termsOfMatter({ ...wish(), ...terms, publicNoticeBasis: '' });
  expect((await one.catalogue({})).matters.find(({ id }) => id === A1)?.publicNoticeBasis).toBeNull();
});

it('[C9] [L1] where a matter lists pauses the clock stands still for these alone, and an extension takes the matter’s length', async () => {
  const { admin, one, caseId } = await served();
  const before = (await admin.catalogue({})).matters.find(({ id }) => id === A1)!;
  const { letter, names, aliases, kind, department, limitDays, limitUnit, typicalMinutes, fee, basis } = before;
  const facts = { letter, names, aliases, kind, department, limitDays, limitUnit, typicalMinutes, fee, basis };
  const draft = { id: A1, ...facts, materials: before.materials };
  const pauses = [
    { kind: 'inspection' as const, basis: '办法第十二条', counts: false },
    { kind: 'public-notice' as const, basis: '办法第十三条', counts: true },
  ];
  await admin.administration.saveMatter({ ...wish(), matter: { ...draft, extensionDays: 15, pauses } });
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  // What the catalogue lists later is for cases that are opened later.
  await hall.clock.advance(60_000);
  await admin.administration.saveMatter({ ...wish(), matter: { ...draft, extensionDays: 3, pauses: null } });
  const still = (kind: 'hearing' | 'inspection' | 'public-notice') =>
    one.cases.pause({ ...wish(), caseId, kind, basis: '经办人自拟', days: 5 });
  expect(await refusalCode(still('hearing'))).toBe('pause-not-named');
  expect(await refusalCode(still('public-notice'))).toBe('pause-not-named');
  await still('inspection');
  expect((await one.cases.one({ caseId })).pause).toMatchObject({ kind: 'inspection', basis: '办法第十二条' });
  const boss = await hall.clerk('boss');
  const longer = (days: number) => boss.cases.extend({ ...wish(), caseId, days, reason: '情形复杂' });
  expect(await refusalCode(longer(16))).toBe('extension-too-long');
  await longer(15);
});
