/** What people type, from the field to the ledger: numbers, accounts, labels, names, search. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findMatters } from '../../../schema/catalogue/find-matter.ts';
import { LANGUAGES, type MatterId } from '../../../schema/ids.ts';
import { refusalSentence } from '../../../schema/refusal.ts';
import { newRequestId, refusalOf } from '../../../web/client.ts';
import { sampleHall } from '../../demo/sample/sample-hall.ts';
import { MONDAY_9, PASSWORD, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { type Booker, bookerOf } from '../hours/booking-fixture.ts';

let hall: TestHall;
let booker: Booker;
afterEach(() => hall.stop());

const MINUTE = 60_000;
const A1 = 'A-1' as MatterId;
const wish = () => ({ requestId: newRequestId() });
async function start(options: Parameters<typeof startTestHall>[0] = {}): Promise<void> {
  hall = await startTestHall({ nowMs: MONDAY_9 - 60 * MINUTE, ...options });
  booker = bookerOf(hall);
}

/** What a refused call says is wrong, by field and in each language. */
async function faultOf(call: Promise<unknown>) {
  const refusal = await call.then(
    () => null,
    (error: unknown) => refusalOf(error),
  );
  const sentences = LANGUAGES.map((language) => refusalSentence(refusal!.code, refusal!.facts, language));
  return { code: refusal!.code, field: refusal!.facts.field, sentences };
}

describe('numbers', () => {
  it('[A3] [C12] a ticket is found at kiosk and counter however its number is typed: width, case, spaces, hyphens, 号', async () => {
    await start({ nowMs: MONDAY_9 + MINUTE });
    const kiosk = await hall.kiosk();
    const clerk = await hall.clerk('one');
    const { ticketId } = await kiosk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
    for (const number of ['Ａ００１', 'ａ００１', 'A 001', 'A-001', 'A—001', 'A001号', ' a001 ', 'A\u200b001']) {
      expect(await clerk.tickets.lookUp({ number }), number).toMatchObject({ ticketId });
      expect(await kiosk.tickets.place({ number }), number).toMatchObject({ number: 'A001' });
    }
    expect(await refusalCode(clerk.tickets.lookUp({ number: 'A002' }))).toBe('ticket-unknown');
  });

  it('[A3] [H8] a code typed full-width checks in; one with a letter in it names its field', async () => {
    await start();
    const kiosk = await hall.kiosk();
    const code = await booker.book(A1, '10:00', { name: '王某', telephone: '13985001234' });
    await hall.clock.advance(100 * MINUTE);
    const checkIn = (typed: string) => kiosk.appointments.checkIn({ ...wish(), code: typed, printing: false });
    expect(await faultOf(checkIn(`${code}x`))).toMatchObject({ code: 'input-invalid', field: 'code' });
    const wide = code.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect((await checkIn(` ${wide.slice(0, 3)} ${wide.slice(3)}号`)).klass).toBe('appointment');
  });
});

describe('accounts, labels and names of devices', () => {
  it('[A3] an account that reads like another is taken, and signing in minds neither case, width nor outer spaces', async () => {
    await start();
    const admin = await hall.clerk('admin');
    const save = (account: string) => {
      const clerk = { account, name: '新人', role: 'clerk' as const, mayPick: false, active: true };
      return refusalCode(admin.administration.saveClerk({ ...wish(), clerk, newPassword: true }));
    };
    for (const account of ['ONE', 'One', 'ｏｎｅ', ' one ', 'o\u200bne'])
      expect(await save(account)).toBe('account-taken');
    for (const account of ['оne', 'αdmin', 'сосо']) expect(await save(account)).toBe('account-look-alike');
    for (const account of ['x\r\ny', 'x\u2028y']) expect(await save(account)).toBe('input-invalid');
    expect(await save('eleven')).toBe('accepted');
    for (const account of ['ONE', ' Ｏｎｅ '])
      expect(await hall.anybody().session.signIn({ account, password: PASSWORD })).toMatchObject({ account: 'one' });
  });

  it('[A3] a counter that reads like another is taken: 1, 01, １, 1号; the counter itself can still be saved', async () => {
    await start();
    const admin = await hall.clerk('admin');
    const [first] = await admin.administration.counters({});
    const save = (label: string) =>
      refusalCode(
        admin.administration.saveCounter({ ...wish(), counter: { label, letters: first!.letters, inUse: true } }),
      );
    for (const label of ['1', '01', '１', ' 1 ', '1号']) expect(await save(label), label).toBe('label-taken');
    expect(await save('10')).toBe('accepted');
    expect(await refusalCode(admin.administration.saveCounter({ ...wish(), counter: first! }))).toBe('accepted');
  });

  it('[A3] a device that reads like one in use is taken; a revoked one leaves its name', async () => {
    await start();
    const admin = await hall.clerk('admin');
    const create = (name: string) => admin.devices.create({ ...wish(), kind: 'kiosk', name });
    const { device } = await create('门口 1');
    for (const name of ['门口 1', '门口　１', ' 门口  1 ']) expect(await refusalCode(create(name))).toBe('label-taken');
    await admin.devices.revoke({ ...wish(), deviceId: device.id });
    expect(await refusalCode(create('门口 1'))).toBe('accepted');
  });
});

