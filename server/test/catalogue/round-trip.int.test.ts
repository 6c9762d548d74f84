import { expect, test } from 'vitest';
import { csvOf } from '../../../counter-ui/hall/table-file.ts';
import { asFiled, matterTable } from '../../../counter-ui/house/matters/files/matter-table.ts';
import { carriedPictures, keepPictures, withPictures } from '../../../counter-ui/house/matters/files/pictures.ts';
import { readMatters } from '../../../counter-ui/house/matters/files/read-file.ts';
import { speak } from '../../../counter-ui/words/speak.ts';
import { MatterDraft } from '../../../schema/catalogue/catalogue.ts';
import { ImportedMatter } from '../../../schema/catalogue/import.ts';
import { newRequestId } from '../../../web/client.ts';
import { sampleHall } from '../../demo/sample/sample-hall.ts';
import { refusalCode, startTestHall } from '../harness.ts';
import { csvFile, labels, readAgain, sheetOf, whole } from './matter-files.ts';

/** One grey point, and one lighter. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
const OTHER = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGO4AAAA0gDR29kOtwAAAABJRU5ErkJggg==';
const wish = () => ({ requestId: newRequestId() });
const say = speak('zh-Hans');
/** What a file holds of a matter; what nobody has said is nothing. */
const written = (matters: readonly unknown[]) =>
  JSON.stringify(
    matters.map((one) => {
      const { conditions = null, channels = null, counters = null, materials, ...matter } = ImportedMatter.parse(one);
      const { domain = null, place = null, extensionDays = null, pauses = null, acceptance = null } = matter;
      const { promisedDays = null, standing = null, accountA = null, accountB = null } = matter;
      const said = materials.map(
        ({ en = '', form = null, count = null, whereFrom = null, mayFollow = false, picture: _, ...texts }) => ({
          ...texts,
          ...{ en, form, count, whereFrom, mayFollow },
        }),
      );
      const facts = { conditions, channels, counters, domain, place, extensionDays, pauses, acceptance, promisedDays };
      const set = { standing, accountA, accountB };
      return Object.entries({ ...matter, ...facts, ...set, materials: said }).sort();
    }),
  );

/** As the export writes it; of JSON what an import reads of it. */
const FORMATS: [keyof typeof readAgain, (...of: Parameters<typeof csvFile>) => unknown][] = [
  ['CSV', csvFile],
  ['XLSX', sheetOf],
  ['JSON', (...of) => written(asFiled(...of))],
];

