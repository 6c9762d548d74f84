import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Ending } from '../../../../schema/cases/case.ts';
import type { Day, PersonId } from '../../../../schema/ids.ts';
import { addDays } from '../../../../schema/time.ts';
import { calendarWish, wish } from '../../../test/any-wish.ts';
import {
  accept,
  BOSS,
  DAY,
  grant,
  notice,
  ONE,
  pause,
  receive,
  TWO,
  take,
  takeLetter,
  watch,
} from '../../../test/case-wishes.ts';
import { chinaWith, givenCase, givenCaseBy, type OwnDay } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';

const open = givenCase().after(take);
const noticed = open.after(notice('A-1.1', 'A-1.3'));
const accepted = open.after(accept);
const on = (from: typeof open, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);
const dayAfter = (day: Day) => addDays(day, 1);
const revive: CaseCommand = { type: 'revive-case', by: BOSS };
const name: CaseCommand = { type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false };

describe('what is over before its job ran', () => {
  const answerBy = noticed.state!.notice!.answerBy!;

  it('[C7] papers of a notice that was not answered meet a case that is closed, and the sentence says how it goes on', () => {
    expect(on(noticed, answerBy).when(receive(['A-1.1'])).refused).toBeNull();
    const late = on(noticed, dayAfter(answerBy));
    expect(late.when(receive(['A-1.1']))).toMatchObject({
      refused: 'case-revivable',
      facts: { number: 'GZ20261123-0001' },
    });
    expect(late.when({ type: 'accept-case', by: ONE, note: '' }).refused).toBe('case-revivable');
  });

  it('[C7] a case that silence closed is closed from the day after its notice, and is revived from that day on', () => {
    for (const days of [1, 9, 31]) {
      const { events } = on(noticed.after(name), addDays(answerBy, days)).when(revive);
      expect(
        events.filter(({ type }) => type !== 'duty-late'),
        String(days),
      ).toMatchObject([
        { type: 'notice-unanswered', on: dayAfter(answerBy) },
        { type: 'case-closed', outcome: 'withdrawn', on: dayAfter(answerBy) },
        { type: 'ring-owed', why: 'silent', on: dayAfter(answerBy) },
        { type: 'case-revived' },
      ]);
    }
    expect(on(noticed, addDays(answerBy, 32)).when(revive).refused).toBe('revival-too-late');
    expect(on(noticed, addDays(answerBy, 40)).after(watch).when(revive).refused).toBe('revival-too-late');
  });

  it('[C14] a helper whose case silence closed is one until that day', () => {
    const helper = { personId: 'p2' as PersonId, relation: 'family', scope: ['hand-in'], how: 'document' } as const;
    const entered = noticed.after(name).after({
      ...{ type: 'enter-helper', by: ONE, isSupervisor: false },
      helper: { ...helper, scope: ['hand-in'], until: null },
    });
    expect(on(entered, addDays(answerBy, 20)).after(watch).state?.helper?.ended).toBe(dayAfter(answerBy));
  });

  it('[C3] an offer whose open time is over is accepted no more, and its handler may offer the case again', () => {
    const lapsesAt = new Date(accepted.nowMs + DAY).toISOString();
    const offer: CaseCommand = { type: 'offer-handover', from: ONE, to: TWO, note: '', lapsesAt, openMs: 1 };
    const offered = accepted.after(offer);
    const handoverId = offered.state!.offer!.id;
    expect(offered.when({ type: 'accept-handover', by: TWO, handoverId }).refused).toBeNull();
    const late = offered.later(DAY);
    expect(late.when({ type: 'accept-handover', by: TWO, handoverId }).refused).toBe('offer-unknown');
    expect(late.when(offer).events).toMatchObject([{ type: 'handover-lapsed' }, { type: 'handover-offered' }]);
  });

  it('[C9] a pause is over after its planned end, whatever is wished next', () => {
    const still = on(accepted, '2026-11-25').after(pause(5));
    const { events } = on(still, '2026-12-04').when(pause(3));
    expect(events).toMatchObject([
      { type: 'pause-ended', on: '2026-12-02' },
      { type: 'case-paused' },
      { type: 'due-moved' },
    ]);
  });

  it('[C10] what is overdue is explained, and decided as overdue', () => {
    const overdue = on(accepted, '2026-12-24');
    const explain = { type: 'explain-overdue', by: ONE, text: '现场核查延误', isSupervisor: false } as const;
    for (const command of [explain, grant])
      expect(overdue.when(command).events[0]).toEqual({ type: 'duty-late', duty: 'due', on: '2026-12-22' });
  });

  it('[C8] what is deemed accepted and overdue since then is both', () => {
    const came = on(noticed, '2026-11-24').after(receive(['A-1.1', 'A-1.3'], false));
    expect(on(came, '2027-02-01').when(pause(3)).refused).toBe('deadline-over');
    expect(on(came, '2027-02-01').when(watch).events).toMatchObject([
      { type: 'case-accepted', acceptedOn: '2026-11-24', deemed: true },
      { type: 'duty-late', duty: 'due', on: '2026-12-23' },
      { type: 'deadline-warned' },
    ]);
  });
});

