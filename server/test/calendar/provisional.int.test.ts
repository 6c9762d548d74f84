import { afterEach, expect, it } from 'vitest';
import type { MatterId } from '../../../schema/ids.ts';
import { tracesOf } from '../../shell/case-log/traces.ts';
import { eventually, type TestHall } from '../harness.ts';
import { applied, wish } from '../people/person-fixture.ts';
import { hallFrom } from './hall-from.ts';

let hall: TestHall;
afterEach(() => hall.stop());

const DAY_MS = 86_400_000;
const TODAY = '2026-12-24';
const read = async (path: string) =>
  (await fetch(hall.origin + path, { headers: { 'accept-language': 'zh-CN' } })).text();

/** Dates of 2027 that are not said to be provisional beside them. */
function unmarked(text: string): string[] {
  const plain = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  return [...plain.matchAll(/2027年\d+月\d+日(?!.{0,40}暂定).{0,30}/g)].map(([said]) => said);
}

/** A hall whose year 2027 has no official calendar yet, and what its gateway was given. */
async function hallBefore2027(limits: object = { limitDays: 10 }): Promise<string[]> {
  const { sent, ...begun } = await hallFrom(TODAY, limits);
  hall = begun.hall;
  return sent;
}

it('[C9] each day of a year without an official calendar is provisional wherever somebody reads it: papers, page, messages, steps and log', async () => {
  const sent = await hallBefore2027();
  const one = await hall.clerk('one');
  const come = { matterId: 'A-1' as MatterId, by: 'letter', number: '', receivedOn: TODAY } as const;
  const { caseId } = await one.cases.take({ ...wish(), ...come });
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  const boss = await hall.clerk('boss');
  await applied(one, caseId);
  const on = () => ({ ...wish(), caseId });
  await one.cases.pause({ ...on(), kind: 'hearing', basis: '第四十五条', days: 3 });
  await boss.cases.extend({ ...on(), days: 5, reason: '案情复杂' });
  const page = `/c/${(await one.cases.papers({ caseId }))[0]!.path!.split('/')[3]!.split('?')[0]}`;
  const readAll = async () => {
    const papers = await one.cases.papers({ caseId });
    const pages = await Promise.all([page, ...papers.map(({ path }) => path!)].map((path) => read(path)));
    expect(pages.flatMap(unmarked)).toEqual([]);
  };
  await readAll();
  await one.cases.proposeRefusal({ ...on(), reason: '申请人不在本社区居住', basis: '办法第五条' });
  await readAll();
  await boss.cases.confirmRefusal(on());
  await readAll();
  await eventually(() => expect(sent.filter((text) => text.includes('2027')).length).toBeGreaterThan(2));
  expect(sent.flatMap(unmarked)).toEqual([]);
  const history = await one.cases.history({ caseId });
  const told = history.filter(({ facts }) => facts.day?.startsWith('2027'));
  expect(told.length).toBeGreaterThan(3);
  expect(told.filter(({ facts }) => facts.may !== 'yes')).toEqual([]);
  const [trace] = tracesOf(hall.system.store, { ids: [caseId], withAttributes: false });
  expect(trace!.attributes).toContainEqual({ kind: 'boolean', key: 'shouwen:provisional', value: 'true' });
});

it('[C9] the law’s date beside a promised one, and the last day of acceptance, are provisional on the page where they are of such a year', async () => {
  await hallBefore2027({ limitDays: 20, promisedDays: 3 });
  const one = await hall.clerk('one');
  const come = { matterId: 'A-1' as MatterId, by: 'letter', number: '', receivedOn: TODAY } as const;
  const { caseId } = await one.cases.take({ ...wish(), ...come });
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  const accepted = await one.cases.one({ caseId });
  expect(accepted).toMatchObject({ dueOn: '2026-12-29', provisional: false, mayMove: [accepted.legalDueOn] });
  const other = await one.cases.take({ ...wish(), ...come, number: '2' });
  const asked = { kind: 'notice' as const, missing: ['A-1.1'], note: '' };
  await one.cases.conclude({ ...wish(), caseId: other.caseId, conclusion: asked });
  await hall.clock.advance(DAY_MS * 5);
  const later = await hall.clerk('one');
  await later.cases.receiveMaterials({ ...wish(), caseId: other.caseId, items: ['A-1.1'], isExamined: false });
  const { concludeBy, mayMove } = await later.cases.one({ caseId: other.caseId });
  expect(mayMove).toEqual([concludeBy]);
  for (const id of [caseId, other.caseId]) {
    const page = `/c/${(await later.cases.papers({ caseId: id }))[0]!.path!.split('/')[3]!.split('?')[0]}`;
    const text = await read(page);
    expect(text).toContain('2027年');
    // The answer to a notice is counted in calendar days, and does not move.
    expect(unmarked(text).filter((said) => !said.includes('前补齐'))).toEqual([]);
  }
});

