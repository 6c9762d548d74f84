import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedMatter } from '../../../schema/catalogue/import.ts';
import type { MatterId } from '../../../schema/ids.ts';
import { CLOCK } from '../../../schema/who.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { matterStream } from '../../catalogue/stream.ts';
import { matters } from '../../catalogue/tables/matters.ts';
import { startTestHall, type TestHall } from '../harness.ts';
import { readAgain } from './matter-files.ts';

let hall: TestHall;
let admin: Client;
const id = 'A-1' as MatterId;
const wish = () => ({ requestId: newRequestId() });
const ENTRUSTMENT = { letterNo: '花民委〔2026〕5 号', department: '区民政局', funding: '按件 20 元' };
const ENTRUSTED = { approval: null, entrustment: { ...ENTRUSTMENT, from: '2026-11-01', until: '2026-12-31' } };

beforeEach(async () => {
  hall = await startTestHall();
  admin = await hall.clerk('admin');
  // An older program offers it without its letter.
  await hall.system.hall.commit({ command: 'change-matter', requestId: null, actor: CLOCK }, (tx) => {
    tx.run(matterStream, id, () => [{ type: 'matter-changed' as const, kind: 'entrusted' as const, standing: null }]);
    return {};
  });
});
afterEach(() => hall.stop());

const now = async () => (await admin.catalogue({})).matters.find((one) => one.id === id)!;
const heldBack = () => hall.system.hall.read(matters).heldBack();
const read = (rows: ImportedMatter[]) => admin.administration.importMatters({ ...wish(), matters: rows });

describe.each(Object.entries(readAgain))('%s', (_, again) => {
  const taken = async () => {
    const accounts = await admin.administration.clerks({});
    const { offered: _, ...row } = (await again([await now()], accounts))[0]!;
    return { row, asTaken: await again([await now()], accounts) };
  };

  it('[L1] [L2] a file that is taken out while a matter is held back changes nothing, and brings it back with its entrustment', async () => {
    const { row, asTaken } = await taken();
    expect(asTaken.map(({ offered }) => offered)).toEqual([undefined]);
    expect(await admin.administration.previewImport({ matters: asTaken })).toMatchObject([{ is: 'same' }]);
    await read([{ ...row, fee: '5 元' }]);
    expect(heldBack()).toHaveLength(1);
    await read([{ ...row, standing: ENTRUSTED }]);
    expect(heldBack()).toEqual([]);
    expect((await now()).offered).toBe(true);
    // Once it is back, the older file of that time does not take it away.
    await read(asTaken);
    expect((await now()).offered).toBe(true);
  });

  it('[L1] [L2] a file switches off a matter that is held back: its entrustment does not bring it back', async () => {
    const { row } = await taken();
    const off = [{ ...row, offered: false }];
    expect(await admin.administration.previewImport({ matters: off })).toMatchObject([
      { is: 'changed', changes: [{ field: 'offered', from: true, to: false }] },
    ]);
    await read(off);
    expect(heldBack()).toEqual([]);
    const after = await taken();
    expect(after.asTaken.map(({ offered }) => offered)).toEqual([false]);
    await admin.administration.standingOfMatter({ ...wish(), matterId: id, standing: ENTRUSTED });
    expect((await now()).offered).toBe(false);
  });

  it('[L1] [L2] a file that offers a matter that is held back lets it wait', async () => {
    const { row } = await taken();
    await read([{ ...row, offered: true, fee: '5 元' }]);
    expect(heldBack().map((one) => one.fee['zh-Hans'])).toEqual(['5 元']);
  });
});
