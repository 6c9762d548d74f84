import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { Settings } from '../../../schema/settings.ts';
import { newRequestId } from '../../../web/client.ts';
import { hallRecord } from '../../hall/tables/hall-record.ts';
import { openFolder } from '../../hall-folder.ts';
import { onceTokens } from '../../people/tables/once-tokens.ts';
import { firstAdministratorLink, setUpEmpty } from '../../set-up.ts';
import { resetPassword } from '../../shell/reset-password.ts';
import { setUp } from '../../shell/set-up.ts';
import type { Command } from '../../shell/terminal.ts';
import { openHall } from '../../subjects.ts';
import { refusalCode, signInAt, startTestHall } from '../harness.ts';
import { recordingShell } from './shell-fixture.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shouwen-set-up-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function run(command: Command, ...args: string[]): Promise<string> {
  const shell = recordingShell(join(dir, 'data'));
  expect(await command.run(args, shell)).toBe(0);
  return shell.said.join('\n');
}
function written(data: unknown): string {
  const file = join(dir, 'hall.json');
  writeFileSync(file, typeof data === 'string' ? data : JSON.stringify(data));
  return file;
}

describe('hall set-up', () => {
  it('hall set-up makes a hall that works from its own example, once, and a lost password new', async () => {
    const said = await run(setUp, written(await run(setUp, '--example')));
    const [, password = ''] = /administrator +(\w{12})/.exec(said)!;
    await expect(run(setUp, join(dir, 'hall.json'))).rejects.toThrow('set up already');
    const [, renewed = ''] = /administrator +(\w{12})/.exec(await run(resetPassword, 'administrator'))!;
    await expect(run(resetPassword, 'nobody')).rejects.toThrow('no account nobody');
    const hall = await startTestHall({ dir: join(dir, 'data') });
    try {
      const { client } = await signInAt(hall.origin, '/session', { account: 'administrator', password: renewed });
      expect(await client.session.me()).toMatchObject({ role: 'administrator', mustChangePassword: true });
      const old = client.session.signIn({ account: 'administrator', password });
      expect(await refusalCode(old)).toBe('sign-in-failed');
      const { matters } = await client.catalogue();
      expect(matters).toHaveLength(62);
      expect(matters.every(({ spelling }) => spelling !== '')).toBe(true);
      const [code = ''] = said.match(/(?<=kiosk\/\?code=)\w+/) ?? [];
      expect(code).not.toBe('');
    } finally {
      await hall.stop();
    }
  });

  it('[A3] a file with a byte order mark is read; one that is not UTF-8 is refused before anything is written', async () => {
    const text = `\uFEFF${await run(setUp, '--example')}`;
    const file = join(dir, 'hall.json');
    // 大厅 in GB18030, in Big5 and in UTF-16, as editors of office PCs save it.
    for (const bytes of [
      Buffer.from('{"hall":"\xB4\xF3\xCC\xFC"}', 'latin1'),
      Buffer.from('{"hall":"\xA4\x6A\xC6\x55"}', 'latin1'),
      Buffer.from(`\uFEFF{"hall":"大厅"}`, 'utf16le'),
    ]) {
      writeFileSync(file, bytes);
      await expect(run(setUp, file)).rejects.toThrow(/hall.json is not UTF-8; save it again with the encoding UTF-8/);
      expect(readdirSync(dir)).toEqual(['hall.json']);
    }
    writeFileSync(file, text);
    expect(await run(setUp, file)).toContain('62 matters');
  });

  it('[A3] [L2] the set-up says in a sentence what is wrong with the file, and writes nothing', async () => {
    const example = JSON.parse(await run(setUp, '--example'));
    const refused = (data: unknown) => expect(run(setUp, written(data))).rejects;
    await refused('{').toThrow('is no JSON');
    await refused({ ...example, hall: { ...example.hall, timeZone: 'Moon' } }).toThrow('hall.timeZone: no time zone');
    await refused({ ...example, groups: example.groups.slice(1) }).toThrow('which is not there');
    await refused({ ...example, counters: [...example.counters, example.counters[0]] }).toThrow('is there twice');
    const [matter, ...others] = example.matters;
    const entrusted = (more: object) => ({
      ...example,
      matters: [{ ...matter, kind: 'entrusted', ...more }, ...others],
    });
    const entrustment = {
      letterNo: '委托书 1',
      department: '区民政局',
      from: '2020-01-01',
      until: '2020-12-31',
      funding: '区财政',
    };
    await refused(entrusted({ offered: true, standing: undefined })).toThrow(
      `matters.0.standing: matter ${matter.id} may not be offered: Say first on what this matter stands`,
    );
    await refused({ ...example, matters: [{ ...matter, standing: null, evidence: 'sourced' }, ...others] }).toThrow(
      'matters.0.standing',
    );
    const noLetter = { approval: null, entrustment: { ...entrustment, letterNo: ' ' } };
    await refused(entrusted({ offered: true, standing: noLetter })).toThrow('matters.0.standing.entrustment.letterNo');
    const noDate = { approval: { no: '花府批 1 号' }, entrustment: null };
    await refused(entrusted({ offered: true, standing: noDate })).toThrow('matters.0.standing.approval.on');
    await refused(entrusted({ offered: true, standing: { approval: null, entrustment: null } })).toThrow('its letter');
    await refused(entrusted({ offered: true, standing: { approval: null, entrustment } })).toThrow(
      'entrustment is over',
    );
    const [counter, clerk] = [example.counters[0], example.clerks[0]];
    const again = { ...counter, id: 'again', label: `0${counter.label}号` };
    await refused({ ...example, counters: [...example.counters, again] }).toThrow('is there twice');
    const alike = { ...clerk, account: clerk.account.toUpperCase() };
    await refused({ ...example, clerks: [...example.clerks, alike] }).toThrow('is there twice');
    await refused({ ...example, clerks: [{ ...clerk, name: ' ' }] }).toThrow('clerks.0.name: Enter a name');
    await refused({ ...example, clerks: [] }).toThrow('administrator');
    const settings = { ...example.settings, awayMs: 1 };
    await refused({ ...example, settings }).toThrow('settings.awayMs: has to be a whole number from 60000 to');
    const stops = { diskLowShare: 0.05, diskStopShare: 0.05 };
    await refused({ ...example, settings: stops }).toThrow(
      'settings: “Small disk, stop” has to be less than “Small disk, warning”',
    );
    await refused({ ...example, settings: { awayMinutes: 5 } }).toThrow('"awayMinutes"');
    await run(setUp, written(example));
  });

  it('hall set-up fills a hall that was only started; the first start’s link is over', async () => {
    const open = () => openFolder(join(dir, 'data'));
    const before = open();
    const empty = openHall(before.store);
    await setUpEmpty(empty);
    const link = await firstAdministratorLink(empty);
    before.store.close();
    before.release();
    await run(setUp, written(await run(setUp, '--example')));
    const { store, release } = open();
    expect(store.read(hallRecord).get().key).toBe('herun');
    expect(store.read(onceTokens).has(link!, 'first-administrator', new Date().toISOString())).toBe(false);
    expect(store.read(hallRecord).get().settings).toEqual(Settings.parse({}));
    store.close();
    release();
  });

  it('a setting of the file is the hall’s, and what is left out or at its default is not said', async () => {
    const example = JSON.parse(await run(setUp, '--example'));
    expect(example.settings).toEqual(Settings.parse({}));
    const settings = { ...example.settings, awayMs: 600_000 };
    await run(setUp, written({ ...example, settings }));
    const { store, release } = openFolder(join(dir, 'data'));
    expect(store.ledger.load('hall:hall')[0]!.event).toMatchObject({ settings: { awayMs: 600_000 } });
    expect(Object.keys((store.ledger.load('hall:hall')[0]!.event as unknown as { settings: object }).settings)).toEqual(
      ['awayMs'],
    );
    store.close();
    release();
  });

  it('hall set-up is refused for a hall that has worked', async () => {
    const hall = await startTestHall({ dir: join(dir, 'data') });
    const matterIds = ['A-1' as MatterId];
    await (await hall.kiosk()).tickets.issue({ requestId: newRequestId(), matterIds, care: false, printing: false });
    await hall.stop();
    await expect(run(setUp, written(await run(setUp, '--example')))).rejects.toThrow('given tickets already');
  });
});
