/** Anything that anybody could wish of a case, for histories. */
import fc from 'fast-check';
import type { Case } from '../../schema/cases/case.ts';
import type { Day, HandoverId, InquiryId, Letter, PauseId, PersonId, QuestionId } from '../../schema/ids.ts';
import type { HelperTerms } from '../../schema/people/helper.ts';
import { addDays } from '../../schema/time.ts';
import type { CaseCommand, HelperEntry } from '../cases/rules/case-command.ts';
import { waitingPapers } from '../cases/rules/late-papers.ts';
import {
  ALL,
  accept,
  BOSS,
  extend,
  grant,
  notice,
  ONE,
  pause,
  REASON,
  receive,
  TWO,
  tell,
  watch,
} from './case-wishes.ts';
import type { OwnDay } from './given.ts';

export const clerk = fc.constantFrom(ONE, TWO, BOSS);
const some = fc.subarray(ALL, { minLength: 1 });
/** Anything anybody could wish, whether it is in order or not, and days that pass. */
export const wish: fc.Arbitrary<{ days: number; of: (now: Case) => CaseCommand }> = fc
  .tuple(
    fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
    fc.oneof(
      some.map((items) => () => notice(...items)),
      fc.constant(() => accept),
      fc.tuple(clerk, some, fc.boolean()).map(
        ([by, items, isExamined]) =>
          () =>
            ({ ...receive(items, isExamined), by }) as CaseCommand,
      ),
      clerk.map((by) => () => ({ type: 'accept-case', by, note: '' }) as const),
      clerk.map((by) => () => ({ type: 'take-back-notice', by, reason: '可核验', isSupervisor: by === BOSS }) as const),
      fc.tuple(clerk, fc.constantFrom('p1', 'p2')).map(
        ([by, id]) =>
          () =>
            ({ type: 'name-applicant', by, personId: id as PersonId, isSupervisor: by === BOSS }) as const,
      ),
      fc
        .tuple(clerk, fc.constantFrom('p1', 'p3'), fc.option(fc.integer({ min: 0, max: 40 })))
        .map(([by, id, days]) => (): CaseCommand => {
          const until = days === null ? null : addDays('2026-11-23', days);
          const personId = id as PersonId;
          const helper: HelperEntry = { personId, relation: 'family', scope: ['hand-in'], how: 'document', until };
          return { type: 'enter-helper', by, helper, isSupervisor: by === BOSS };
        }),
      clerk.map((by) => (): CaseCommand => {
        const terms: HelperTerms = { scope: ['be-told'], until: null, how: 'telephone' };
        return { type: 'change-helper', by, ...terms, isSupervisor: by === BOSS };
      }),
      clerk.map((by) => () => ({ type: 'end-helper', by, how: 'telephone', isSupervisor: by === BOSS }) as const),
      clerk.map((by) => () => ({ type: 'revive-case', by }) as const),
      fc
        .integer({ min: 1, max: 15 })
        .map((days) => (now: Case) => ({ ...pause(days), by: now.handler }) as CaseCommand),
      clerk.map(
        (by) => (now: Case) =>
          ({ type: 'end-pause', by, pauseId: now.pauses.at(-1)?.id ?? ('none' as PauseId) }) as const,
      ),
      fc.integer({ min: 1, max: 12 }).map((days) => () => extend(days)),
      fc.tuple(clerk, clerk).map(
        ([from, to]) =>
          () =>
            ({ type: 'offer-handover', from, to, note: '', lapsesAt: '2027-01-01T00:00:00.000Z', openMs: 1 }) as const,
      ),
      fc
        .tuple(
          clerk,
          fc.constantFrom(
            'accept-handover',
            'decline-handover',
            'take-back-handover',
            'lapse-handover',
            'move-handover',
          ),
        )
        .map(
          ([by, type]) =>
            (now: Case) =>
              ({
                type,
                by,
                reason: '',
                gone: false,
                lapsesAt: '2027-01-02T00:00:00.000Z',
                handoverId: now.offer?.id ?? ('none' as HandoverId),
              }) as CaseCommand,
        ),
      fc.tuple(clerk, clerk).map(
        ([from, to]) =>
          () =>
            ({ type: 'reassign-case', from, to, by: BOSS, reason: '离岗', note: '' }) as const,
      ),
      fc.constant(
        (now: Case) => ({ type: 'propose-refusal', by: now.handler, reason: REASON, basis: '第五条' }) as const,
      ),
      fc.tuple(clerk, fc.constantFrom('confirm-refusal', 'send-back-refusal', 'take-back-refusal')).map(
        ([by, type]) =>
          () =>
            ({ type, by, remark: '' }) as CaseCommand,
      ),
      fc.constant((now: Case) => ({ ...grant, by: now.handler }) as CaseCommand),
      fc.boolean().map((reached) => () => tell(reached)),
      fc.tuple(clerk, fc.constantFrom('granted' as const, 'refused' as const)).map(
        ([by, outcome]) =>
          () =>
            ({ type: 'correct-outcome', by, outcome, reason: REASON, basis: '第五条' }) as const,
      ),
      fc.tuple(clerk, clerk, fc.subarray(ALL)).map(
        ([by, to, items]) =>
          () =>
            ({ type: 'take-late-papers', by, to, items, note: '一封信' }) as const,
      ),
      fc.tuple(clerk, fc.constantFrom('filed' as const, 'linked' as const, 'corrected' as const)).map(
        ([by, kind]) =>
          (now: Case) =>
            ({
              ...{ type: 'answer-late-papers' as const, by, kind, text: '已归档', isSupervisor: by === BOSS },
              ...{ no: waitingPapers(now)?.no ?? 'none', linkedNo: null },
            }) as const,
      ),
      fc.constant(() => ({ type: 'move-due' }) as const),
      fc.constant(() => watch),
      fc.constant(() => ({ type: 'undo-conclusion' }) as const),
      clerk.map((by) => () => ({ type: 'print-paper', by, no: 'SL20261123-0001' }) as const),
    ),
  )
  .map(([days, of]) => ({ days, of }));

