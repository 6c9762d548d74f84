/** What people type, from the field to the ledger: numbers, accounts, names, telephones, search. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findMatters } from '../../schema/find-matter.ts';
import { LANGUAGES, type Language, type MatterId, type PersonId } from '../../schema/ids.ts';
import { refusalSentence } from '../../schema/refusal.ts';
import { type Client, newRequestId, refusalOf } from '../../web/client.ts';
import type { OutgoingMessage } from '../gateways/message-file.ts';
import { sampleHall } from '../sample/sample-hall.ts';
import { readKeys } from '../store/data-dir.ts';
import { people } from '../store/people.ts';
import { seal } from '../store/seal.ts';
import { eventually, MONDAY_9, PASSWORD, refusalCode, startTestHall, type TestHall } from './harness.ts';

let hall: TestHall;
let dir: string | null = null;
afterEach(async () => {
  await hall.stop();
  if (dir) rmSync(dir, { recursive: true, force: true });
  dir = null;
});

const MINUTE = 60_000;
const A1 = 'A-1' as MatterId;
const B1 = 'B-1' as MatterId;
const wish = () => ({ requestId: newRequestId() });
const start = (options: Parameters<typeof startTestHall>[0] = {}) =>
  startTestHall({ nowMs: MONDAY_9 - 60 * MINUTE, ...options });

/** The link of a hold; `time` is today's, in the hall. */
async function held(matterId: MatterId, time: string, by: Client = hall.anybody()): Promise<string> {
  const startsAt = new Date(`2026-11-23T${time}:00+08:00`).toISOString();
  const slot = (await by.appointments.slots({ matterId })).find((one) => one.startsAt === startsAt);
  return (await by.appointments.hold({ ...wish(), slotId: slot!.id, matterId })).link;
}
type Person = { name: string; telephone: string; language?: Language };
/** Booked for this person: the appointment's code. */
async function book(matterId: MatterId, time: string, person: Person, by: Client = hall.anybody()): Promise<string> {
  const link = await held(matterId, time, by);
  return (await by.appointments.confirm({ ...wish(), link, language: 'zh-Hans', ...person })).code;
}
const booking = (matterId: MatterId, time: string, person: Person) => refusalCode(book(matterId, time, person));
/** Everybody who is stored, as their table opens them. */
const stored = () =>
  hall.system.store.db
    .prepare<[], PersonId>('SELECT id FROM people ORDER BY id')
    .pluck()
    .all()
    .map((id) => hall.system.hall.read(people).get(id));
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
    hall = await start({ nowMs: MONDAY_9 + MINUTE });
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
    hall = await start();
    const kiosk = await hall.kiosk();
    const code = await book(A1, '10:00', { name: '王某', telephone: '13985001234' });
    await hall.clock.advance(100 * MINUTE);
    const checkIn = (typed: string) => kiosk.appointments.checkIn({ ...wish(), code: typed, printing: false });
    expect(await faultOf(checkIn(`${code}x`))).toMatchObject({ code: 'input-invalid', field: 'code' });
    const wide = code.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect((await checkIn(` ${wide.slice(0, 3)} ${wide.slice(3)}号`)).klass).toBe('appointment');
  });
});

