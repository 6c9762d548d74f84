import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId, CounterId, Day, Letter } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import type { Client } from '../../../web/client.ts';
import { said } from '../../people/views/said.ts';
import { refusalCode } from '../harness.ts';
import { type OwnersHall, ownersHall, wish } from './owner-fixture.ts';

/** Monday, 23 November 2026, is the day on which each test begins. */
const [TUESDAY, THURSDAY, FRIDAY] = ['2026-11-24', '2026-11-26', '2026-11-27'];
const TODAY = '2026-11-23' as Day;
const TUESDAY_10 = '2026-11-24T02:00:00.000Z';
const THURSDAY_10 = '2026-11-26T02:00:00.000Z';

let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall();
});
afterEach(() => h.hall.stop());

/** A night ends a session. */
const asNow = (account: string): Promise<Client> => h.hall.clerk(account);
const mine = async (account: string, caseId: CaseId) =>
  (await (await asNow(account)).cases.mine({})).find((one) => one.caseId === caseId);
const linkOf = async (caseId: CaseId) => {
  const [paper] = await (await asNow('one')).cases.papers({ caseId });
  return paper!.path!.replace(/^.*\/|\?.*$/g, '');
};

describe('while a handler is away', () => {
  it('[C11] [C2] [S4] the case stands before B with the briefing, B acts in A’s place, and A finds what was done', async () => {
    await h.clerksOf('A-1', 'one', 'two');
    const caseId = await h.accepted();
    const { dueOn } = h.caseNow(caseId);
    await h.away(h.as.one, 'one', TUESDAY, THURSDAY);
    expect(await mine('two', caseId)).toBeUndefined();
    expect(await refusalCode(h.as.two.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' }))).toBe(
      'not-handler',
    );

    await h.at(TUESDAY_10);
    const stood = await mine('two', caseId);
    expect(stood).toMatchObject({ mine: 'deputy', asHandler: true, handler: 'one 员', dueOn });
    expect(stood?.standIns).toMatchObject([
      { part: 'handler', ofName: 'one 员', byName: 'two 员', note: '材料在二号柜', mine: true },
    ]);
    expect(await mine('three', caseId)).toBeUndefined();
    const three = await asNow('three');
    expect(await refusalCode(three.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' }))).toBe(
      'not-handler',
    );
    await (await asNow('two')).cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    expect(h.caseNow(caseId)).toMatchObject({
      phase: 'decided',
      handler: h.idOf('one'),
      firstContact: h.idOf('one'),
      decision: { by: h.idOf('two') },
    });
    const steps = await (await asNow('boss')).cases.history({ caseId });
    expect(steps.at(-1)).toMatchObject({ kind: 'case-decided', byName: 'two 员', inPlaceOf: 'one 员' });

    await h.at(THURSDAY_10);
    expect(await mine('two', caseId)).toBeUndefined();
    const back = await mine('one', caseId);
    expect(back).toMatchObject({ mine: 'handler', standIns: [] });
    expect(back?.meanwhile).toMatchObject([{ kind: 'case-decided', byName: 'two 员', inPlaceOf: 'one 员' }]);
    const { entries } = await (await asNow('admin')).history({ kind: 'absence' });
    expect(entries.map(({ event, author }) => [event, author.name])).toEqual([
      ['absence-ended', null],
      ['absence-began', null],
      ['absence-entered', 'one 员'],
    ]);
  });

  it('[C11] [C12] the resident reads who answers now, on phone and at the kiosk, and never that nobody is there', async () => {
    await h.clerksOf('A-1', 'one', 'two');
    const caseId = await h.accepted();
    const link = await linkOf(caseId);
    const page = async () => (await fetch(`${h.hall.origin}/c/${link}?lang=zh-Hans`)).text().then(plain);
    await h.as.two.counters.open({ ...wish(), counterId: 'c2' as never });
    await h.away(h.as.boss, 'one', '2026-11-23', THURSDAY);
    expect(await page()).toContain('由 two 员 代为办理，2026年11月26日起由经办人接着办');
    expect(await page()).toContain('2 号窗口');
    const kiosk = await h.hall.kiosk();
    expect(await kiosk.cases.ofLink({ link })).toMatchObject({ standIn: { name: 'two 员', backOn: THURSDAY } });
    await h.at(THURSDAY_10);
    expect(await page()).not.toContain('代为办理');
  });

  it('[C11] [C3] an offer and a question to somebody who is away are answered by the deputy, in that one’s place', async () => {
    await h.clerksOf('A-1', 'two', 'three');
    const [offered, asked] = [await h.accepted(), await h.accepted()] as [CaseId, CaseId];
    const { handoverId } = await h.as.one.cases.offer({
      ...wish(),
      caseId: offered,
      to: h.idOf('two'),
      note: '请接办',
    });
    await h.as.one.cases.askQuestion({
      ...{ ...wish(), caseId: asked, to: { clerkId: h.idOf('two') } },
      ...{ text: '这种情形怎么办', answerBy: THURSDAY },
    });
    const board = h.hall.follow(h.as.three, 'staff');
    await h.away(h.as.two, 'two', '2026-11-23', THURSDAY);
    const fresh = (await h.as.three.boards.staff({})).rows.offers;
    expect(fresh.map(({ deputies }) => deputies)).toEqual([[h.idOf('three')], [h.idOf('three')]]);
    expect(await mine('three', offered)).toMatchObject({ mine: 'deputy', asHandler: false, offer: { toMe: true } });
    await h.as.three.cases.accept({ ...wish(), caseId: offered, handoverId });
    expect(h.caseNow(offered)).toMatchObject({ handler: h.idOf('two'), firstContact: h.idOf('one') });
    const question = (await mine('three', asked))!.questions[0]!;
    expect(question.toMe).toBe(true);
    await h.as.three.cases.answerQuestion({ ...wish(), caseId: asked, questionId: question.id, text: '按第五条办理' });
    expect(h.caseNow(asked).questions[0]).toMatchObject({ answer: { by: h.idOf('three') } });
    const steps = await h.as.boss.cases.history({ caseId: asked });
    expect(steps.at(-1)).toMatchObject({ kind: 'question-answered', byName: 'three 员', inPlaceOf: 'two 员' });
    board.stop();
  });

  it('[C11] the chain goes on while its next one is away, and ends with the supervisors', async () => {
    await h.clerksOf('A-1', 'one', 'two');
    const caseId = await h.accepted();
    // On Saturday there is no opening that both would miss.
    const [saturday, monday] = ['2026-11-28', '2026-11-30'];
    await h.away(h.as.one, 'one', saturday, monday, { deputy: 'three' });
    await h.at('2026-11-28T02:00:00.000Z');
    expect((await mine('boss', caseId))?.standIns).toBeUndefined();
    expect((await mine('two', caseId))?.standIns).toMatchObject([{ byName: 'two 员' }]);
    await h.away(await asNow('two'), 'two', saturday, monday, { deputy: 'four' });
    expect((await mine('three', caseId))?.standIns).toMatchObject([{ byName: 'three 员' }]);
    await h.away(await asNow('three'), 'three', saturday, monday, { deputy: 'one' });
    expect((await mine('four', caseId))?.standIns).toMatchObject([{ byName: 'four 员' }]);
    await h.away(await asNow('four'), 'four', saturday, monday);
    expect(await mine('boss', caseId)).toMatchObject({ mine: 'deputy', standIns: [{ byName: '主任' }] });
    const boss = await asNow('boss');
    await boss.cases.close({ ...wish(), caseId, outcome: 'granted', note: '准予' });
    expect(h.caseNow(caseId)).toMatchObject({ handler: h.idOf('one'), decision: { by: h.idOf('boss') } });
    // Back early: it is two’s again.
    const two = await asNow('two');
    const { absences } = await two.absences.list({});
    await two.absences.end({ ...wish(), absenceId: absences.find(({ name }) => name === 'two 员')!.id });
    expect(await mine('two', caseId)).toMatchObject({ mine: 'deputy', standIns: [{ byName: 'two 员' }] });
    expect(await mine('boss', caseId)).toBeUndefined();
  });

  it('[C11] [C15] nothing is offered to somebody who is away, and who deputises is named', async () => {
    await h.clerksOf('A-1', 'two', 'three');
    const caseId = await h.accepted();
    await h.away(h.as.two, 'two', '2026-11-23', THURSDAY);
    const offer = (account: string) => h.as.one.cases.offer({ ...wish(), caseId, to: h.idOf(account), note: '请接办' });
    await expect(offer('two')).rejects.toMatchObject({
      code: 'receiver-away',
      data: { name: 'two 员', deputy: 'three 员' },
    });
    expect(await refusalCode(offer('three'))).toBe('accepted');
  });

  it('[H4] [C11] an opening does not seat somebody who is away at the counter of the day before', async () => {
    await h.away(h.as.one, 'one', TUESDAY, THURSDAY);
    await h.at('2026-11-24T00:30:00.000Z');
    await asNow('one');
    await h.at(TUESDAY_10);
    const { counters } = (await (await asNow('boss')).boards.staff({})).rows;
    expect(counters.find(({ id }) => id === 'c1')).toMatchObject({ phase: 'closed' });
  });
});

describe('an absence', () => {
  const times = (from: string, back: string | null) => ({
    from: { day: from, time: '00:00' },
    backOn: back === null ? null : { day: back, time: '00:00' },
  });
  const enter = (by: Client, account: string, part: object) =>
    by.absences.enter({
      ...{ ...wish(), clerkId: h.idOf(account), ...times(TUESDAY, THURSDAY), deputy: null },
      ...{ note: '培训两天', override: null, ...part },
    });

  it('[C11] an absence of A is refused while B is away in the same opening, naming day, matter and until when; a supervisor says why and names a deputy, counted', async () => {
    await h.clerksOf('A-1', 'one', 'two');
    await enter(h.as.two, 'two', times(THURSDAY, FRIDAY));
    await expect(enter(h.as.one, 'one', times(TUESDAY, FRIDAY))).rejects.toMatchObject({
      code: 'positions-both-away',
      data: { day: THURSDAY, 'away:zh-Hans': 'two 员 2026-11-27 返岗', 'matter:zh-Hans': '事项 A1' },
    });
    // The day after B is back, and the days without an opening, are free.
    expect(await refusalCode(enter(h.as.one, 'one', times(FRIDAY, '2026-11-30')))).toBe('accepted');
    const override = { ...times(TUESDAY, FRIDAY), override: '全员防汛', deputy: h.idOf('three') };
    expect(await refusalCode(enter(h.as.one, 'one', override))).toBe('not-allowed');
    expect(await refusalCode(enter(h.as.admin, 'one', override))).toBe('not-allowed');
    for (const deputy of [null, h.idOf('two')])
      expect(await refusalCode(enter(h.as.boss, 'one', { ...override, deputy }))).toBe('stand-in-needed');
    expect(await refusalCode(enter(h.as.boss, 'one', override))).toBe('accepted');
    const { absences, overrides } = await h.as.boss.absences.list({});
    expect(overrides).toBe(1);
    expect(absences.filter(({ overridden }) => overridden).map(({ name }) => name)).toEqual(['one 员']);
  });

  it('[C11] an absence of both whom an administrator sets as A and B in one opening is refused, naming who is away until when', async () => {
    await enter(h.as.one, 'one', times(TUESDAY, THURSDAY));
    await enter(h.as.two, 'two', times(TUESDAY, FRIDAY));
    await expect(h.clerksOf('A-1', 'one', 'two')).rejects.toMatchObject({
      code: 'clerks-both-away',
      data: {
        day: TUESDAY,
        'matter:zh-Hans': '事项 A1',
        'away:en': 'one 员 is back on 2026-11-26, two 员 is back on 2026-11-27',
      },
    });
    await h.clerksOf('A-1', 'one', 'three');
    // On the days on which both are away there is no opening.
    await h.clerksOf('A-1', 'one', null);
  });

  it('[C11] an opening that is planned while A and B of its matter are both away is refused, as an absence is, and a supervisor says why', async () => {
    const [SATURDAY, SUNDAY] = ['2026-11-28', '2026-11-29'] as const;
    await h.clerksOf('A-1', 'one', 'two');
    for (const who of ['one', 'two'] as const) await enter(h.as[who], who, times(SATURDAY, SUNDAY));
    const shape = {
      ...{ kind: 'weekend' as const, from: '09:00', to: '12:00', letters: ['A' as Letter] },
      ...{ counterIds: ['c1' as CounterId], bookableShare: 0 },
    };
    const plan = (day: string, override?: string) =>
      h.as.boss.openings.create({ ...wish(), plan: { ...shape, day }, override });
    await expect(plan(SATURDAY)).rejects.toMatchObject({
      code: 'opening-positions-away',
      data: { day: SATURDAY, names: 'one 员、two 员', 'matter:zh-Hans': '事项 A1' },
    });
    const series = { ...shape, days: [6], everyWeeks: 1, firstDay: '2026-11-23' };
    expect(await refusalCode(h.as.boss.openings.createSeries({ ...wish(), plan: series }))).toBe(
      'opening-positions-away',
    );
    await plan(SUNDAY);
    const { openingId } = await plan(SATURDAY, '防汛值守');
    const [planned] = h.hall.system.store.ledger.load(`opening:${openingId}`);
    expect(JSON.stringify(planned!.event)).not.toContain('防汛');
    expect(said(h.hall.system.hall, planned!.event)).toMatchObject({ positionsAway: { reason: '防汛值守' } });
    await h.as.boss.openings.createSeries({ ...wish(), plan: { ...series, firstDay: '2026-11-30' } });
    // Of Monday, when it was allowed, not of the day that was allowed.
    const { overrides } = await h.as.boss.overrides({ from: TODAY, to: TODAY });
    const allowed = { kind: 'opening-planned', about: SATURDAY, byName: '主任', caseId: null, reason: '防汛值守' };
    expect(overrides).toMatchObject([allowed]);
  });

  it('[C11] an absence names before it is entered each opening that loses cover, and afterwards a supervisor sees those ahead', async () => {
    await h.clerksOf('A-1', 'one', 'two');
    const lost = (absence: object | null) => h.as.boss.openings.lostCover({ absence: absence as never });
    const of = (account: string, from: string, back: string | null) => ({
      clerkId: h.idOf(account),
      ...times(from, back),
    });
    await enter(h.as.two, 'two', times(TUESDAY, FRIDAY));
    expect(await lost(null)).toEqual([]);
    expect(await lost(of('three', TUESDAY, FRIDAY))).toEqual([]);
    const told = await lost(of('one', THURSDAY, null));
    expect(told).toMatchObject([{ matterId: 'A-1', nameA: 'one 员', nameB: 'two 员', openings: [{ day: THURSDAY }] }]);
    expect(told[0]!.openings).toHaveLength(1);
    await enter(h.as.boss, 'one', { ...times(TUESDAY, FRIDAY), override: '全员防汛', deputy: h.idOf('three') });
    const days = async () => (await lost(null)).flatMap(({ openings }) => openings.map(({ day }) => day));
    expect(await days()).toEqual([TUESDAY, '2026-11-25', THURSDAY]);
    await h.as.admin.settings.change({ ...wish(), settings: { coverAheadDays: 1 } });
    expect(await days()).toEqual([TUESDAY]);
    const { absences } = await h.as.boss.absences.list({});
    await h.as.two.absences.end({ ...wish(), absenceId: absences.find(({ name }) => name === 'two 员')!.id });
    expect(await days()).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['it ends before it begins', times(THURSDAY, TUESDAY), 'absence-empty'],
    ['it is over already', times('2026-11-20', '2026-11-23'), 'absence-empty'],
    ['the deputy is oneself', { deputy: 'one' }, 'deputy-oneself'],
    ['the deputy handles nothing', { deputy: 'admin' }, 'clerk-unknown'],
  ])('[C11] [A3] an absence is refused where its times or its deputy make no sense: %s', async (_, part, code) => {
    const deputy = 'deputy' in part ? { deputy: h.idOf(part.deputy as string) } : {};
    expect(await refusalCode(enter(h.as.one, 'one', { ...part, ...deputy }))).toBe(code);
  });

  it('[C11] [S4] an absence is entered and ended by oneself, a supervisor or an administrator, and never twice for one time', async () => {
    expect(await refusalCode(enter(h.as.two, 'one', {}))).toBe('not-allowed');
    expect(await refusalCode(enter(h.as.one, 'one', {}))).toBe('accepted');
    expect(await refusalCode(enter(h.as.boss, 'one', times(TUESDAY, null)))).toBe('absence-overlaps');
    expect(await refusalCode(enter(h.as.admin, 'two', {}))).toBe('accepted');
    const { absences } = await h.as.boss.absences.list({});
    const [first] = absences.filter(({ name }) => name === 'one 员');
    expect((await h.as.two.absences.list({})).absences.find(({ id }) => id === first!.id)?.note).toBeNull();
    expect(first?.note).toBe('培训两天');
    expect(await refusalCode(h.as.two.absences.end({ ...wish(), absenceId: first!.id }))).toBe('not-allowed');
    expect(await refusalCode(h.as.boss.absences.end({ ...wish(), absenceId: first!.id }))).toBe('accepted');
    expect(await refusalCode(h.as.boss.absences.end({ ...wish(), absenceId: first!.id }))).toBe('absence-over');
    const words = h.hall.system.store.db
      .prepare<[], string>("SELECT data FROM ledger WHERE stream LIKE 'absence:%'")
      .pluck();
    expect(words.all().join()).not.toContain('培训');
  });
});