describe('a wrong field', () => {
  it('[A3] a wrong field is named with what is wrong with it in three languages, and nothing is changed', async () => {
    await start();
    const anybody = hall.anybody();
    const link = await booker.held(A1, '10:00');
    const before = hall.system.store.ledger.head();
    const confirm = (name: string, telephone: string) =>
      faultOf(anybody.appointments.confirm({ ...wish(), link, name, telephone, language: 'en' }));
    for (const name of ['字'.repeat(61), '王\u0000某', '王\n某', '   ']) {
      const fault = await confirm(name, '13985002222');
      expect(fault).toMatchObject({ code: 'input-invalid', field: 'name' });
      expect(new Set(fault.sentences).size).toBe(3);
      expect(fault.sentences.join()).not.toMatch(/telephone|电话|電話/);
    }
    const fault = await confirm('王某', '8555 1234');
    expect(fault).toMatchObject({ code: 'input-invalid', field: 'telephone' });
    expect(fault.sentences[2]).toContain('area code');
    expect((await confirm(' ', '12')).field).toBe('name, telephone');
    expect(hall.system.store.ledger.head()).toBe(before);
    expect(booker.stored()).toEqual([]);
  });

  it('[A3] the confirm page marks a name of 61 signs and never the telephone; 41 and 60 signs are accepted', async () => {
    await start();
    const link = await booker.held(A1, '10:00');
    const send = (name: string) =>
      fetch(`${hall.origin}/a/${link}/confirm`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ ...wish(), name, telephone: '13985002222' }),
      });
    const answer = await send('字'.repeat(61));
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toMatch(/<input id="name"[^>]* aria-invalid="true"/);
    expect(html).not.toMatch(/<input id="telephone"[^>]* aria-invalid="true"/);
    expect((await send('字'.repeat(41))).status).toBe(303);
    const long = 'Wolfeschlegelsteinhausenbergerdorff Blankenburg-Smith de Vos';
    expect(long).toHaveLength(60);
    for (const [i, name] of [long, '𠮷'.repeat(60), '阿卜杜热西提·阿卜杜拉'].entries())
      expect(await booker.booking(A1, `1${i}:30`, { name, telephone: `1398500333${i}` })).toBe('accepted');
    expect(booker.stored().map((one) => one?.name)).toContain('𠮷'.repeat(60));
  });
});

describe('search', () => {
  it('[L3] every usual spelling finds the matter on phone, kiosk and counter alike', async () => {
    await start({ data: sampleHall('2026-11-23') });
    const { matters } = await hall.anybody().catalogue({});
    const card = '社会保障卡启用、密码重置、挂失、注销';
    const wanted: [string, RegExp][] = [
      ...['chongzhi', 'mimachongzhi', 'mmcz', 'ＣＨＯＮＧＺＨＩ', 'chóng zhì'].map((typed): [string, RegExp] => [
        typed,
        /密码重置/,
      ]),
      ...['falu', 'falv', 'falü', 'fǎ lǜ'].map((typed): [string, RegExp] => [typed, /法律/]),
      ...['zinu', 'zinv', 'zinü'].map((typed): [string, RegExp] => [typed, /子女/]),
    ];
    expect(matters.some((one) => one.names['zh-Hans'] === card)).toBe(true);
    for (const [typed, name] of wanted) {
      const found = findMatters(matters, typed).map((one) => one.names['zh-Hans']);
      expect(found.join(), typed).toMatch(name);
      const html = await (await fetch(`${hall.origin}/catalogue?q=${encodeURIComponent(typed)}`)).text();
      for (const one of found) expect(html, typed).toContain(one);
    }
    // Both screens search with the same function over the same catalogue.
    for (const screen of [
      'kiosk/screens/take/search.tsx',
      'counter-ui/work/tickets/matter-picker.tsx',
      'server/pages/hall-pages.ts',
    ])
      expect(readFileSync(join(import.meta.dirname, '../../..', screen), 'utf8')).toContain('findMatters(');
  });
});
