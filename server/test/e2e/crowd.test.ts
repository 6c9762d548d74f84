import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { SETTINGS } from '../../../schema/settings.ts';
import { createClient, newRequestId } from '../../../web/client.ts';
import { type SampleTestHall, startSampleHall, textOf } from './screens.ts';

/** 特困人员救助供养申请, letter A. */
const MATTER = 'A11-MS-02' as MatterId;
const defaultOf = (key: string) => SETTINGS.find((one) => one.key === key)!.default as number;

let running: SampleTestHall;
beforeAll(async () => {
  running = await startSampleHall({ requestsPerSecond: 50 });
});
afterAll(async () => {
  await running.screens.close();
  await running.hall.stop();
});

/** Other phones hold as many times as bring on the proof of work. */
async function crowd(): Promise<void> {
  const { origin } = running.hall;
  const [most, each] = [defaultOf('proofAfterHolds'), defaultOf('holdsAtOnce')];
  for (let held = 0; held < most; held += each) {
    const page = await fetch(origin, { headers: { accept: 'text/html' } });
    const client = createClient(origin, { cookie: page.headers.getSetCookie()[0]!.split(';')[0]! });
    const free = (await client.appointments.slots({ matterId: MATTER })).filter((slot) => slot.free > 0);
    for (let n = 0; n < Math.min(each, most - held); n++)
      await client.appointments.hold({ requestId: newRequestId(), slotId: free[held + n]!.id, matterId: MATTER });
  }
}

describe('a phone in a crowd that books', () => {
  it('[H6] [S2] [A1] a phone in a crowd that books with a script does the work by itself and holds its time; without one it is told where to book', async () => {
    const { screens } = running;
    await crowd();
    const choose = async (script: boolean) => {
      const phone = await screens.phone(script);
      await phone.goto(`/book/${MATTER}`);
      await phone.locator('button[aria-label^="11月24日"][aria-label$="11:00"]').click();
      return phone;
    };
    const silent = await choose(false);
    const telephone = silent.locator('ul.ways a.telephone');
    expect(await textOf(silent.locator('[role=alert]'))).toContain('请到窗口或致电大厅预约');
    expect(await textOf(telephone)).toBe('0851-0000 1234');

    const phone = await choose(true);
    await phone.waitForURL(/\/a\/[\w-]{22,}$/);
    expect(await phone.locator('form.fields').count()).toBe(1);
    // Each was told once that there is work to do; the policy let the script do it.
    const expected = expect.stringMatching(/^phone: .*429.* \/book\//);
    expect(screens.complaints).toEqual([expected, expected]);
  });

  it('[H6] [S2] [A1] a phone in a crowd that books for one more person of a telephone does the work by itself and has the place; without a script it is told where to book', async () => {
    const { hall, screens } = running;
    const telephone = '13985001234';
    const clerk = await hall.clerk('liuyang');
    const free = (await clerk.appointments.slots({ matterId: MATTER })).filter((slot) => slot.free > 0);
    const wish = () => ({ requestId: newRequestId() });
    const heldBy = async (n: number) =>
      (await clerk.appointments.hold({ ...wish(), slotId: free.at(-1 - n)!.id, matterId: MATTER })).link;
    for (let n = 0; n < defaultOf('namesOfTelephone'); n++) {
      const booked = { ...wish(), link: await heldBy(n), name: `家人${n}`, telephone, language: 'zh-Hans' as const };
      await clerk.appointments.confirm(booked);
    }
    const confirm = async (script: boolean, n: number) => {
      const phone = await screens.phone(script);
      await phone.goto(`/a/${await heldBy(n)}`);
      await phone.fill('#telephone', telephone);
      await phone.fill('#name', `王${n}`);
      await phone.locator('form.fields button').click();
      return phone;
    };
    const silent = await confirm(false, 5);
    expect(await textOf(silent.locator('[role=alert]'))).toContain('请到窗口或致电大厅预约');
    expect(await silent.inputValue('#name')).toBe('王5');
    const phone = await confirm(true, 6);
    await phone.waitForSelector('section.code .huge');
    expect(screens.complaints.slice(2)).toEqual(Array(2).fill(expect.stringMatching(/^phone: .*429.* \/a\//)));
  });
});
