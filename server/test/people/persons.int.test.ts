import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Conclusion } from '../../../schema/cases/conclusion.ts';
import type { CounterId } from '../../../schema/ids.ts';
import type { Client } from '../../../web/client.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { bookerOf } from '../hours/booking-fixture.ts';
import { A1, FLOWER, keepsOf, NOTICE, next, serving, wish } from './person-fixture.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

const events = () =>
  hall.system.store.db
    .prepare<[], { type: string; data: string }>("SELECT * FROM ledger WHERE stream LIKE 'person:%' ORDER BY seq")
    .all();
const lookUps = (one: Client) => ({
  telephone: one.people.lookUp({ key: { by: 'telephone', text: '139 8500 1234' } }),
  'last-four': one.people.lookUp({ key: { by: 'last-four', text: '1234' } }),
  name: one.people.lookUp({ key: { by: 'name', text: ' 王小花 ' } }),
  document: one.people.lookUp({ key: { by: 'document', text: '110105491231002' } }),
});

describe('entering an applicant', () => {
  it('[P2] [C12] a case has its applicant masked, from the counter on, and a notice of privacy was shown', async () => {
    await keepsOf(hall, 'kept');
    const { clerk, caseId, ticketId } = await serving(hall);
    expect((await clerk.cases.one({ caseId })).applicant).toBeNull();
    const { applicant, isKnown } = await clerk.people.enter({
      ...wish(),
      of: { ticketId },
      applicant: FLOWER,
      helper: {
        ...{ name: '王大山', telephone: null, language: 'zh-Hans', relation: 'family' },
        ...{ scope: ['hand-in'], until: null, how: 'document' },
      },
      ...NOTICE,
    });
    expect(isKnown).toBe(false);
    const masked = {
      name: '王*花',
      telephone: '*********1234',
      document: { kind: 'resident-id', number: '**************002X' },
    };
    expect(applicant).toMatchObject(masked);
    const found = await clerk.cases.one({ caseId });
    expect(found.applicant).toMatchObject(masked);
    expect(found.helper).toMatchObject({
      person: { name: '王*山', telephone: null },
      scope: ['hand-in'],
      isOver: false,
    });
    expect(events().map(({ type }) => type)).toEqual(['person-entered', 'person-entered', 'privacy-notice-shown']);
  });

  it('[H12] the same person is known again by the document, or by telephone and name, and another one is not', async () => {
    await keepsOf(hall, 'match');
    const { clerk, caseId } = await serving(hall);
    const enter = (change: Partial<Parameters<Client['people']['enter']>[0]['applicant']>) =>
      clerk.people.enter({
        ...wish(),
        of: { caseId },
        applicant: { ...FLOWER, ...change } as typeof FLOWER,
        helper: null,
        ...NOTICE,
      });
    const { personId } = (await enter({})).applicant;
    const again = [
      await enter({ telephone: null } as object),
      await enter({ document: null } as object),
      await enter({ name: '王 小花', telephone: '13985001234', document: null } as object),
      await enter({ telephone: '13985009999' } as object),
    ];
    expect(again.map(({ applicant, isKnown }) => [applicant.personId, isKnown])).toEqual(
      again.map(() => [personId, true]),
    );
    const others = [
      await enter({ name: '王小华', document: null } as object),
      await enter({ document: { kind: 'passport', number: 'E12345678' } } as object),
    ];
    expect(others.map(({ isKnown }) => isKnown)).toEqual([false, false]);
    expect(new Set([personId, ...others.map(({ applicant }) => applicant.personId)]).size).toBe(3);
  });

  it('[P2] a number is kept only where the matter says so: not at all, as a match, or itself', async () => {
    const { clerk, counterId, caseId, ticketId } = await serving(hall);
    const enter = (of: { caseId: typeof caseId }) =>
      clerk.people.enter({ ...wish(), of, applicant: FLOWER, helper: null, ...NOTICE });
    expect(await refusalCode(enter({ caseId }))).toBe('document-not-asked');
    const sealed = () =>
      hall.system.store.db.prepare<[], Buffer | null>('SELECT document FROM people').pluck().all().filter(Boolean);
    await keepsOf(hall, 'match');
    expect((await enter({ caseId })).applicant.document).toEqual({ kind: 'resident-id', number: null });
    expect(sealed()).toEqual([]);
    await keepsOf(hall, 'kept');
    await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'done', note: '当场办结' } });
    await clerk.tickets.finish({ ...wish(), ticketId });
    const later = await next(clerk, counterId);
    expect((await enter(later)).applicant.document?.number).toBe('**************002X');
    expect(sealed()).toHaveLength(1);
  });

  it('[P2] [A3] a matter that keeps the number is neither accepted nor noticed without it, and says what is missing', async () => {
    await keepsOf(hall, 'kept');
    const { clerk, caseId } = await serving(hall);
    const conclude = (conclusion: Conclusion) => refusalCode(clerk.cases.conclude({ ...wish(), caseId, conclusion }));
    const enter = (document: typeof FLOWER.document | null) =>
      clerk.people.enter({ ...wish(), of: { caseId }, applicant: { ...FLOWER, document }, helper: null, ...NOTICE });
    const refused: Conclusion = { kind: 'refused', reason: '申请人不在本社区居住', basis: '办法第五条' };
    const notice: Conclusion = { kind: 'notice', missing: ['A-1.1'], note: '' };
    const accepted: Conclusion = { kind: 'accepted', note: '' };
    for (const one of [accepted, notice, refused]) expect(await conclude(one)).toBe('applicant-missing');
    await enter(null);
    for (const one of [accepted, notice, refused]) expect(await conclude(one)).toBe('document-missing');
    await enter(FLOWER.document);
    expect(await conclude(accepted)).toBe('accepted');
  });

  it('[P2] whoever is only answered, or withdraws, is asked for no document', async () => {
    await keepsOf(hall, 'kept');
    const { clerk, caseId } = await serving(hall);
    await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'answered', note: '已答复' } });
  });

  it('[A3] a wrong number is refused by its field, a person has no credit code, and a closed case no new applicant', async () => {
    await keepsOf(hall, 'kept');
    const { clerk, caseId } = await serving(hall);
    const enter = (document: object) =>
      clerk.people.enter({
        ...wish(),
        of: { caseId },
        applicant: { ...FLOWER, document } as typeof FLOWER,
        helper: null,
        ...NOTICE,
      });
    expect(await refusalCode(enter({ kind: 'resident-id', number: '110105194912310021' }))).toBe('input-invalid');
    expect(await refusalCode(enter({ kind: 'credit-code', number: '91350100M000100Y43' }))).toBe('input-invalid');
    await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'done', note: '当场办结' } });
    expect(await refusalCode(enter(FLOWER.document))).toBe('case-over');
    expect(hall.system.store.db.prepare('SELECT count(*) FROM people').pluck().get()).toBe(0);
  });
});

