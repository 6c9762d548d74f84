import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Matter, MatterDraft } from '../../../schema/catalogue/catalogue.ts';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
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
const A1 = 'A-1' as MatterId;
const counterId = 'c1' as CounterId;
const matterOf = async (): Promise<Matter> => (await admin.catalogue({})).matters.find(({ id }) => id === A1)!;
const WHERE = { 'zh-Hans': '派出所', 'zh-Hant': '派出所', en: 'the police station' };
/** One grey point. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

async function draft(materials: MatterDraft['materials'], more: Partial<MatterDraft> = {}): Promise<MatterDraft> {
  const { id, letter, names, aliases, kind, limitDays, limitUnit, typicalMinutes, basis } = await matterOf();
  return {
    ...{ id, letter, names, aliases, kind, limitDays, limitUnit, typicalMinutes, basis, materials },
    ...{ department: '民政', fee: '免费' },
    ...more,
  };
}
const save = (matter: MatterDraft) => admin.administration.saveMatter({ ...wish(), matter });

it('[L3] a material keeps form, count, place and English name; what a draft leaves out stays, and null takes it away', async () => {
  const [first, second] = (await matterOf()).materials;
  const whole = { ...first!, en: 'Register', form: 'copy', count: 2, whereFrom: WHERE } as const;
  const conditions = { 'zh-Hans': '本社区居民', 'zh-Hant': '', en: '' };
  await save(await draft([whole, second!], { conditions, channels: ['counter', 'letter'] }));
  expect(await matterOf()).toMatchObject({ conditions, channels: ['counter', 'letter'] });
  expect((await matterOf()).materials).toEqual([whole, second]);
  const { id, 'zh-Hans': hans, 'zh-Hant': hant } = whole;
  await save(await draft([{ id, 'zh-Hans': hans, 'zh-Hant': hant }, second!]));
  expect((await matterOf()).materials[0]).toEqual(whole);
  expect((await matterOf()).conditions).toEqual(conditions);
  await save(await draft([{ ...whole, en: '', form: null, count: null, whereFrom: null }], { conditions: null }));
  expect((await matterOf()).materials).toEqual([{ id, 'zh-Hans': hans, 'zh-Hant': hant }]);
  expect((await matterOf()).conditions).toBeNull();
});

it('[L3] [C7] [A4] a notice prints form, count and the English name of the day on which it was given', async () => {
  const [first] = (await matterOf()).materials;
  const form = {
    ...first!,
    'zh-Hans': '户口簿',
    en: 'Household register',
    form: 'copy',
    count: 3,
    whereFrom: WHERE,
  } as const;
  await save(await draft([form]));
  const one = await hall.clerk('one');
  const { ticketId } = await one.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
  await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await one.cases.mine({}))[0]!;
  const conclusion = { kind: 'notice' as const, missing: [form.id], note: '' };
  const { paper } = await one.cases.conclude({ ...wish(), caseId, conclusion });
  await save(await draft([{ ...form, count: 1, form: 'original' }]));
  const read = async (language: string) => {
    const address = new URL(paper!, hall.origin);
    address.searchParams.set('lang', language);
    return (await fetch(address)).text();
  };
  expect(await read('zh-Hans')).toContain('户口簿（复印件，3 份） · 可在派出所取得');
  expect(await read('en')).toContain('Household register (copy, 3 needed)');
});

it('[L3] [S4] a picture of a sample is kept in the hall’s file, shown to everybody, and goes when it is taken away', async () => {
  const [first] = (await matterOf()).materials;
  const set = { matterId: A1, materialId: first!.id };
  await admin.administration.pictureOfMaterial({ ...wish(), ...set, bytes: PNG });
  const { picture } = (await matterOf()).materials[0]!;
  const answer = await fetch(`${hall.origin}/pictures/${picture}`);
  expect(Buffer.from(await answer.arrayBuffer()).toString('base64')).toBe(PNG);
  const headers = ['content-type', 'x-content-type-options', 'cache-control'].map((name) => answer.headers.get(name));
  expect(headers).toEqual(['image/png', 'nosniff', 'public, max-age=31536000, immutable']);
  expect(await (await fetch(`${hall.origin}/catalogue/${A1}`)).text()).toContain(`src="/pictures/${picture}"`);
  // It stays with its material when the rest is edited, and the history says who set it.
  await save(await draft([{ ...first!, 'zh-Hans': '户口簿' }]));
  expect((await matterOf()).materials[0]!.picture).toBe(picture);
  expect(
    (await admin.history({ kind: 'matter' })).entries.some(({ changes }) =>
      changes.some(({ field }) => field === 'materials'),
    ),
  ).toBe(true);
  await admin.administration.pictureOfMaterial({ ...wish(), ...set, bytes: null });
  expect((await matterOf()).materials[0]!.picture).toBeUndefined();
  expect((await fetch(`${hall.origin}/pictures/${'0'.repeat(64)}`)).status).toBe(404);
});

it('[L3] [A3] [S4] a picture is refused that is none, is too large, or comes from somebody else', async () => {
  const [first] = (await matterOf()).materials;
  const of = (bytes: string) => ({ ...wish(), matterId: A1, materialId: first!.id, bytes });
  const put = admin.administration.pictureOfMaterial;
  expect(await refusalCode(put(of(Buffer.from('<svg/>').toString('base64'))))).toBe('picture-unknown');
  const large = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(1_100_000)]).toString('base64');
  expect(await refusalCode(put(of(large)))).toBe('picture-too-large');
  expect(await refusalCode(put({ ...of(PNG), materialId: 'A-1.99' }))).toBe('material-not-in-catalogue');
  const boss = await hall.clerk('boss');
  expect(await refusalCode(boss.administration.pictureOfMaterial(of(PNG)))).toBe('not-allowed');
  expect((await matterOf()).materials[0]!.picture).toBeUndefined();
});
