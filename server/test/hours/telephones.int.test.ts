/** People by telephone and name, from the field to the ledger, and the last four digits at the kiosk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { createClient, newRequestId } from '../../../web/client.ts';
import type { OutgoingMessage } from '../../gateways/message-file.ts';
import { readKeys } from '../../ledger/file/data-dir.ts';
import { seal } from '../../ledger/file/seal.ts';
import { solvedOf } from '../edge/solved-proof.ts';
import { eventually, MONDAY_9, refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { type Booker, bookerOf } from './booking-fixture.ts';

let hall: TestHall;
let booker: Booker;
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
async function start(options: Parameters<typeof startTestHall>[0] = {}): Promise<void> {
  hall = await startTestHall({ nowMs: MONDAY_9 - 60 * MINUTE, ...options });
  booker = bookerOf(hall);
}

describe('a telephone', () => {
  it('[H6] [H12] one landline in four forms is one person, who has one place a matter and is found by the last four', async () => {
    await start();
    const forms = ['0851-85551234', '+86 851 85551234', '0086 851 8555 1234', '+86 0851 8555 1234'];
    const tried = [];
    for (const [i, telephone] of forms.entries())
      tried.push(await booker.booking(A1, `1${i}:00`, { name: '王某', telephone }));
    expect(tried).toEqual(['accepted', 'already-booked', 'already-booked', 'already-booked']);
    expect(booker.stored()).toMatchObject([{ name: '王某', telephone: '+8685185551234' }]);
    await hall.clock.advance(100 * MINUTE);
    const kiosk = await hall.kiosk();
    expect((await kiosk.appointments.checkIn({ ...wish(), code: '1234', printing: false })).klass).toBe('appointment');
  });

  it('[H6] [H12] [P1] the telephone of a couple holds a place for each name; each is written to in the language of the appointment', async () => {
    const sent: OutgoingMessage[] = [];
    const gateway = async (message: OutgoingMessage) => {
      sent.push(message);
      return 'sent' as const;
    };
    await start({ gateway });
    const telephone = '13985001234';
    const [she, he] = [
      { name: '王某', telephone },
      { name: '李某', telephone, language: 'en' as const },
    ];
    await booker.book(A1, '14:00', she);
    await booker.book(A1, '15:00', he);
    await booker.book(B1, '15:00', he);
    // Chosen anew with each appointment, by the same person too.
    await booker.book(B1, '16:00', { ...she, language: 'zh-Hant' });
    expect(await booker.booking(A1, '16:00', { name: ' 王　某', telephone: '+86 139-8500-1234' })).toBe(
      'already-booked',
    );
    expect(booker.stored()).toMatchObject([
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

  it('[H6] [S2] whoever books with somebody’s telephone keeps nobody of another name from it, and only a clerk’s is proved', async () => {
    await start();
    const telephone = '0851-85551234';
    const named = (sign: string) => ({ name: `家人${sign}`, telephone });
    for (const [n, sign] of [...'一二三四五六'].entries()) await booker.book(n < 3 ? A1 : B1, `1${n}:30`, named(sign));
    expect(await booker.booking(A1, '14:00', named('一'))).toBe('already-booked');
    expect(await booker.booking(A1, '14:00', named('七'))).toBe('accepted');
    expect(await refusalCode(booker.book(A1, '16:30', named('八'), await hall.clerk('one')))).toBe('accepted');
    const confirmed = [...hall.system.store.ledger.after(0)].filter(
      ({ event }) => event.type === 'appointment-confirmed',
    );
    const proved = confirmed.map(({ event }) => (event as { proved?: boolean }).proved);
    expect(proved).toEqual([...Array<boolean>(7).fill(false), true]);
  });

  it('[H6] [S2] one telephone books one matter for namesOfTelephone people; each further one costs the phone work, and a clerk none', async () => {
    await start();
    const telephone = '139-8500-1234';
    const link = await booker.held(A1, '11:00');
    const first = { ...wish(), link, name: '家人〇', telephone, language: 'zh-Hans' as const };
    expect(await refusalCode(hall.anybody().appointments.confirm(first))).toBe('accepted');
    for (const [n, sign] of [...'一二三'].entries())
      expect(await booker.booking(A1, `1${n}:30`, { name: `家人${sign}`, telephone })).toBe('accepted');
    const fifth = { name: '家人五', telephone: '+8613985001234' };
    const held = await booker.held(A1, '14:30');
    const asked = { ...wish(), link: held, ...fifth, language: 'zh-Hans' as const };
    const refused = await hall
      .anybody()
      .appointments.confirm(asked)
      .catch((error) => error);
    expect(refused).toMatchObject({ code: 'names-proof-needed', data: { count: 4 } });
    const working = async ({ data }: { data: { challenge: string } }) =>
      createClient(hall.origin, { 'x-proof': await solvedOf(data.challenge) });
    const worked = await working(refused);
    expect(await refusalCode(worked.appointments.confirm(asked))).toBe('accepted');
    // Sent again it is answered as before, without work.
    expect(await refusalCode(hall.anybody().appointments.confirm(asked))).toBe('accepted');
    const sixth = { ...asked, ...wish(), link: await booker.held(A1, '15:30'), name: '家人六' };
    const more = await worked.appointments.confirm(sixth).catch((error) => error);
    const workOf = ({ data }: { data: { challenge: string } }) => JSON.parse(atob(data.challenge)).maxnumber as number;
    expect(workOf(more)).toBe(2 * workOf(refused));
    expect(await booker.booking(B1, '14:00', fifth)).toBe('accepted');
    const clerk = await hall.clerk('one');
    expect(await booker.booking(A1, '15:00', { name: '家人八', telephone }, clerk)).toBe('accepted');
  });

  it('[H6] [S2] names of one telephone that are confirmed at once are counted together', async () => {
    await start();
    const links = [];
    for (const hour of [10, 11, 12, 13, 14, 15]) links.push(await booker.held(A1, `${hour}:30`));
    const wishes = links.map((link, n) => ({ ...wish(), link, name: `家人${n}`, telephone: '13985001234' }));
    const tried = wishes.map((one) =>
      refusalCode(hall.anybody().appointments.confirm({ ...one, language: 'zh-Hans' as const })),
    );
    const told = (await Promise.all(tried)).sort();
    expect(told).toEqual([...Array<string>(4).fill('accepted'), ...Array<string>(2).fill('names-proof-needed')]);
  });

  it('[H6] [S2] the work that was done for one telephone books for no other', async () => {
    await start();
    const askedOf = async (telephone: string, hour: number) => {
      for (const [n, sign] of [...'一二三四'].entries())
        expect(await booker.booking(A1, `${hour + (n >> 1)}:${n % 2 ? '30' : '00'}`, { name: sign, telephone })).toBe(
          'accepted',
        );
      const link = await booker.held(A1, `${hour + 2}:00`);
      return { ...wish(), link, name: '五', telephone, language: 'zh-Hans' as const };
    };
    const [one, other] = [await askedOf('13985001234', 10), await askedOf('13985005678', 14)];
    const refused = await hall
      .anybody()
      .appointments.confirm(one)
      .catch((error) => error);
    const worked = createClient(hall.origin, { 'x-proof': await solvedOf(refused.data.challenge) });
    expect(await refusalCode(worked.appointments.confirm(other))).toBe('names-proof-needed');
    expect(await refusalCode(worked.appointments.confirm(one))).toBe('accepted');
  });

  it('[H12] a telephone of a file that an older program wrote is known in every form after the start', async () => {
    dir = mkdtempSync(join(tmpdir(), 'shouwen-old-'));
    await start({ dir });
    await booker.book(A1, '10:00', { name: '王某', telephone: '0851-85551234' });
    const { db } = hall.system.store;
    const id = db.prepare<[], string>('SELECT id FROM people').pluck().get()!;
    const sealed = seal(readKeys(dir).seal, '085185551234', `telephone:${id}`);
    db.prepare('UPDATE people SET telephone = ?, telephone_hash = ?, person_hash = NULL').run(sealed, Buffer.alloc(32));
    await hall.stop();
    await start({ dir });
    expect(booker.stored()).toMatchObject([{ name: '王某', telephone: '+8685185551234' }]);
    expect(await booker.booking(A1, '11:00', { name: '王某', telephone: '+86 851 8555 1234' })).toBe('already-booked');
  });
});

describe('the last four digits at the kiosk', () => {
  it('[H8] [A1] the last four digits of one person with two appointments check in the next one, then the other', async () => {
    await start();
    const kiosk = await hall.kiosk();
    const person = { name: '王某', telephone: '13985001234' };
    await booker.book(B1, '13:00', person);
    await booker.book(A1, '12:00', person);
    await hall.clock.advance(230 * MINUTE);
    const checkIn = () => kiosk.appointments.checkIn({ ...wish(), code: '1234', printing: false });
    expect([(await checkIn()).number, (await checkIn()).number]).toEqual(['A001', 'B001']);
    expect(await refusalCode(checkIn())).toBe('appointment-unknown');
  });

  it('[H8] the last four digits pass over an appointment that is too late, which is checked in after the next one', async () => {
    await start();
    const kiosk = await hall.kiosk();
    const person = { name: '王某', telephone: '13985001234' };
    await booker.book(A1, '10:00', person);
    await booker.book(B1, '13:00', person);
    await hall.clock.advance(290 * MINUTE);
    const checkIn = () => kiosk.appointments.checkIn({ ...wish(), code: '1234', printing: false });
    expect([await checkIn(), await checkIn()]).toMatchObject([
      { number: 'B001', klass: 'appointment' },
      { number: 'A001', klass: 'late' },
    ]);
  });

  it('[H8] the last four digits that several people share check in nobody, also where they share one telephone', async () => {
    await start();
    const kiosk = await hall.kiosk();
    await booker.book(A1, '12:00', { name: '王某', telephone: '13985001234' });
    const code = await booker.book(A1, '13:00', { name: '李某', telephone: '13985001234' });
    await hall.clock.advance(230 * MINUTE);
    const checkIn = (typed: string) =>
      refusalCode(kiosk.appointments.checkIn({ ...wish(), code: typed, printing: false }));
    expect(await checkIn('1234')).toBe('code-ambiguous');
    expect(await checkIn(code)).toBe('accepted');
  });
});
