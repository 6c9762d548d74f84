import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { MONDAY_9, refusalCode, startTestHall, type TestHall } from '../harness.ts';

const MINUTE = 60_000;
const TELEPHONE = '13985001234';
let hall: TestHall;
let kiosk: Client;
beforeEach(async () => {
  hall = await startTestHall({ nowMs: MONDAY_9 + MINUTE });
  kiosk = await hall.kiosk();
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const checkIn = (code: string, at: Client = kiosk, whose?: string) =>
  refusalCode(at.appointments.checkIn({ ...wish(), code, ...(whose ? { whose } : {}), printing: false }));
const wrongCodes = async (times: number, at: Client = kiosk) => {
  for (let n = 0; n < times; n++) expect(await checkIn(`${900_000 + n}`, at)).toBe('appointment-unknown');
};

/** Books and answers with the code; the slots of the day in turn. */
async function booked(
  nth: number,
  person: { name: string; telephone: string } = { name: '王某', telephone: TELEPHONE },
) {
  const matterId = ['A-1', 'A-2', 'B-1', 'B-2'][nth] as MatterId;
  const anybody = hall.anybody();
  const slots = await anybody.appointments.slots({ matterId });
  const { link } = await anybody.appointments.hold({ ...wish(), slotId: slots[2 + nth]!.id, matterId });
  const { code } = await anybody.appointments.confirm({ ...wish(), link, ...person, language: 'zh-Hans' });
  return code;
}
const wrongOnes = async (times: number, at: Client = kiosk) => {
  const codes = [];
  for (let n = 0; n < times; n++) codes.push(await checkIn(`${5000 + n}`, at));
  return codes;
};

describe('checking in by guessing', () => {
  it('[H8] [S2] after five wrong last fours in ten minutes a kiosk asks for the full number or the code, another kiosk does not', async () => {
    await booked(0);
    const other = await hall.kiosk();
    expect(await wrongOnes(5)).toEqual(Array(5).fill('appointment-unknown'));
    expect(await checkIn('1234')).toBe('full-number-needed');
    expect(await checkIn(TELEPHONE)).toBe('accepted');
    await booked(1);
    expect(await checkIn('1234', other)).toBe('accepted');
    const code = await booked(2);
    expect(await checkIn('1234')).toBe('full-number-needed');
    expect(await checkIn(code)).toBe('accepted');
    await booked(3);
    await hall.clock.advance(10 * MINUTE);
    expect(await checkIn('1234')).toBe('accepted');
  });

  it('[H8] [S2] guesses made at once do not all pass, and a wish that is sent again is one guess', async () => {
    const { requestId } = wish();
    const again = () => refusalCode(kiosk.appointments.checkIn({ requestId, code: '9999', printing: false }));
    for (let n = 0; n < 8; n++) expect(await again()).toBe('appointment-unknown');
    const codes = await Promise.all(Array.from({ length: 30 }, (_, n) => checkIn(`${5000 + n}`)));
    expect(codes.filter((code) => code === 'appointment-unknown')).toHaveLength(4);
    expect(codes.filter((code) => code === 'full-number-needed')).toHaveLength(26);
  });

  it('[H8] [S2] after twenty wrong codes a kiosk asks for the full number, which checks in; a counter takes codes as before', async () => {
    const code = await booked(0);
    const other = await booked(1, { name: '李某', telephone: '13985005555' });
    await wrongCodes(20);
    expect([await checkIn(code), await checkIn('1234')]).toEqual(['telephone-needed', 'telephone-needed']);
    expect(await checkIn(TELEPHONE)).toBe('accepted');
    expect(await checkIn(other, await hall.clerk('one'))).toBe('accepted');
    const last = await booked(2);
    await hall.clock.advance(10 * MINUTE);
    expect(await checkIn(last)).toBe('accepted');
  });

  it('[H8] [S2] wrong codes of several kiosks count for every appointment of the day: each kiosk then asks for the full number', async () => {
    const code = await booked(0);
    for (let n = 0; n < 3; n++) await wrongCodes(20, await hall.kiosk());
    expect(await checkIn(code)).toBe('telephone-needed');
    expect(await checkIn(code, await hall.clerk('one'))).toBe('accepted');
    await booked(1);
    expect(await checkIn(TELEPHONE)).toBe('accepted');
  });

  it('[H8] [S2] wrong full numbers shut nothing: after sixty a kiosk takes one in five seconds', async () => {
    await booked(0);
    const wrong = (n: number) => checkIn(`139${20_000_000 + n}`);
    for (let n = 0; n < 60; n++) expect(await wrong(n)).toBe('appointment-unknown');
    expect(await checkIn(TELEPHONE)).toBe('too-fast');
    await hall.clock.advance(5_000);
    expect(await wrong(60)).toBe('appointment-unknown');
    expect(await wrong(61)).toBe('too-fast');
    // A kiosk that is pressed again sends its wish again (A4).
    const again = { ...wish(), code: TELEPHONE, printing: false };
    expect(await refusalCode(kiosk.appointments.checkIn(again))).toBe('too-fast');
    await hall.clock.advance(5_000);
    expect(await refusalCode(kiosk.appointments.checkIn(again))).toBe('accepted');
  });

  it('[H6] [H8] [S2] where several people share a telephone, its number asks for the code or the name, and wrong ones rest that number alone', async () => {
    const shared = '13985005555';
    const code = await booked(0, { name: '王某', telephone: shared });
    await booked(1, { name: '李某', telephone: shared });
    await booked(2, { name: '张某', telephone: shared });
    await booked(3);
    expect(await checkIn(shared)).toBe('whose-needed');
    expect(await checkIn(shared, kiosk, code)).toBe('accepted');
    for (let n = 0; n < 5; n++) expect(await checkIn(shared, kiosk, `${900_000 + n}`)).toBe('appointment-unknown');
    expect(await checkIn(shared, kiosk, '李某')).toBe('too-many-tries');
    expect(await checkIn(TELEPHONE)).toBe('accepted');
    const clerk = await hall.clerk('one');
    expect(await checkIn(shared, clerk, '赵某')).toBe('appointment-unknown');
    expect(await checkIn(shared, clerk, ' 李　某')).toBe('accepted');
    expect(await checkIn(shared, clerk)).toBe('accepted');
  });

  it('[H6] [H8] [S2] five wrong names for a shared telephone rest it at the kiosk that took them, and fifteen at every kiosk', async () => {
    const shared = '13985005555';
    const code = await booked(0, { name: '王某', telephone: shared });
    await booked(1, { name: '李某', telephone: shared });
    await booked(2, { name: '张某', telephone: shared });
    const wrongNames = async (times: number, at: Client) => {
      for (let n = 0; n < times; n++) expect(await checkIn(shared, at, '赵某')).toBe('appointment-unknown');
    };
    await wrongNames(5, kiosk);
    expect(await checkIn(shared, kiosk, '李某')).toBe('too-many-tries');
    const second = await hall.kiosk();
    expect(await checkIn(shared, second, '李某')).toBe('accepted');
    await wrongNames(5, second);
    expect(await checkIn(shared, second, '张某')).toBe('too-many-tries');
    const third = await hall.kiosk();
    await wrongNames(5, third);
    const fourth = await hall.kiosk();
    expect(await checkIn(shared, fourth, '张某')).toBe('too-many-tries');
    expect(await checkIn(code, fourth)).toBe('accepted');
    expect(await checkIn(shared, await hall.clerk('one'), '张某')).toBe('accepted');
  });

  it('[H8] the full number checks in one person’s next appointment, and nobody where several people share it', async () => {
    await booked(0);
    await booked(1);
    for (const typed of ['139 8500 1234', '１３９８５００１２３４']) expect(await checkIn(typed)).toBe('accepted');
    expect(await checkIn('13985009999')).toBe('appointment-unknown');
    await booked(2, { name: '王某', telephone: '13985005555' });
    await booked(3, { name: '李某', telephone: '13985005555' });
    expect(await checkIn('13985005555')).toBe('whose-needed');
  });

  it('[A3] a number that is neither a code nor a telephone is refused as one', async () => {
    for (const typed of ['123', '123456789', '12a4']) expect(await checkIn(typed)).toBe('input-invalid');
  });
});
