/** Anything that anybody could wish of a case, for histories: each kind of command, and each conclusion. */

import fc from 'fast-check';
import type { Case } from '../../schema/cases/case.ts';
import type { Conclusion } from '../../schema/cases/conclusion.ts';
import type { CaseId, Day, HandoverId, InquiryId, Letter, PauseId, PersonId, QuestionId } from '../../schema/ids.ts';
import type { MessageKind } from '../../schema/messages/message.ts';
import { addDays } from '../../schema/time.ts';
import type { CaseCommand, CommandOf, Correcting } from '../cases/rules/case-command.ts';
import { waitingPapers } from '../cases/rules/late-papers.ts';
import { ALL, BOSS, ONE, REASON, TWO } from './case-wishes.ts';
import type { OwnDay } from './given.ts';

type Of<T extends CaseCommand> = fc.Arbitrary<(now: Case) => T>;
type Kind = Exclude<CaseCommand['type'], 'open-case'>;

export const clerk = fc.constantFrom(ONE, TWO, BOSS);
const some = fc.subarray(ALL, { minLength: 1 });
const days = fc.integer({ min: 1, max: 15 });
const AGAINST = { reason: REASON, basis: '第五条' };
const PLACE = { place: '区住建局', address: '和平路 8 号', telephone: '010-1234' };
/** C5: each way in which an outcome may be corrected. */
const CORRECTED_TO: Correcting[] = [
  ...(['granted', 'refused', 'done', 'answered', 'not-needed', 'withdrawn'] as const).map((outcome) => ({ outcome })),
  { outcome: 'not-ours', destination: PLACE },
  { outcome: 'corrected', linked: 'linked' as CaseId, linkedNo: 'SL20261123-0002' },
];
const OFFER = { note: '', lapsesAt: '2027-01-01T00:00:00.000Z', openMs: 1 };
const offerOf = ({ offer }: Case) => ({ handoverId: offer?.id ?? ('none' as HandoverId) });
const always = <T extends CaseCommand>(command: T): Of<T> => fc.constant(() => command);
const byAny = <T extends CaseCommand>(of: (by: typeof ONE, now: Case) => T): Of<T> =>
  clerk.map((by) => (now: Case) => of(by, now));

/** A kind that is forgotten here does not compile. */
const CONCLUSIONS: { [K in Conclusion['kind']]: fc.Arbitrary<Extract<Conclusion, { kind: K }>> } = {
  done: fc.constantFrom({ kind: 'done', note: '' }, { kind: 'done', note: '', told: 'post' }),
  answered: fc.constantFrom(
    { kind: 'answered', note: '到二楼办' },
    { kind: 'answered', note: '已回信', told: 'e-mail' },
  ),
  accepted: fc.constantFrom(
    { kind: 'accepted', note: '' },
    { kind: 'accepted', note: '', follow: { items: ['A-1.2'], by: '2026-12-01' } },
  ),
  escalated: fc.constant({ kind: 'escalated', note: '归属不清' }),
  notice: some.map((missing) => ({ kind: 'notice', missing, note: '' })),
  'not-ours': fc.constantFrom(
    { kind: 'not-ours', note: '属区住建局', ...PLACE },
    { kind: 'not-ours', note: '属区住建局', ...PLACE, unreachable: true },
  ),
  'not-needed': fc.constantFrom(
    { kind: 'not-needed', note: '不用办' },
    { kind: 'not-needed', note: '不用办', told: 'post' },
    { kind: 'not-needed', note: '登记错了', mistaken: true },
  ),
  refused: fc.constant({ kind: 'refused', ...AGAINST }),
  withdrawn: fc.constantFrom({ kind: 'withdrawn', note: '' }, { kind: 'withdrawn', note: '', told: 'telephone' }),
};

