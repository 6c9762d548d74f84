import { afterEach, beforeEach, expect, it } from 'vitest';
import { ImportedMatter } from '../../../schema/catalogue/import.ts';
import type { Letter, MatterId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
let admin: Client;
beforeEach(async () => {
  hall = await startTestHall();
  admin = await hall.clerk('admin');
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const catalogue = async () => (await admin.catalogue({})).matters;
const row = (id: string, name: string, more: Partial<ImportedMatter> = {}): ImportedMatter => ({
  ...{ id: id as MatterId, letter: 'A' as Letter, aliases: [], kind: 'general', department: '民政局', fee: '免费' },
  names: { 'zh-Hans': name, 'zh-Hant': name, en: name },
  ...{ limitDays: 20, limitUnit: 'working', typicalMinutes: 10, basis: '条例' },
  materials: [{ 'zh-Hans': '户口簿', 'zh-Hant': '戶口簿' }],
  ...more,
});

it('[L1] a file is looked at row by row, and read in at once or not at all', async () => {
  const before = await catalogue();
  const rows = [
    row('X-1', '社区食堂登记'),
    row('X-2', '社区食堂登记'),
    row('X-1', '另一件事'),
    row('X-3', '第三件事', { letter: 'Z' as Letter }),
  ];
  expect(await admin.administration.previewImport({ matters: rows })).toMatchObject([
    { is: 'new', refused: null },
    { is: 'refused', refused: 'matter-twice' },
    { is: 'refused', refused: 'code-twice' },
    { is: 'refused', refused: 'group-unknown' },
  ]);
  expect(await refusalCode(admin.administration.importMatters({ ...wish(), matters: rows }))).toBe('import-refused');
  expect(await catalogue()).toEqual(before);
  const boss = await hall.clerk('boss');
  expect(await refusalCode(boss.administration.previewImport({ matters: rows }))).toBe('not-allowed');
});

it('[L1] [C7] what is known by its code is edited, its materials are known by their text, and the rest stays', async () => {
  const one = row('X-1', '社区食堂登记');
  await admin.administration.importMatters({ ...wish(), matters: [one] });
  const matterId = one.id;
  const [{ id: kept } = { id: '' }] = (await catalogue()).find(({ id }) => id === matterId)!.materials;
  await admin.administration.termsOfMatter({ ...wish(), matterId, promisedDays: 5, mayFollow: [kept] });
  await admin.administration.standingOfMatter({ ...wish(), matterId, standing: { approval: null, entrustment: null } });
  await admin.administration.offerMatter({ ...wish(), matterId, offered: true });
  const photo = { 'zh-Hans': '照片', 'zh-Hant': '照片' };
  const changed = { ...one, fee: '5 元', materials: [photo, ...one.materials] };
  expect(await admin.administration.previewImport({ matters: [changed, row('X-2', '新的一件')] })).toMatchObject([
    {
      is: 'changed',
      changes: [{ field: 'materials' }, { field: 'fee', from: { 'zh-Hans': '免费' }, to: { 'zh-Hans': '5 元' } }],
    },
    { is: 'new' },
  ]);
  const { saved } = await admin.administration.importMatters({ ...wish(), matters: [changed, row('X-2', '新的一件')] });
  expect(saved).toBe(2);
  const [first, second] = (await catalogue()).filter(({ id }) => id.startsWith('X-'));
  expect(first).toMatchObject({ offered: true, promisedDays: 5, fee: { 'zh-Hans': '5 元' } });
  expect(first!.materials).toEqual([
    { id: 'X-1.2', ...photo },
    { id: kept, 'zh-Hans': '户口簿', 'zh-Hant': '戶口簿', mayFollow: true },
  ]);
  expect(second).toMatchObject({ offered: false, evidence: 'hall' });
  // Read in again as it is, nothing happens.
  const head = hall.system.store.ledger.head();
  expect(await admin.administration.importMatters({ ...wish(), matters: [changed] })).toEqual({ saved: 0 });
  expect((await admin.history({ kind: 'matter' })).entries[0]!.seq).toBeLessThanOrEqual(head);
});

it('[L1] [C7] a file gives a material the id that it had, and none that meant another one', async () => {
  const id = (n: number) => `X-1.${n}`;
  const papers = (...all: [id: string | undefined, text: string][]) =>
    all.map(([id, text]) => ({ ...(id ? { id } : {}), 'zh-Hans': text, 'zh-Hant': text }));
  const now = async () =>
    (await catalogue()).find((one) => one.id === 'X-1')!.materials.map((one) => [one.id, one['zh-Hans']]);
  const importOf = async (materials: ReturnType<typeof papers>) => {
    const matters = [row('X-1', '社区食堂登记', { materials })];
    const [preview] = await admin.administration.previewImport({ matters });
    await admin.administration.importMatters({ ...wish(), matters });
    return preview!.is;
  };
  expect(await importOf(papers([id(2), '户口簿'], [id(5), '照片'], [undefined, '证明']))).toBe('new');
  expect(await now()).toEqual([
    [id(2), '户口簿'],
    [id(5), '照片'],
    [id(1), '证明'],
  ]);
  // A text that is put right, another order, and an older file, which knows each by its text.
  expect(await importOf(papers([id(5), '近期照片'], [undefined, '户口簿'], [id(1), '证明']))).toBe('changed');
  expect(await now()).toEqual([
    [id(5), '近期照片'],
    [id(2), '户口簿'],
    [id(1), '证明'],
  ]);
  // What was taken away leaves an id that means nothing else again; one of another matter means nothing here.
  await importOf(papers([id(5), '近期照片']));
  await importOf(papers([id(5), '近期照片'], [id(2), '房产证'], ['A-1.7', '婚姻证明']));
  expect(await now()).toEqual([
    [id(5), '近期照片'],
    [id(3), '房产证'],
    [id(4), '婚姻证明'],
  ]);
  const twice = [row('X-1', '社区食堂登记', { materials: papers([id(5), '照片'], [id(5), '照片']) })];
  await expect(admin.administration.previewImport({ matters: twice })).rejects.toThrow();
});

it('[L1] [L2] a file says what is offered: row by row before it is read in, and what stands on nothing is not', async () => {
  const [first] = await catalogue();
  const held = { ...row('X-1', '社区食堂登记'), standing: { approval: null, entrustment: null }, offered: true };
  const stands = { ...row('X-2', '代办证照'), kind: 'entrusted' as const, offered: true };
  const { id: _, ...facts } = ImportedMatter.parse(first);
  const out = { ...facts, id: first!.id, offered: false };
  const matters = [held, stands, out, row('X-3', '没有写明的一件')];
  expect(await admin.administration.previewImport({ matters })).toMatchObject([
    { is: 'new', leaves: false },
    { is: 'new', leaves: true },
    { is: 'changed', changes: [{ field: 'offered', from: true, to: false }], leaves: false },
    { is: 'new', leaves: false },
  ]);
  await admin.administration.importMatters({ ...wish(), matters });
  const offered = new Map((await catalogue()).map((one) => [one.id as string, one.offered]));
  expect(['X-1', 'X-2', first!.id, 'X-3'].map((id) => offered.get(id))).toEqual([true, false, false, false]);
  // An older file does not say it: it stays.
  await admin.administration.importMatters({ ...wish(), matters: [{ ...row('X-1', '社区食堂登记'), fee: '5 元' }] });
  expect((await catalogue()).find(({ id }) => id === 'X-1')).toMatchObject({
    offered: true,
    fee: { 'zh-Hans': '5 元' },
  });
});

it('[L1] [A3] a file of hundreds of matters is taken, and another wish of that size is not', async () => {
  const texts = Array.from({ length: 10 }, (_, n) => ({
    'zh-Hans': `材料 ${n}`.padEnd(20, '件'),
    'zh-Hant': `材料 ${n}`,
  }));
  const rows = Array.from({ length: 400 }, (_, n) => row(`X-${n}`, `事项第 ${n} 号`, { materials: texts }));
  expect(Buffer.byteLength(JSON.stringify(rows))).toBeGreaterThan(400_000);
  expect(await admin.administration.importMatters({ ...wish(), matters: rows })).toEqual({ saved: 400 });
  const aliases = ['长'.repeat(100_000)];
  await expect(admin.administration.nameMatter({ ...wish(), matterId: 'X-1' as MatterId, aliases })).rejects.toThrow();
});

it('[L1] [C9] [P1] a file sets promise, bases and retention, an empty basis is none, and what it does not say stays', async () => {
  const set = { promisedDays: 10, applicantBasis: '办法第八条', publicNoticeBasis: '', retentionDays: 365 };
  await admin.administration.importMatters({
    ...wish(),
    matters: [row('X-1', '社区食堂登记', { ...set, identity: 'match' })],
  });
  const said = { promisedDays: 10, applicantBasis: '办法第八条', publicNoticeBasis: null, retentionDays: 365 };
  const now = async () => (await catalogue()).find(({ id }) => id === 'X-1');
  expect(await now()).toMatchObject({ ...said, identity: 'match' });
  await admin.administration.importMatters({ ...wish(), matters: [row('X-1', '社区食堂登记', { fee: '5 元' })] });
  expect(await now()).toMatchObject({ ...said, identity: 'match' });
  await admin.administration.importMatters({
    ...wish(),
    matters: [row('X-1', '社区食堂登记', { applicantBasis: '' })],
  });
  expect(await now()).toMatchObject({ applicantBasis: null, retentionDays: 365 });
});

it('[L1] two matters of a file give each other their names', async () => {
  const [first, second] = [row('X-1', '甲事项'), row('X-2', '乙事项')];
  await admin.administration.importMatters({ ...wish(), matters: [first, second] });
  const swapped = [row('X-1', '乙事项'), row('X-2', '甲事项')];
  expect(await admin.administration.importMatters({ ...wish(), matters: swapped })).toEqual({ saved: 2 });
  expect((await catalogue()).filter(({ id }) => id.startsWith('X-')).map(({ names }) => names.en)).toEqual([
    '乙事项',
    '甲事项',
  ]);
});

it('[L2] an offered matter that a file makes an entrusted one without its letter leaves kiosk and booking, and the preview says so', async () => {
  const one = row('X-1', '社区食堂登记');
  const matterId = one.id;
  await admin.administration.importMatters({ ...wish(), matters: [one] });
  await admin.administration.standingOfMatter({ ...wish(), matterId, standing: { approval: null, entrustment: null } });
  await admin.administration.offerMatter({ ...wish(), matterId, offered: true });
  const entrusted = { ...one, kind: 'entrusted' as const };
  expect(await admin.administration.previewImport({ matters: [entrusted] })).toMatchObject([
    { is: 'changed', leaves: true },
  ]);
  await admin.administration.importMatters({ ...wish(), matters: [entrusted] });
  expect((await catalogue()).find(({ id }) => id === matterId)!.offered).toBe(false);
});

it('[L1] [L2] [C11] a file sets A and B by account and on what a matter stands, old and new are shown, what it does not say stays, and its period ends by itself', async () => {
  const standing = {
    approval: null,
    entrustment: {
      letterNo: '委 5 号',
      department: '区民政局',
      from: '2026-11-01',
      until: '2026-11-24',
      funding: '区',
    },
  };
  const one = row('X-1', '社区食堂登记', { kind: 'entrusted' });
  const matterId = one.id;
  await admin.administration.importMatters({ ...wish(), matters: [one] });
  const whole = { ...one, standing, accountA: 'one', accountB: 'Two' };
  const clerks = await admin.administration.clerks({});
  const idOf = (account: string) => clerks.find((clerk) => clerk.account === account)!.id;
  const [told] = await admin.administration.previewImport({ matters: [whole] });
  expect(told!.changes).toMatchObject([
    { field: 'standing', to: standing },
    { field: 'clerkA', from: null, to: idOf('one') },
    { field: 'clerkB', from: null, to: idOf('two') },
  ]);
  await admin.administration.importMatters({ ...wish(), matters: [whole] });
  await admin.administration.offerMatter({ ...wish(), matterId, offered: true });
  const now = async () => (await admin.catalogue({})).matters.find(({ id }) => id === matterId)!;
  expect(await now()).toMatchObject({ standing, clerkA: idOf('one'), clerkB: idOf('two'), offered: true });
  // A file that says neither leaves both; one that says nobody takes the clerk away.
  await admin.administration.importMatters({ ...wish(), matters: [{ ...one, fee: '5 元', standing: null }] });
  expect(await now()).toMatchObject({ standing, clerkA: idOf('one'), offered: true });
  await admin.administration.importMatters({ ...wish(), matters: [{ ...one, fee: '5 元', accountB: null }] });
  expect(await now()).toMatchObject({ clerkA: idOf('one'), clerkB: null });
  await hall.clock.advance(2 * 86_400_000);
  admin = await hall.clerk('admin');
  expect((await now()).offered).toBe(false);
});