test.each(FORMATS)(
  '[L1] [L3] a catalogue that is taken out and read into an empty hall is taken out again as it was, as %s',
  async (format, export_) => {
    const read = readAgain[format];
    const sample = sampleHall('2026-11-16');
    const from = await startTestHall({ data: sample });
    const [empty] = sample.matters;
    const to = await startTestHall({ data: { ...sample, matters: [empty!] } });
    const [admin, other] = [await from.clerk('administrator'), await to.clerk('administrator')];
    // One with everything that a matter may say, and signs that a file means otherwise.
    const { id: _id, ...first } = ImportedMatter.parse((await admin.catalogue({})).matters[0]);
    await admin.administration.importMatters({
      ...wish(),
      matters: [
        {
          ...first,
          id: 'Z-1' as never,
          names: { 'zh-Hans': '示例|一\\二', 'zh-Hant': '示例', en: '=1+1, "so"' },
          conditions: { 'zh-Hans': '一行\n两行 | 三', 'zh-Hant': '', en: '' },
          channels: ['web', 'counter'],
          kind: 'utility',
          domain: 'tax',
          place: { 'zh-Hans': '三楼 | 东侧', 'zh-Hant': '', en: 'Third floor' },
          extensionDays: 0,
          ...{ limitDays: 60, limitUnit: 'calendar', promisedDays: 30, acceptance: { days: 15, unit: 'calendar' } },
          ...{ applicantBasis: '办法第三条', publicNoticeBasis: null, identity: 'kept', retentionDays: 365 },
          department: { 'zh-Hans': '民政 | 老龄', 'zh-Hant': '', en: 'Civil affairs' },
          fee: '免费',
          basis: { 'zh-Hans': '办法\n第八条', 'zh-Hant': '', en: '' },
          pauses: [
            { kind: 'hearing', basis: '办法 | 第八条', counts: false },
            { kind: 'public-notice', basis: '办法第九条', counts: true },
          ],
          standing: {
            approval: { no: '花府批 | 3 号', on: '2026-03-01' },
            entrustment: {
              ...{ letterNo: '=5', department: '民政局', from: '2026-01-01', until: '2027-12-31', funding: '按件' },
            },
          },
          ...{ accountA: 'wangfang', accountB: 'liuyang' },
          counters: labels.map(({ id }) => id).slice(0, 1) as never,
          materials: [
            { 'zh-Hans': '照片 | 近期', 'zh-Hant': '', en: 'a\\nb', form: 'original', count: 20, mayFollow: true },
            { 'zh-Hans': '-', 'zh-Hant': '-', whereFrom: { 'zh-Hans': '派出所', 'zh-Hant': '', en: 'Police' } },
          ],
        },
      ],
    });
    // Offered, and with ids that no list counts anew.
    await admin.administration.offerMatter({ ...wish(), matterId: 'Z-1' as never, offered: true });
    const listed = async () => (await admin.catalogue({})).matters.find(({ id }) => id === 'Z-1')!;
    const { materials: two, ...z } = await listed();
    const added = { 'zh-Hans': '后加的一份 #Z-1.9', 'zh-Hant': '' };
    const draft = MatterDraft.parse({ ...z, materials: [two[1], added] });
    await admin.administration.saveMatter({ ...wish(), matter: draft });
    expect((await listed()).materials.map(({ id }) => id)).toEqual(['Z-1.2', 'Z-1.3']);
    await admin.administration.offerMatter({ ...wish(), matterId: sample.matters[2]!.id, offered: false });
    const before = (await admin.catalogue({})).matters;
    // Of two halls no clerk has the same id.
    const [here, there] = await Promise.all([admin, other].map((one) => one.administration.clerks({})));
    const matters = await read(before, here!);
    expect(matters).toHaveLength(63);
    await other.administration.importMatters({ ...wish(), matters });
    const after = (await other.catalogue({})).matters;
    expect(await export_(after, there!)).toEqual(await export_(before, here!));
    expect(written(asFiled(after, there!))).toBe(written(asFiled(before, here!)));
    expect(after.find(({ id }) => id === 'Z-1')).toMatchObject({
      offered: true,
      materials: [{ id: 'Z-1.2' }, { id: 'Z-1.3' }],
      clerkA: there!.find((one) => one.account === 'wangfang')!.id,
    });
    expect(after.filter(({ offered }) => !offered).map(({ id }) => id)).toEqual([sample.matters[2]!.id]);
    // Read in again, nothing is otherwise.
    const again = await other.administration.previewImport({ matters: await read(after, there!) });
    expect(new Set(again.map(({ is }) => is))).toEqual(new Set(['same']));
    await Promise.all([from.stop(), to.stop()]);
  },
);

