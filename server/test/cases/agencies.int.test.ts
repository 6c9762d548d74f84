import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CounterId, MatterId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { newRequestId } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const wish = () => ({ requestId: newRequestId() });
const COURT = {
  ...{ name: '区法院', address: '正义路 3 号', telephone: '0851-0000 2008' },
  ...{ hours: '工作日 9:00–17:00', aliases: ['法庭'], inUse: true },
};
const ELSEWHERE = {
  ...{ kind: 'not-ours' as const, place: '区公证处', address: '正义路 9 号', telephone: '0851-0000 2010' },
  ...{ hours: '周一至周五', note: '公证由公证处办理，请带户口簿', unreachable: true },
};

/** A matter served at counter 1 by `one`, concluded as not ours. */
async function sentAway(conclusion = ELSEWHERE) {
  const kiosk = await hall.kiosk();
  const one = await hall.clerk('one');
  const counterId = 'c1' as CounterId;
  const { ticketId, number } = await kiosk.tickets.issue({
    ...{ ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false },
  });
  if ((await one.boards.staff({})).rows.counters.every(({ clerkId }) => clerkId === null))
    await one.counters.open({ ...wish(), counterId });
  await one.tickets.callNext({ ...wish(), counterId });
  await one.tickets.start({ ...wish(), ticketId });
  const open = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!;
  return { one, ticketId, number, answer: await one.cases.conclude({ ...wish(), caseId: open.caseId, conclusion }) };
}

const page = async (path: string) =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text().then(plain);

describe('the directory of agencies', () => {
  it('[C5] [S4] the directory of agencies is kept by administrators, read by clerks, and its history says who changed what', async () => {
    const admin = await hall.clerk('admin');
    const one = await hall.clerk('one');
    expect(await refusalCode(one.administration.saveAgency({ ...wish(), agency: COURT }))).toBe('not-allowed');
    const saved = await admin.administration.saveAgency({ ...wish(), agency: COURT });
    expect(await one.administration.agencies({})).toEqual([{ ...saved, offered: false }]);
    expect(await refusalCode(admin.administration.saveAgency({ ...wish(), agency: COURT }))).toBe('agency-twice');
    const unknown = { ...COURT, id: 'none' as typeof saved.id };
    expect(await refusalCode(admin.administration.saveAgency({ ...wish(), agency: unknown }))).toBe('agency-unknown');
    await admin.administration.saveAgency({ ...wish(), agency: { ...saved, inUse: false } });
    const { entries } = await admin.history({ kind: 'agency' });
    expect(entries[0]).toMatchObject({
      ...{ what: { name: '区法院' }, author: { kind: 'clerk' } },
      changes: [{ field: 'inUse', from: true, to: false }],
    });
  });

  it('[C5] a place that a clerk types is offered once, and taken in by an administrator', async () => {
    await sentAway();
    const admin = await hall.clerk('admin');
    const [offered, ...others] = await admin.administration.agencies({});
    expect(others).toEqual([]);
    expect(offered).toMatchObject({ name: '区公证处', hours: '周一至周五', offered: true, inUse: false });
    await admin.administration.saveAgency({ ...wish(), agency: { ...offered!, inUse: true } });
    expect(await admin.administration.agencies({})).toMatchObject([{ offered: false, inUse: true }]);
  });

  it('[C18] [C5] a place is offered no more when the conclusion that offered it is undone, and one offered before it stays', async () => {
    const admin = await hall.clerk('admin');
    const offered = async () => (await admin.administration.agencies({})).map(({ name }) => name);
    const { one, ticketId } = await sentAway();
    expect(await offered()).toEqual(['区公证处']);
    await one.tickets.undo({ ...wish(), ticketId });
    expect(await offered()).toEqual([]);
    const { caseId } = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!;
    await one.cases.conclude({ ...wish(), caseId, conclusion: ELSEWHERE });
    await one.tickets.finish({ ...wish(), ticketId });
    await hall.clock.advance(60_000);
    const again = await sentAway();
    await again.one.tickets.undo({ ...wish(), ticketId: again.ticketId });
    expect(await offered()).toEqual(['区公证处']);
  });

  it('[C5] a place that an administrator dismissed is not offered again', async () => {
    const { one, ticketId } = await sentAway();
    const admin = await hall.clerk('admin');
    const [offered] = await admin.administration.agencies({});
    await admin.administration.saveAgency({ ...wish(), agency: { ...offered!, inUse: false } });
    await one.tickets.finish({ ...wish(), ticketId });
    await sentAway({ ...ELSEWHERE, place: ' 区公证处 ' });
    expect(await admin.administration.agencies({})).toMatchObject([{ offered: false, inUse: false }]);
  });
});