describe('accounts, labels and names of devices', () => {
  it('[A2] [A3] an account that reads like another is taken, and signing in minds neither case, width nor outer spaces', async () => {
    hall = await start();
    const admin = await hall.clerk('admin');
    const save = (account: string) => {
      const clerk = { account, name: '新人', role: 'clerk' as const, mayPick: false, active: true };
      return refusalCode(admin.administration.saveClerk({ ...wish(), clerk, newPassword: true }));
    };
    for (const account of ['ONE', 'One', 'ｏｎｅ', ' one ', 'o\u200bne'])
      expect(await save(account)).toBe('account-taken');
    expect(await save('eleven')).toBe('accepted');
    for (const account of ['ONE', ' Ｏｎｅ '])
      expect(await hall.anybody().session.signIn({ account, password: PASSWORD })).toMatchObject({ account: 'one' });
  });

  it('[A2] a counter that reads like another is taken: 1, 01, １, 1号; the counter itself can still be saved', async () => {
    hall = await start();
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

  it('[A2] a device that reads like one in use is taken; a revoked one leaves its name', async () => {
    hall = await start();
    const admin = await hall.clerk('admin');
    const create = (name: string) => admin.devices.create({ ...wish(), kind: 'kiosk', name });
    const { device } = await create('门口 1');
    for (const name of ['门口 1', '门口　１', ' 门口  1 ']) expect(await refusalCode(create(name))).toBe('label-taken');
    await admin.devices.revoke({ ...wish(), deviceId: device.id });
    expect(await refusalCode(create('门口 1'))).toBe('accepted');
  });
});

describe('a wrong field', () => {
  it('[A3] is named with what is wrong with it, in three languages, and nothing is changed', async () => {
    hall = await start();
    const anybody = hall.anybody();
    const link = await held(A1, '10:00');
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
    expect(stored()).toEqual([]);
  });

  it('[A3] on the confirm page is marked itself: a name of 61 signs, never the telephone; 41 and 60 are accepted', async () => {
    hall = await start();
    const link = await held(A1, '10:00');
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
      expect(await booking(A1, `1${i}:30`, { name, telephone: `1398500333${i}` })).toBe('accepted');
    expect(stored().map((one) => one?.name)).toContain('𠮷'.repeat(60));
  });
});

describe('a telephone', () => {
  it('[H6] [H12] one landline in four forms is one person, who has one place a matter and is found by the last four', async () => {
    hall = await start();
    const forms = ['0851-85551234', '+86 851 85551234', '0086 851 8555 1234', '+86 0851 8555 1234'];
    const tried = [];
    for (const [i, telephone] of forms.entries())
      tried.push(await booking(A1, `1${i}:00`, { name: '王某', telephone }));
    expect(tried).toEqual(['accepted', 'already-booked', 'already-booked', 'already-booked']);
    expect(stored()).toMatchObject([{ name: '王某', telephone: '+8685185551234' }]);
    await hall.clock.advance(100 * MINUTE);
    const kiosk = await hall.kiosk();
    expect((await kiosk.appointments.checkIn({ ...wish(), code: '1234', printing: false })).klass).toBe('appointment');
  });

  it('[H6] [H12] [P1] of a couple holds a place for each name; each is written to in the language chosen with the appointment', async () => {
    const sent: OutgoingMessage[] = [];
    const gateway = async (message: OutgoingMessage) => {
      sent.push(message);
      return 'sent' as const;
    };
    hall = await start({ gateway });
    const telephone = '13985001234';
    const [she, he] = [
      { name: '王某', telephone },
      { name: '李某', telephone, language: 'en' as const },
    ];
    await book(A1, '14:00', she);
    await book(A1, '15:00', he);
    await book(B1, '15:00', he);
    // Chosen anew with each appointment, by the same person too.
    await book(B1, '16:00', { ...she, language: 'zh-Hant' });
    expect(await booking(A1, '16:00', { name: ' 王　某', telephone: '+86 139-8500-1234' })).toBe('already-booked');
    expect(stored()).toEqual([
      { name: '王某', telephone: '+8613985001234', language: 'zh-Hans' },
      { name: '李某', telephone: '+8613985001234', language: 'en' },
    ]);
    await eventually(() => expect(sent).toHaveLength(4));
    expect(new Set(sent.map((one) => one.telephone))).toEqual(new Set([telephone]));
    expect(sent.map(({ text }) => text.match(/已预约|Booked|已預約/)?.[0])).toEqual([
      '已预约',
      'Booked',
      'Booked',
      '已預約',
    ]);
  });

  it('[H6] [S2] is good for five people at one time; the counter books for a sixth', async () => {
    hall = await start();
    const telephone = '0851-85551234';
    const person = (n: number) => ({ name: `家人${'一二三四五六'[n]}`, telephone });
    for (let n = 0; n < 5; n++) await book(n < 3 ? A1 : B1, `1${n}:30`, person(n));
    expect(await booking(A1, '15:30', person(5))).toBe('telephone-shared');
    expect(await refusalCode(book(A1, '15:30', person(5), await hall.clerk('one')))).toBe('accepted');
  });

  it('[H12] of a file that an older program wrote is known in every form after the start', async () => {
    dir = mkdtempSync(join(tmpdir(), 'shouwen-old-'));
    hall = await start({ dir });
    await book(A1, '10:00', { name: '王某', telephone: '0851-85551234' });
    const { db } = hall.system.store;
    const id = db.prepare<[], string>('SELECT id FROM people').pluck().get()!;
    const sealed = seal(readKeys(dir).seal, '085185551234', `telephone:${id}`);
    db.prepare('UPDATE people SET telephone = ?, telephone_hash = ?, person_hash = NULL').run(sealed, Buffer.alloc(32));
    await hall.stop();
    hall = await start({ dir });
    expect(stored()).toMatchObject([{ name: '王某', telephone: '+8685185551234' }]);
    expect(await booking(A1, '11:00', { name: '王某', telephone: '+86 851 8555 1234' })).toBe('already-booked');
  });
});

describe('the last four digits at the kiosk', () => {
  it('[H8] [A1] of one person with two appointments check in the next one, then the other', async () => {
    hall = await start();
    const kiosk = await hall.kiosk();
    const person = { name: '王某', telephone: '13985001234' };
    await book(B1, '13:00', person);
    await book(A1, '12:00', person);
    await hall.clock.advance(230 * MINUTE);
    const checkIn = () => kiosk.appointments.checkIn({ ...wish(), code: '1234', printing: false });
    expect([(await checkIn()).number, (await checkIn()).number]).toEqual(['A001', 'B001']);
    expect(await refusalCode(checkIn())).toBe('appointment-unknown');
  });

  it('[H8] pass over an appointment that is too late, which is checked in after it', async () => {
    hall = await start();
    const kiosk = await hall.kiosk();
    const person = { name: '王某', telephone: '13985001234' };
    await book(A1, '10:00', person);
    await book(B1, '13:00', person);
    await hall.clock.advance(290 * MINUTE);
    const checkIn = () => kiosk.appointments.checkIn({ ...wish(), code: '1234', printing: false });
    expect([await checkIn(), await checkIn()]).toMatchObject([
      { number: 'B001', klass: 'appointment' },
      { number: 'A001', klass: 'late' },
    ]);
  });

  it('[H8] that several people share check in nobody, also where they share one telephone', async () => {
    hall = await start();
    const kiosk = await hall.kiosk();
    await book(A1, '12:00', { name: '王某', telephone: '13985001234' });
    const code = await book(A1, '13:00', { name: '李某', telephone: '13985001234' });
    await hall.clock.advance(230 * MINUTE);
    const checkIn = (typed: string) =>
      refusalCode(kiosk.appointments.checkIn({ ...wish(), code: typed, printing: false }));
    expect(await checkIn('1234')).toBe('code-ambiguous');
    expect(await checkIn(code)).toBe('accepted');
  });
});

describe('search', () => {
  it('[L3] every usual spelling finds the matter on phone, kiosk and counter alike', async () => {
    hall = await start({ data: sampleHall('2026-11-23') });
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
      'kiosk/screens/search.tsx',
      'counter-ui/parts/matter-picker.tsx',
      'server/pages/hall-pages.ts',
    ])
      expect(readFileSync(join(import.meta.dirname, '../..', screen), 'utf8')).toContain('findMatters(');
  });
});
