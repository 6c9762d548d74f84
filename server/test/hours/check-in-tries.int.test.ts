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
const checkIn = (code: string, at: Client = kiosk) =>
  refusalCode(at.appointments.checkIn({ ...wish(), code, printing: false }));

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

  it('[H8] [S2] codes and full numbers are not guessed either: after twenty wrong ones a kiosk rests, a counter does not', async () => {
    const code = await booked(0);
    const clerk = await hall.clerk('one');
    for (let n = 0; n < 20; n++) expect(await checkIn(`90000${n}`.slice(-6))).toBe('appointment-unknown');
    expect(await checkIn(code)).toBe('too-many-tries');
    expect(await checkIn(code, clerk)).toBe('accepted');
  });

  it('[H8] the full number checks in one person’s next appointment, and nobody where several people share it', async () => {
    await booked(0);
    await booked(1);
    for (const typed of ['139 8500 1234', '１３９８５００１２３４']) expect(await checkIn(typed)).toBe('accepted');
    expect(await checkIn('13985009999')).toBe('appointment-unknown');
    await booked(2, { name: '王某', telephone: '13985005555' });
    await booked(3, { name: '李某', telephone: '13985005555' });
    expect(await checkIn('13985005555')).toBe('code-ambiguous');
  });

  it('[A3] a number that is neither a code nor a telephone is refused as one', async () => {
    for (const typed of ['123', '123456789', '12a4']) expect(await checkIn(typed)).toBe('input-invalid');
  });
});