/** A case without what was said of it meanwhile; a paper has the number of the day on which it was written (T2). */
function effects({ undo, standsFrom, ruledAt, dutiesWarned, warned, warnedOn, ...found }: Case) {
  const { notice: asked, promise, questions, offer, takenOffer, inquiries, ...rest } = found;
  return {
    ...rest,
    receiptNo: found.receiptNo && '',
    ending: found.ending && withoutNumbers(found.ending),
    latePapers: found.latePapers.map(({ decisionNo, ...came }) => came),
    // Nobody was told this day: it is counted when the call is noted, by the calendar of then, and so is what moved since.
    ring: found.ring && { ...found.ring, answerBy: '', counted: undefined, days: undefined },
    late: found.late.filter((duty) => duty !== 'ring').sort(),
    notice: asked && { ...asked, reminded: undefined },
    promise: promise && { ...promise, reminded: undefined },
    questions: questions.map(({ answerBy, answer, takenBack }) => ({ answerBy, answer, takenBack })),
    inquiries: inquiries.map(({ id, ...one }) => one),
    pauses: found.pauses.map(({ id, ...one }) => one),
    offer: offer && { ...offer, id: '' },
  };
}

/** C18: an undo comes within seconds; what the clock of an offer says is a job itself. */
const NO_WISH = new Set<CaseCommand['type']>(['undo-conclusion', 'lapse-handover', 'move-handover']);

function withoutNumbers({ papers, corrected, ...ending }: Ending) {
  return { ...ending, papers: papers.length, corrected: corrected && { ...corrected, voids: corrected.voids.length } };
}

describe('a case whose jobs are late', () => {
  it('[C3] [C7] [C8] [C9] [C10] [C14] [C17] [C18] a property: late jobs change no effect date, no phase and no answer, whatever the calendar becomes', () => {
    const undo: CaseCommand = { type: 'undo-conclusion', by: ONE };
    const any = fc.oneof(
      { weight: 5, arbitrary: wish.filter(({ of }) => !NO_WISH.has(of(open.state!).type)) },
      { weight: 1, arbitrary: calendarWish },
    );
    const turn = fc.record({
      ...{ any, isLong: fc.boolean(), undoes: fc.boolean() },
      looks: fc.array(fc.integer({ min: 0, max: 60 })),
    });
    const beginnings: CaseCommand[][] = [[], [notice('A-1.1')], [name, notice('A-1.1', 'A-1.3')], [accept]];
    fc.assert(
      fc.property(
        fc.constantFrom(...beginnings),
        fc.constantFrom(take, takeLetter),
        fc.array(turn, { minLength: 1, maxLength: 12 }),
        (beginning, taken, turns) => {
          const own: OwnDay[] = [];
          const begun = givenCaseBy(() => chinaWith(...own))();
          let inTime = [taken, ...beginning].reduce((now, one) => now.after(one), begun);
          let [never, someday] = [inTime, inTime];
          for (const { any, isLong, undoes, looks } of turns) {
            const days = any.days + (isLong ? 30 : 0);
            for (let day = 1; day <= days; day += 1) {
              inTime = inTime.later(DAY).after(watch);
              someday = someday.later(DAY);
              never = never.later(DAY);
              if (looks.includes(day)) someday = someday.after(watch);
            }
            if ('own' in any) own.push(any.own(new Date(inTime.nowMs).toISOString().slice(0, 10)));
            const answers = [inTime, someday, never].map((now) => now.when(any.of(now.state!)).refused);
            expect(new Set(answers).size, `${answers}`).toBe(1);
            [inTime, someday, never] = [inTime, someday, never].map((now) =>
              answers[0] ? now : now.after(any.of(now.state!)),
            ) as [typeof open, typeof open, typeof open];
            const isConcluded = !answers[0] && any.of(inTime.state!).type === 'conclude-case';
            if (undoes && isConcluded && inTime.when(undo).refused === null)
              [inTime, someday, never] = [inTime, someday, never].map((now) => now.after(undo)) as [
                typeof open,
                typeof open,
                typeof open,
              ];
            const seen = [inTime, someday, never].map((now) => effects(now.after(watch).state!));
            expect(seen[1]).toEqual(seen[0]);
            expect(seen[2]).toEqual(seen[0]);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
