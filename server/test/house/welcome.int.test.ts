import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '../../../schema/ids.ts';
import { isRefusal } from '../../../schema/refusal.ts';
import { CLOCK, RESIDENT } from '../../../schema/who.ts';
import { openFolder } from '../../hall-folder.ts';
import { movedByHand } from '../../ledger/clock.ts';
import { HALL_FILE } from '../../ledger/file/data-dir.ts';
import type { Hall } from '../../ledger/hall.ts';
import { openStore } from '../../ledger/store.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { setUpHall, type Welcome } from '../../set-up.ts';
import { openHall, ROUTES } from '../../subjects.ts';
import { welcome } from '../../welcome.ts';
import { testHallData } from '../test-data.ts';

const HOUR = 3_600_000;
const NOBODY = { actor: RESIDENT, secret: null };
const BY_CLOCK = { actor: CLOCK, secret: null };
const signIn = (account: string, password: string) => ROUTES.session.signIn(hall, NOBODY, { account, password });
const enrolDevice = (code: string) => ROUTES.devices.enrol(hall, NOBODY, { code });
let dir: string;
let nowMs: number;
let first: Welcome;
let hall: Hall;
let close = () => {};
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-welcome-'));
  nowMs = Date.parse('2026-11-23T01:00:00.000Z');
  open();
  first = await setUpHall(hall, testHallData(), { sample: true, password: null });
});
afterEach(() => {
  close();
  rmSync(dir, { recursive: true, force: true });
});

function open(): void {
  close();
  const { store, release } = openFolder(dir);
  hall = openHall(store, { readings: movedByHand(() => nowMs) });
  close = () => {
    close = () => {};
    store.close();
    release();
  };
}

const passwordsOf = ({ passwords }: Welcome) => Object.fromEntries(passwords.map((one) => [one.account, one.password]));
const codeOf = ({ devices }: Welcome, kind: string) =>
  devices.find(({ device }) => device.kind === kind)?.url.split('code=')[1] ?? '';
const change = (account: string, more: { active?: boolean; newPassword?: boolean }) => {
  const { id, name, role, mayPick } = hall.read(clerks).byAccount(account)!;
  const clerk = { id, account, name, role, mayPick, active: more.active ?? true };
  const requestId = `request-${account}` as RequestId;
  return ROUTES.administration.saveClerk(hall, BY_CLOCK, { requestId, clerk, newPassword: more.newPassword ?? false });
};

describe('the welcome', () => {
  it('the welcome is the same at ten starts, each link and password as it was handed out', async () => {
    expect(first.passwords.length).toBeGreaterThan(2);
    for (let n = 0; n < 10; n++) {
      open();
      const again = await welcome(hall);
      expect(passwordsOf(again)).toEqual(passwordsOf(first));
      expect(['kiosk', 'display'].map((kind) => codeOf(again, kind))).toEqual([
        codeOf(first, 'kiosk'),
        codeOf(first, 'display'),
      ]);
    }
  });

  it('the welcome leaves out who signed in, also before another password was set', async () => {
    const { account, password } = first.passwords[0]!;
    expect(isRefusal(await signIn(account, `${password}x`))).toBe(true);
    expect(passwordsOf(await welcome(hall))).toHaveProperty(account);
    expect(isRefusal(await signIn(account, password))).toBe(false);
    expect(passwordsOf(await welcome(hall))).not.toHaveProperty(account);
    // Nothing was changed for whoever is in.
    expect(isRefusal(await signIn(account, password))).toBe(false);
  });

  it('the welcome leaves out who was given another password, and who is not active', async () => {
    const [one, two, three] = first.passwords.filter(({ role }) => role === 'clerk').map(({ account }) => account);
    await change(one!, { newPassword: true });
    await change(two!, { active: false });
    const left = Object.keys(passwordsOf(await welcome(hall)));
    expect(left).not.toContain(one);
    expect(left).not.toContain(two);
    expect(left).toContain(three);
  });

  it('the welcome leaves out a device that was enrolled, and one that was revoked', async () => {
    await enrolDevice(codeOf(first, 'kiosk'));
    expect((await welcome(hall)).devices.map(({ device }) => device.kind)).toEqual(['display']);
    const { device } = first.devices.find((one) => one.device.kind === 'display')!;
    await ROUTES.devices.revoke(hall, BY_CLOCK, { requestId: 'request-revoke' as RequestId, deviceId: device.id });
    expect((await welcome(hall)).devices).toEqual([]);
  });

  it('the welcome makes a code good again whose day is over', async () => {
    nowMs += 30 * HOUR;
    expect(isRefusal(await enrolDevice(codeOf(first, 'kiosk')))).toBe(true);
    await welcome(hall);
    expect(isRefusal(await enrolDevice(codeOf(first, 'kiosk')))).toBe(false);
  });

  it('the welcome is nowhere in the folder in clear, and is unreadable with other keys', async () => {
    close();
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.startsWith('hall.db'));
    const bytes = files.map((file) => readFileSync(join(dir, file)).toString('latin1')).join('');
    for (const secret of [...Object.values(passwordsOf(first)), codeOf(first, 'kiosk'), codeOf(first, 'display')])
      expect(bytes).not.toContain(secret);
    const other = { seal: Buffer.alloc(32, 7), index: Buffer.alloc(32, 7) };
    const store = openStore(join(dir, HALL_FILE), other);
    expect(await welcome(openHall(store))).toEqual({ passwords: [], devices: [] });
    store.close();
  });

  it('the welcome says nothing of a real hall’s passwords: they are shown where they were made', async () => {
    close();
    rmSync(dir, { recursive: true });
    open();
    await setUpHall(hall, testHallData(), { sample: false, password: null });
    const { passwords, devices } = await welcome(hall);
    expect([passwords.length, devices.length]).toEqual([0, 2]);
  });
});