it('[C6] a matter that is sent to a typed place ends its ticket, and is looked at by a supervisor, who may keep it', async () => {
  const { one, ticketId, answer } = await sentAway();
  expect(answer).toMatchObject({ phase: 'proposed', paperKind: 'proposal', paperNo: 'NB2026-000001' });
  const paper = await page(answer.paper!);
  for (const said of ['拟转引告知书', '区公证处', '正义路 9 号', '0851-0000 2010', '第三十二条', '2026年11月25日'])
    expect(paper).toContain(said);
  await one.tickets.finish({ ...wish(), ticketId });
  const boss = await hall.clerk('boss');
  const { caseId } = answer;
  expect(await boss.cases.one({ caseId })).toMatchObject({ proposal: { destination: { place: '区公证处' } } });
  const shown = await page(`/c/${answer.paper!.replace(/^.*\/|\?.*$/g, '')}`);
  for (const said of ['拟转引到别处，待复核', '区公证处']) expect(shown).toContain(said);
  await boss.cases.sendBackRefusal({ ...wish(), caseId, remark: '属委托事项' });
  expect(await one.cases.one({ caseId })).toMatchObject({ phase: 'accepted', sentBack: { remark: '属委托事项' } });
});

it('[C5] a matter that is not ours gives a numbered slip that says where to go, and the case’s page says it, too', async () => {
  const admin = await hall.clerk('admin');
  const { place: name, address, telephone, hours } = ELSEWHERE;
  const agency = { name, address, telephone, hours, aliases: [], inUse: true };
  await admin.administration.saveAgency({ ...wish(), agency });
  const { answer, number } = await sentAway();
  expect(answer).toMatchObject({ phase: 'closed', paperKind: 'referral', paperNo: 'ZY2026-000001' });
  const slip = await page(answer.paper!);
  for (const said of ['转引单', 'ZY2026-000001', '2026年11月23日', number, '区公证处', '正义路 9 号'])
    expect(slip).toContain(said);
  for (const said of ['0851-0000 2010', '周一至周五', '请带户口簿']) expect(slip).toContain(said);
  const link = answer.paper!.replace(/^.*\/|\?.*$/g, '');
  // C18: the page gives no paper while the conclusion may be undone.
  await hall.clock.advance(10_000);
  const shown = await page(`/c/${link}`);
  for (const said of ['区公证处', '正义路 9 号', '0851-0000 2010', '周一至周五', '转引单'])
    expect(shown).toContain(said);
});

it('[C6] a typed place needs a telephone of the applicant, or the clerk’s word that the resident knows; its reviewer reads that', async () => {
  const { unreachable: _, ...untold } = ELSEWHERE;
  await expect(sentAway(untold as typeof ELSEWHERE)).rejects.toThrow();
  const one = await hall.clerk('one');
  const boss = await hall.clerk('boss');
  const { caseId } = (await one.cases.mine({})).find(({ phase }) => phase === 'open')!;
  const conclude = (conclusion: typeof untold | typeof ELSEWHERE) =>
    one.cases.conclude({ ...wish(), caseId, conclusion });
  expect(await refusalCode(conclude(untold))).toBe('nobody-to-reach');
  const { ticketId } = (await one.boards.staff({})).rows.served.flatMap((row) =>
    row.id === caseId && row.ticketId ? { ticketId: row.ticketId } : [],
  )[0]!;
  await conclude(ELSEWHERE);
  expect((await boss.cases.one({ caseId })).proposal).toMatchObject({ unreachable: true });
  await one.tickets.undo({ ...wish(), ticketId });
  const applicant = { kind: 'person', name: '王某', telephone: '13985001234', document: null } as const;
  await one.people.enter({
    ...{ ...wish(), of: { caseId }, helper: null, notice: '2026-11' },
    applicant: { ...applicant, language: 'zh-Hans' },
  });
  await conclude(untold);
  expect((await boss.cases.one({ caseId })).proposal).toMatchObject({ unreachable: false });
});