/** C17: a day that the hall’s calendar has otherwise from now on, and the dates that move with it. */
export const calendarWish: fc.Arbitrary<{ days: number; own: (today: Day) => OwnDay; of: () => CaseCommand }> = fc
  .tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 0, max: 8 }),
    fc.constantFrom('off' as const, 'worked' as const),
  )
  .map(([days, ahead, kind]) => ({
    days,
    own: (today) => [addDays(today, ahead), kind],
    of: () => ({ type: 'move-due' }),
  }));

/** What residents, those who were asked, and the clock wish besides. */
export const rest: typeof wish = fc
  .tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.oneof(
      fc
        .constantFrom<CaseCommand>(
          { type: 'leave-case' },
          { type: 'take-back-wish' },
          { type: 'send-inquiry', text: '办到哪一步了？', to: TWO },
          { type: 'agree-messages', agreed: true },
          { type: 'conclude-case', by: ONE, conclusion: { kind: 'escalated', note: '归属不清' } },
          { type: 'conclude-case', by: ONE, conclusion: { kind: 'refused', reason: REASON, basis: '第五条' } },
          { type: 'conclude-case', by: ONE, conclusion: { kind: 'done', note: '' } },
        )
        .map((command) => () => command),
      fc.tuple(clerk, some, fc.boolean()).map(
        ([by, missing, isSaid]) =>
          () =>
            ({ type: 'give-notice-again', by, missing, note: '', override: isSaid ? '当时遗漏' : null }) as const,
      ),
      fc.boolean().map((reached) => (): CaseCommand => ({ type: 'ring-resident', by: TWO, reached, remark: '' })),
      fc.constant((): CaseCommand => ({ type: 'let-notice-pass', by: BOSS, reason: '另一名子女' })),
      fc.tuple(clerk, fc.option(clerk, { nil: undefined })).map(
        ([by, to]) =>
          (): CaseCommand => ({ type: 'answer-escalation', by, remark: '由民政办', to }),
      ),
      clerk.map(
        (by) => () => ({ type: 'explain-overdue', by, text: '等待上级答复', isSupervisor: by === BOSS }) as const,
      ),
      clerk.map((by) => (now: Case) => {
        const inquiryId = now.inquiries.at(-1)?.id ?? ('none' as InquiryId);
        return by === TWO
          ? ({ type: 'read-inquiry', by, inquiryId } as const)
          : ({ type: 'answer-inquiry', by, inquiryId, text: '在办' } as const);
      }),
      fc.tuple(clerk, fc.constantFrom(TWO, BOSS)).map(
        ([by, to]) =>
          (now: Case): CaseCommand => ({
            ...{ type: 'ask-question', by, to: { clerkId: to }, text: '材料齐吗' },
            answerBy: addDays(now.openedAt.slice(0, 10), 90),
          }),
      ),
      clerk.map((by) => (now: Case): CaseCommand => {
        const questionId = now.questions.at(-1)?.id ?? ('none' as QuestionId);
        return by === ONE
          ? { type: 'take-back-question', questionId }
          : { type: 'answer-question', by, questionId, text: '齐' };
      }),
      clerk.map(
        (from) => (): CaseCommand => ({
          ...{ type: 'offer-to-group', from, toGroup: 'A' as Letter, receivers: [ONE, TWO, BOSS], note: '' },
          ...{ lapsesAt: '2027-01-01T00:00:00.000Z', openMs: 1 },
        }),
      ),
      clerk.map(
        (clerkId) =>
          (now: Case): CaseCommand => ({
            ...{ type: 'leave-offer', clerkId, senderIsGone: false },
            handoverId: now.offer?.id ?? ('none' as HandoverId),
          }),
      ),
      fc.constant(
        (now: Case): CaseCommand => ({ type: 'close-case', by: now.handler, outcome: 'withdrawn', note: '' }),
      ),
    ),
  )
  .map(([days, of]) => ({ days, of }));