test('[L1] [L3] JSON takes pictures of samples along; a table keeps those of materials whose id or text stays, and says what goes', async () => {
  const sample = sampleHall('2026-11-16');
  const [from, to] = await Promise.all([
    startTestHall({ data: sample }),
    startTestHall({ data: { ...sample, matters: sample.matters.slice(0, 1) } }),
  ]);
  const [admin, other] = [await from.clerk('administrator'), await to.clerk('administrator')];
  const [first] = (await admin.catalogue({})).matters;
  const [one, two] = first!.materials;
  const set = { matterId: first!.id, bytes: PNG };
  await admin.administration.pictureOfMaterial({ ...wish(), ...set, materialId: one!.id });
  await admin.administration.pictureOfMaterial({ ...wish(), ...set, materialId: two!.id });
  const taken = async (hall: typeof from, client: typeof admin) =>
    withPictures((await client.catalogue({})).matters, (path) => fetch(hall.origin + path));
  const file = (matters: unknown) => new File([JSON.stringify(matters)], 'a.json');
  const read = async (matters: unknown) =>
    (await readMatters(file(matters)))!.flatMap((row) => ('matter' in row ? [row] : []));
  const keep = (bytes: string) => other.administration.keepPicture({ ...wish(), bytes });

  const before = await taken(from, admin);
  const matters = await keepPictures(await read(before), keep);
  await other.administration.importMatters({ ...wish(), matters });
  const after = await taken(to, other);
  const samples = (all: unknown[]) => all.map((each) => carriedPictures(each));
  expect(samples(after)).toEqual(samples(before));
  expect(samples(after)[0]!.slice(0, 2)).toEqual([PNG, PNG]);
  const again = await other.administration.previewImport({ matters: await keepPictures(await read(after), keep) });
  expect(new Set(again.map(({ is }) => is))).toEqual(new Set(['same']));

  // A table says nothing of pictures: they stay with their material, and one goes with it.
  const [kept] = (await other.catalogue({})).matters.filter(({ id }) => id === first!.id);
  const changed = {
    ...kept!,
    materials: kept!.materials.map((each, n) => (n === 0 ? { ...each, 'zh-Hans': '别的材料' } : each)),
  };
  const csv = csvOf(matterTable(say, [changed], labels, []));
  const tableOf = async (text: string) => whole(await readMatters(new File([text], 'a.csv'), labels));
  // A text that is put right keeps its id, and what it looks like.
  expect(await other.administration.previewImport({ matters: await tableOf(csv) })).toMatchObject([
    { is: 'changed', losesPictures: 0 },
  ]);
  const table = await tableOf(csv.replace(` | #${one!.id}`, ''));
  expect(await other.administration.previewImport({ matters: table })).toMatchObject([
    { is: 'changed', losesPictures: 1 },
  ]);
  await other.administration.importMatters({ ...wish(), matters: table });
  const [now] = (await other.catalogue({})).matters.filter(({ id }) => id === first!.id);
  expect(now!.materials.map(({ picture }) => picture !== undefined).slice(0, 2)).toEqual([false, true]);
  await Promise.all([from.stop(), to.stop()]);
});

test('[L3] [A3] a picture of a file is looked at as one that is uploaded, and a matter that names one that has not come is refused', async () => {
  const hall = await startTestHall();
  const admin = await hall.clerk('admin');
  const bytes = Buffer.from('<svg/>').toString('base64');
  expect(await refusalCode(admin.administration.keepPicture({ ...wish(), bytes }))).toBe('picture-unknown');
  const large = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(1_100_000)]).toString('base64');
  expect(await refusalCode(admin.administration.keepPicture({ ...wish(), bytes: large }))).toBe('picture-too-large');
  const { id: _, ...first } = ImportedMatter.parse((await admin.catalogue({})).matters[0]);
  const named = (picture: string) => [
    { ...first, id: 'A-1' as never, materials: first.materials.map((one) => ({ ...one, picture })) },
  ];
  expect(await admin.administration.previewImport({ matters: named('0'.repeat(64)) })).toMatchObject([
    { is: 'refused', refused: 'picture-missing' },
  ]);
  const { picture } = await admin.administration.keepPicture({ ...wish(), bytes: PNG });
  await admin.administration.importMatters({ ...wish(), matters: named(picture) });
  // What no matter names is no longer kept with the next file.
  const other = (await admin.administration.keepPicture({ ...wish(), bytes: OTHER })).picture;
  await admin.administration.importMatters({ ...wish(), matters: named(picture) });
  const found = async (id: string) => (await fetch(`${hall.origin}/pictures/${id}`)).status;
  expect([await found(picture), await found(other)]).toEqual([200, 404]);
  expect(await readMatters(new File(['[{"materials":[{"pictureBytes":"%%%"}]}]'], 'a.json'))).toMatchObject([
    { fields: expect.arrayContaining(['materials']) },
  ]);
  await hall.stop();
});