it('[C9] a receipt marks the law’s last day as provisional, and not the promised day, where only the law’s is of such a year', async () => {
  await hallBefore2027({ limitDays: 20, promisedDays: 3 });
  const one = await hall.clerk('one');
  const come = { matterId: 'A-1' as MatterId, by: 'letter', number: '', receivedOn: TODAY } as const;
  const { caseId } = await one.cases.take({ ...wish(), ...come });
  const conclusion = { kind: 'accepted', note: '' } as const;
  const concluded = await one.cases.conclude({ ...wish(), caseId, conclusion });
  expect(concluded).toMatchObject({ dueOn: '2026-12-29', provisional: false });
  const text = (await read((await one.cases.papers({ caseId }))[0]!.path!)).replace(/<[^>]+>/g, ' ');
  expect(text).not.toMatch(/2026年12月29日(?:(?!法定期限).)*暂定/s);
  expect(text).toMatch(/法定期限是 2027年1月\d+日\s*（暂定/);
  expect(unmarked(text)).toEqual([]);
});

it('[C9] [C17] the paper of a moved day marks the law’s last day as provisional, and not the promised day, where only the law’s is of such a year', async () => {
  await hallBefore2027({ limitDays: 20, promisedDays: 3 });
  const [one, boss] = [await hall.clerk('one'), await hall.clerk('boss')];
  const come = { matterId: 'A-1' as MatterId, by: 'letter', number: '', receivedOn: TODAY } as const;
  const { caseId } = await one.cases.take({ ...wish(), ...come });
  await one.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await boss.cases.extend({ ...wish(), caseId, days: 1, reason: '案情复杂' });
  expect(await one.cases.one({ caseId })).toMatchObject({ dueOn: '2026-12-30', provisional: false });
  const paper = (await one.cases.papers({ caseId })).find(({ kind }) => kind === 'due-change')!;
  const text = (await read(paper.path!)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(text).toMatch(/最迟 2026年12月30日 (?!（暂定)/);
  expect(text).toMatch(/最迟 2027年1月\d+日 （暂定/);
});

/** So often a page says that a day of the hours may change. */
const marks = (text: string) => text.split('该年的放假安排尚未公布').length - 1;

it('[C9] [H1] an opening, a slot and an appointment of a year without an official calendar are provisional on page and message, and no other is', async () => {
  const sent = await hallBefore2027();
  const anybody = hall.anybody();
  const matterId = 'A-1' as MatterId;
  const openings = await anybody.openings.list({ fromDay: TODAY });
  const slots = await anybody.appointments.slots({ matterId });
  for (const days of [openings, slots]) {
    expect(new Set(days.map(({ provisional }) => provisional))).toEqual(new Set([true, false]));
    for (const { day, provisional } of days) expect(provisional, day).toBe(day.startsWith('2027'));
  }
  const ofNext = new Set(openings.map(({ day }) => day).filter((day) => day.startsWith('2027')));
  expect(marks(await read('/openings'))).toBe(ofNext.size);
  const times = await read(`/book/${matterId}?from=2027-01-01`);
  expect(marks(times)).toBe(times.split('<legend>').length - 1);
  for (const isNext of [true, false]) {
    const slot = slots.find(({ provisional, free }) => provisional === isNext && free > 0)!;
    const { link } = await anybody.appointments.hold({ ...wish(), slotId: slot.id, matterId });
    expect(marks(await read(`/a/${link}`)), slot.day).toBe(isNext ? 1 : 0);
    const person = { name: '王某', telephone: isNext ? '13985001234' : '13985005555', language: 'zh-Hans' } as const;
    await anybody.appointments.confirm({ ...wish(), link, ...person });
    for (const page of [`/a/${link}`, `/a/${link}/cancel`]) expect(marks(await read(page)), page).toBe(isNext ? 1 : 0);
    await eventually(() => expect(sent).toHaveLength(isNext ? 1 : 2));
    expect(sent.at(-1)!.includes('（暂定）')).toBe(isNext);
  }
});