describe('finding and revealing', () => {
  async function entered() {
    await keepsOf(hall, 'kept');
    const { clerk, caseId, ticketId } = await serving(hall);
    const { applicant } = await clerk.people.enter({
      ...wish(),
      of: { caseId },
      applicant: FLOWER,
      helper: null,
      ...NOTICE,
    });
    return { clerk, caseId, ticketId, personId: applicant.personId };
  }

  it('[P1] [S4] the same person is found by telephone, last four, name and document, masked, and each look-up is recorded', async () => {
    const { personId } = await entered();
    const two = await hall.clerk('two');
    for (const [by, found] of Object.entries(lookUps(two))) {
      const { people, isCut } = await found;
      expect([by, people.map((one) => [one.personId, one.name]), isCut]).toEqual([by, [[personId, '王*花']], false]);
    }
    const boss = await hall.clerk('boss');
    const { acts } = await boss.people.held({ personId });
    expect(acts.filter(({ act }) => act === 'person-looked-up')).toMatchObject(
      ['telephone', 'last-four', 'name', 'document'].map((detail) => ({ detail, byName: 'two 员' })),
    );
    expect((await two.people.lookUp({ key: { by: 'name', text: '王小' } })).people).toEqual([]);
  });

  it('[S4] a look-up that finds nobody is recorded with who looked and by what, and nothing of what was typed', async () => {
    const { clerk } = await entered();
    const before = events().length;
    expect((await clerk.people.lookUp({ key: { by: 'name', text: '诸葛无名' } })).people).toEqual([]);
    expect((await clerk.people.lookUp({ key: { by: 'last-four', text: '9876' } })).people).toEqual([]);
    const left = events().slice(before);
    expect(left.map(({ type, data }) => [type, JSON.parse(data).key])).toEqual([
      ['person-looked-up', 'name'],
      ['person-looked-up', 'last-four'],
    ]);
    expect(JSON.stringify(left)).not.toMatch(/诸葛无名|9876/);
  });

  it('[P2] [S4] an open case is reason enough for its handler; anybody else says why, and both are recorded', async () => {
    const { clerk, caseId, personId } = await entered();
    expect(await clerk.people.reveal({ personId, field: 'name' })).toEqual({ text: '王小花' });
    expect(await clerk.people.reveal({ personId, field: 'telephone' })).toEqual({ text: '13985001234' });
    const two = await hall.clerk('two');
    const before = events().length;
    expect(await refusalCode(two.people.reveal({ personId, field: 'document' }))).toBe('reveal-reason');
    expect(events()).toHaveLength(before);
    const reason = '申请人来电核对证件';
    expect(await two.people.reveal({ personId, field: 'document', reason })).toEqual({ text: FLOWER.document.number });
    // What is over is no reason any more.
    await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'done', note: '当场办结' } });
    expect(await refusalCode(clerk.people.reveal({ personId, field: 'name' }))).toBe('reveal-reason');
    const { acts } = await (await hall.clerk('boss')).people.held({ personId });
    expect(acts.filter(({ act }) => act === 'person-revealed')).toMatchObject([
      { detail: 'name', byName: 'one 员', reason: '', caseNumber: 'A001' },
      { detail: 'telephone', byName: 'one 员', reason: '', caseNumber: 'A001' },
      { detail: 'document', byName: 'two 员', reason, caseNumber: null },
    ]);
    expect(JSON.stringify(events())).not.toContain(reason);
  });

  it('[S2] somebody who looks at many people has to wait, and others do not', async () => {
    await entered();
    const two = await hall.clerk('two');
    const look = () => two.people.lookUp({ key: { by: 'last-four', text: '1234' } });
    for (let i = 0; i < 60; i++) await look();
    expect(await refusalCode(look())).toBe('too-many-tries');
    expect(
      (await (await hall.clerk('three')).people.lookUp({ key: { by: 'last-four', text: '1234' } })).people,
    ).toHaveLength(1);
    await hall.clock.advance(10 * 60_000);
    expect((await look()).people).toHaveLength(1);
  });

  it('[S4] only who answers for the hall sees all that is held, gives it out or erases it', async () => {
    const { clerk, personId } = await entered();
    expect(await refusalCode(clerk.people.held({ personId }))).toBe('not-allowed');
    expect(await refusalCode(clerk.people.export({ personId }))).toBe('not-allowed');
    expect(await refusalCode(clerk.people.erase({ ...wish(), personId, reason: '本人要求' }))).toBe('not-allowed');
    const boss = await hall.clerk('boss');
    const all = await boss.people.export({ personId });
    expect(all).toMatchObject({
      name: '王小花',
      telephone: FLOWER.telephone,
      document: FLOWER.document,
      eraseOn: null,
      cases: [{ part: 'applicant', phase: 'open', matterId: A1, came: { by: 'ticket', day: '2026-11-23' } }],
    });
    expect(all.acts.at(-1)).toMatchObject({ act: 'person-exported', byName: '主任' });
  });

  it('[P2] what is given out of a person names of each case how it came, its days, its people, its papers, its steps and what was handed in', async () => {
    const { clerk, caseId, personId } = await entered();
    await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'notice', missing: ['A-1.1'], note: '' } });
    await clerk.cases.receiveMaterials({ ...wish(), caseId, items: ['A-1.1'], isExamined: true });
    const [one] = (await (await hall.clerk('boss')).people.export({ personId })).cases;
    expect(one).toMatchObject({
      ...{ came: { by: 'ticket' }, acceptedOn: '2026-11-23', dueOn: '2026-12-21' },
      ...{
        firstContactName: 'one 员',
        handlerName: 'one 员',
        handedIn: [expect.objectContaining({ en: expect.any(String) })],
      },
      papers: [{ kind: 'notice' }, { kind: 'receipt', day: '2026-11-23', voidedBy: null }],
    });
    const happened = ['case-opened', 'notice-given', 'materials-received', 'case-accepted'];
    expect(one!.steps.map(({ kind }) => kind)).toEqual(happened);
    expect(one!.steps.at(-1)).toMatchObject({ at: expect.any(String), facts: { no: one!.receiptNo } });
  });

  it('[P2] a ticket that came of an appointment gives its person to its cases by itself', async () => {
    const { name, telephone } = FLOWER;
    const code = await bookerOf(hall).book(A1, '09:30', { name, telephone });
    await hall.clock.advance(28 * 60_000);
    const one = await hall.clerk('one');
    const counterId = 'c1' as CounterId;
    await one.counters.open({ ...wish(), counterId });
    const { ticketId } = await one.appointments.checkIn({ ...wish(), code, printing: false });
    await one.tickets.callNext({ ...wish(), counterId });
    await one.tickets.start({ ...wish(), ticketId });
    const [mine] = await one.cases.mine({});
    expect(mine?.applicant).toMatchObject({ name: '王*花', telephone: '*********1234', document: null });
  });
});