/** A command that is forgotten here does not compile. */
const WISHES: { [K in Kind]: Of<CommandOf<K>> } = {
  'conclude-case': fc
    .tuple(fc.constantFrom(ONE, ONE, TWO), fc.oneof(...Object.values(CONCLUSIONS)), fc.boolean(), fc.boolean())
    .map(([by, conclusion, isListed, isReachable]) => () => ({
      type: 'conclude-case',
      by,
      conclusion,
      isListed,
      isReachable,
    })),
  'receive-materials': fc.tuple(clerk, some, fc.boolean()).map(([by, items, isExamined]) => () => ({
    type: 'receive-materials',
    by,
    items,
    isExamined,
  })),
  'accept-case': byAny((by) => ({ type: 'accept-case', by, note: '' })),
  'give-notice-again': fc
    .tuple(clerk, some, fc.constantFrom('当时遗漏', null))
    .map(([by, missing, override]) => () => ({ type: 'give-notice-again', by, missing, note: '', override })),
  'take-back-notice': byAny((by) => ({ type: 'take-back-notice', by, reason: '可核验', isSupervisor: by === BOSS })),
  'let-notice-pass': always({ type: 'let-notice-pass', by: BOSS, reason: '另一名子女' }),
  'revive-case': byAny((by) => ({ type: 'revive-case', by })),
  'leave-case': fc.boolean().map((byResident) => () => ({ type: 'leave-case', byResident })),
  'undo-conclusion': always({ type: 'undo-conclusion' }),
  'print-paper': byAny((by) => ({ type: 'print-paper', by, no: 'SL20261123-0001' })),
  'name-applicant': fc.tuple(clerk, fc.constantFrom('p1', 'p2')).map(([by, id]) => () => ({
    type: 'name-applicant',
    by,
    personId: id as PersonId,
    isSupervisor: by === BOSS,
  })),
  'enter-helper': fc
    .tuple(clerk, fc.constantFrom('p1', 'p3'), fc.option(fc.integer({ min: 0, max: 40 })))
    .map(([by, id, left]) => () => {
      const until = left === null ? null : addDays('2026-11-23', left);
      const terms = { relation: 'family', scope: ['hand-in'], how: 'document', until } as const;
      const helper = { personId: id as PersonId, ...terms, scope: [...terms.scope] };
      return { type: 'enter-helper', by, helper, isSupervisor: by === BOSS };
    }),
  'change-helper': byAny((by) => {
    const terms = { scope: ['be-told' as const], until: null, how: 'telephone' as const };
    return { type: 'change-helper', by, ...terms, isSupervisor: by === BOSS };
  }),
  'end-helper': byAny((by) => ({ type: 'end-helper', by, how: 'telephone', isSupervisor: by === BOSS })),
  'pause-case': fc
    .tuple(fc.constantFrom('inspection' as const, 'applicant' as const), days)
    .map(([kind, planned]) => (now) => ({
      type: 'pause-case',
      by: now.handler,
      kind,
      basis: '第四十五条',
      days: planned,
    })),
  'end-pause': byAny((by, now) => ({
    ...{ type: 'end-pause', by },
    pauseId: now.pauses.at(-1)?.id ?? ('none' as PauseId),
  })),
  'extend-case': days.map((more) => () => ({ type: 'extend-case', by: BOSS, days: more, reason: '案情复杂' })),
  'move-due': always({ type: 'move-due' }),
  'explain-overdue': byAny((by) => ({ type: 'explain-overdue', by, text: '等待上级', isSupervisor: by === BOSS })),
  'answer-escalation': fc
    .tuple(clerk, fc.option(clerk, { nil: undefined }), fc.constantFrom(undefined, PLACE))
    .map(([by, to, destination]) => () => ({
      type: 'answer-escalation',
      by,
      remark: '由民政办',
      ...(destination ? { destination } : { to }),
    })),
  'offer-handover': fc.tuple(clerk, clerk).map(([from, to]) => () => ({ type: 'offer-handover', from, to, ...OFFER })),
  'offer-to-group': byAny((from) => ({
    ...{ type: 'offer-to-group', from, toGroup: 'A' as Letter, receivers: [ONE, TWO, BOSS], ...OFFER },
  })),
  'leave-offer': byAny((clerkId, now) => ({
    ...{ type: 'leave-offer', clerkId, senderIsGone: false, ...offerOf(now) },
  })),
  'accept-handover': byAny((by, now) => ({ type: 'accept-handover', by, ...offerOf(now) })),
  'decline-handover': byAny((by, now) => ({
    ...{ type: 'decline-handover', by, reason: '', gone: false, ...offerOf(now) },
  })),
  'take-back-handover': byAny((by, now) => ({ type: 'take-back-handover', by, ...offerOf(now) })),
  'lapse-handover': fc.constant((now) => ({ type: 'lapse-handover', gone: false, ...offerOf(now) })),
  'move-handover': fc.constant((now) => ({
    ...{ type: 'move-handover', lapsesAt: '2027-01-02T00:00:00.000Z', ...offerOf(now) },
  })),
  'reassign-case': fc.tuple(clerk, clerk).map(([from, to]) => () => ({
    type: 'reassign-case',
    from,
    to,
    by: BOSS,
    reason: '离岗',
    note: '',
  })),
  'propose-refusal': fc.constant((now) => ({ type: 'propose-refusal', by: now.handler, ...AGAINST })),
  'confirm-refusal': byAny((by) => ({ type: 'confirm-refusal', by })),
  'send-back-refusal': byAny((by) => ({ type: 'send-back-refusal', by, remark: '' })),
  'take-back-refusal': byAny((by) => ({ type: 'take-back-refusal', by })),
  'close-case': fc
    .tuple(
      fc.constantFrom('granted' as const, 'granted' as const, 'withdrawn' as const),
      fc.boolean(),
      fc.constantFrom(undefined, 'post' as const),
    )
    .map(([outcome, here, told]) => (now) => ({ type: 'close-case', by: now.handler, outcome, note: '', here, told })),
  'tell-resident': fc
    .boolean()
    .map((reached) => () => ({ type: 'tell-resident', by: TWO, way: 'telephone', reached, remark: '' })),
  'ring-untold': fc
    .constantFrom<MessageKind>('case-closed', 'case-ended', 'case-accepted', 'case-due-moved')
    .map((kind) => () => ({ type: 'ring-untold', kind, days: [] })),
  'ring-resident': fc.boolean().map((reached) => () => ({ type: 'ring-resident', by: TWO, reached, remark: '' })),
  'correct-outcome': fc.tuple(clerk, fc.constantFrom<Correcting>(...CORRECTED_TO)).map(([by, to]) => () => ({
    type: 'correct-outcome',
    by,
    ...to,
    ...AGAINST,
  })),
  'take-back-wish': always({ type: 'take-back-wish' }),
  'send-inquiry': always({ type: 'send-inquiry', text: '办到哪一步了？', to: TWO }),
  'read-inquiry': byAny((by, now) => ({ type: 'read-inquiry', by, inquiryId: inquiryOf(now) })),
  'answer-inquiry': byAny((by, now) => ({ type: 'answer-inquiry', by, inquiryId: inquiryOf(now), text: '在办' })),
  'ask-question': fc.tuple(clerk, fc.constantFrom(TWO, BOSS)).map(([by, clerkId]) => (now) => {
    const answerBy = addDays(now.openedAt.slice(0, 10), 90);
    return { type: 'ask-question', by, to: { clerkId }, text: '材料齐吗', answerBy };
  }),
  'answer-question': byAny((by, now) => ({ type: 'answer-question', by, questionId: questionOf(now), text: '齐' })),
  'take-back-question': fc.constant((now) => ({ type: 'take-back-question', questionId: questionOf(now) })),
  'take-late-papers': fc.tuple(clerk, clerk, fc.subarray(ALL)).map(([by, to, items]) => () => ({
    type: 'take-late-papers',
    by,
    to,
    items,
    note: '一封信',
  })),
  'answer-late-papers': fc
    .tuple(clerk, fc.constantFrom('filed' as const, 'linked' as const, 'corrected' as const))
    .map(([by, kind]) => (now) => {
      const of = { no: waitingPapers(now)?.no ?? 'none', linkedNo: null };
      return { type: 'answer-late-papers', by, kind, text: '已归档', isSupervisor: by === BOSS, ...of };
    }),
  'agree-messages': fc.boolean().map((agreed) => () => ({ type: 'agree-messages', agreed })),
  'watch-case': always({ type: 'watch-case' }),
};

/** How much oftener than others: without them a history ends at once, or never gets far. */
const OFTEN: Partial<Record<Kind, number>> = {
  ...{ 'conclude-case': 5, 'receive-materials': 4, 'close-case': 3, 'tell-resident': 3, 'pause-case': 2 },
  ...{ 'offer-handover': 3, 'accept-handover': 2, 'propose-refusal': 2, 'take-late-papers': 2 },
};

/** Each kind, whether it is in order or not, and days that pass before it. */
export const wish: fc.Arbitrary<{ days: number; of: (now: Case) => CaseCommand }> = fc.record({
  days: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
  of: fc.oneof(
    ...(Object.entries(WISHES) as [Kind, Of<CaseCommand>][]).map(([kind, arbitrary]) => ({
      arbitrary,
      weight: OFTEN[kind] ?? 1,
    })),
  ),
});

function inquiryOf({ inquiries }: Case): InquiryId {
  return inquiries.at(-1)?.id ?? ('none' as InquiryId);
}

function questionOf({ questions }: Case): QuestionId {
  return questions.at(-1)?.id ?? ('none' as QuestionId);
}

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
