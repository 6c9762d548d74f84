/** The events of a case, ready to be given to the specifications of tables. */
import { at, type Line } from './given-ledger.ts';

type Event = Extract<Line, readonly [string, `case:${string}`, ...unknown[]]>[2];
type Of<T extends Event['type']> = Partial<Extract<Event, { type: T }>>;

/** A case of matter A-1 that clerk `one` took from ticket A007 and handles, unless something else is said. */
export function caseLines(id: string) {
  const line = (time: string, event: Event): Line => [at(time), `case:${id}`, event, 'clerk:one'];
  const parts = { handoverId: 'h1', from: 'one', to: 'two' };
  return {
    /** Any other event. */
    and: (time: string, event: Event) => line(time, event),
    opened: (time: string, other: Of<'case-opened'> = {}) =>
      line(time, {
        type: 'case-opened',
        matterId: 'A-1',
        firstContact: 'one',
        handler: 'one',
        origin: { kind: 'ticket', ticketId: 't', number: 'A007', day: '2026-11-23' },
        counterId: 'c1',
        ...other,
      }),
    resumed: (time: string, handler: string) => line(time, { type: 'case-resumed', counterId: 'c2', handler }),
    accepted: (time: string, other: Of<'case-accepted'> = {}) =>
      line(time, {
        type: 'case-accepted',
        receiptNo: 'SL20261123-0001',
        acceptedOn: '2026-11-23',
        dueOn: '2026-12-07',
        legalDueOn: '2026-12-21',
        note: '已受理',
        ...other,
      }),
    dueMoved: (time: string, other: Of<'due-moved'> = {}) =>
      line(time, {
        type: 'due-moved',
        from: '2026-12-07',
        to: '2026-12-08',
        cause: 'calendar',
        noticeNo: 'QX20261124-0001',
        provisional: true,
        ...other,
      }),
    dayMoved: (time: string, other: Of<'day-moved'> = {}) =>
      line(time, {
        ...{ type: 'day-moved', duty: 'telling', from: '2026-12-07', to: '2026-12-08', noticeNo: 'QX20261124-0002' },
        ...{ provisional: true, day: '2026-11-24' },
        paper: { names: { 'zh-Hans': '低保', 'zh-Hant': '低保', en: 'Allowance' }, basis: '', fee: '', items: [] },
        ...other,
      }),
    noticed: (time: string, other: Of<'notice-given'> = {}) =>
      line(time, { type: 'notice-given', noticeNo: 'GZ20261123-0001', missing: [0, 2], note: '请带原件', ...other }),
    offered: (time: string, other: Of<'handover-offered'> = {}) =>
      line(time, {
        type: 'handover-offered',
        ...parts,
        note: '请接办',
        lapsesAt: '2026-11-24T09:00:00.000Z',
        ...other,
      }),
    groupOffered: (time: string) =>
      line(time, {
        ...{ type: 'group-offered', handoverId: 'h1', from: 'one', toGroup: 'B', receivers: ['two', 'three'] },
        ...{ note: '请接办', lapsesAt: '2026-11-24T09:00:00.000Z', openMs: 1_800_000 },
      }),
    groupDeclined: (time: string) =>
      line(time, { type: 'group-declined', handoverId: 'h1', by: 'two', reason: '~不在' }),
    groupOfferEnded: (time: string, other: Of<'group-offer-ended'> = {}) =>
      line(time, {
        ...{ type: 'group-offer-ended', handoverId: 'h1', from: 'one', toGroup: 'B', why: 'taken-back' },
        ...{ day: '2026-11-23', ...other },
      }),
    offerMoved: (time: string) =>
      line(time, {
        ...{ type: 'handover-moved', handoverId: 'h1', before: '2026-11-24T09:00:00.000Z' },
        lapsesAt: '2026-11-25T01:15:00.000Z',
      }),
    offerAccepted: (time: string) => line(time, { type: 'handover-accepted', ...parts }),
    offerDeclined: (time: string, other: Of<'handover-declined'> = {}) =>
      line(time, { type: 'handover-declined', ...parts, reason: '不在', ...other }),
    offerLapsed: (time: string, other: Of<'handover-lapsed'> = {}) =>
      line(time, { type: 'handover-lapsed', ...parts, ...other }),
    offerTakenBack: (time: string) => line(time, { type: 'handover-taken-back', ...parts }),
    reassigned: (time: string) =>
      line(time, { type: 'case-reassigned', from: 'one', to: 'two', by: 'boss', reason: '~离岗', note: '~柜' }),
    proposed: (time: string, other: Of<'refusal-proposed'> = {}) =>
      line(time, { type: 'refusal-proposed', by: 'one', reason: '材料不实', day: '2026-11-23', ...other }),
    confirmed: (time: string) => line(time, { type: 'refusal-confirmed', by: 'boss' }),
    sentBack: (time: string) => line(time, { type: 'refusal-sent-back', by: 'boss', remark: '再核实' }),
    proposalTakenBack: (time: string) => line(time, { type: 'refusal-taken-back', by: 'one' }),
    closed: (time: string, other: Of<'case-closed'> = {}) =>
      line(time, { type: 'case-closed', outcome: 'done', clerkId: 'one', note: '当场办结', ...other }),
  };
}

/** The case of these lines, and how each history of it begins. */
export const k = caseLines('k');
export const OPENED = k.opened('01:00');
export const ACCEPTED = k.accepted('01:05');
/** C13. */
export const PROMISED = k.accepted('01:05', { follow: { items: [], by: '2026-11-30' } });

const noticeNo = 'GZ20261123-0001';
/** Of an accepted case what gives the resident no paper. */
export const QUIET: [string, Line[]][] = [
  [
    'is not clear, late and answered',
    [
      k.and('02:00', { type: 'case-escalated', by: 'one', reason: '像是民政的', answerBy: '2026-11-24' }),
      k.and('02:01', { type: 'duty-late', duty: 'escalation', on: '2026-11-25' }),
      k.and('02:02', { type: 'escalation-answered', by: 'boss', remark: '本街道' }),
    ],
  ],
  [
    'stands still and gets more time',
    [
      k.and('02:00', {
        ...{ type: 'case-paused', pauseId: 'p1', kind: 'inspection', basis: '第四十五条' },
        ...{ told: '2026-11-24', until: '2026-11-30', by: 'one' },
      }),
      k.and('02:01', { type: 'pause-ended', pauseId: 'p1', on: '2026-11-26' }),
      k.and('02:02', { type: 'case-extended', days: 5, reason: '复杂', told: '2026-11-26', by: 'boss' }),
    ],
  ],
  [
    'is warned of and explained',
    [
      k.and('02:00', { type: 'deadline-warned', part: 0.8, on: '2026-12-01' }),
      k.and('02:01', { type: 'overdue-explained', by: 'one', text: '现场核查延误' }),
    ],
  ],
  [
    'is asked about and answered, with messages',
    [
      k.and('02:00', {
        type: 'inquiry-received',
        inquiryId: 'q1',
        text: '~问',
        on: '2026-11-23',
        answerBy: '2026-11-25',
      }),
      k.and('02:01', { type: 'inquiry-read', inquiryId: 'q1', by: 'one', on: '2026-11-24' }),
      k.and('02:02', { type: 'inquiry-answered', inquiryId: 'q1', by: 'one', on: '2026-11-24', text: '~答' }),
      k.and('02:03', { type: 'messages-agreed', agreed: true }),
    ],
  ],
  [
    'is asked about among colleagues and outside',
    [
      k.and('02:00', {
        ...{ type: 'question-asked', questionId: 'f1', to: { clerkId: 'two' }, text: '~问', by: 'one' },
        ...{ on: '2026-11-23', answerBy: '2026-11-26' },
      }),
      k.and('02:01', { type: 'question-reminded', questionId: 'f1', on: '2026-11-25' }),
      k.and('02:01', {
        ...{ type: 'question-asked', questionId: 'f2', to: { clerkId: 'three' }, text: '~问', by: 'one' },
        ...{ on: '2026-11-25', answerBy: '2026-11-26' },
      }),
      k.and('02:01', { type: 'question-taken-back', questionId: 'f2', to: { clerkId: 'three' }, on: '2026-11-25' }),
      k.and('02:02', { type: 'question-answered', questionId: 'f1', by: 'two', on: '2026-11-25', text: '~答' }),
    ],
  ],
  [
    'is offered to a group, declined by one and taken back',
    [k.groupOffered('02:00'), k.groupDeclined('02:01'), k.groupOfferEnded('02:02')],
  ],
  [
    'has a helper, who may do more, and ends',
    [
      k.and('02:00', { type: 'applicant-named', personId: 'p1', by: 'one' }),
      k.and('02:01', {
        ...{ type: 'helper-entered', personId: 'p2', relation: 'family', scope: ['hand-in'], how: 'document' },
        ...{ until: '2026-11-30', by: 'one', on: '2026-11-23' },
      }),
      k.and('02:02', {
        ...{ type: 'helper-changed', personId: 'p2', scope: ['hand-in', 'be-told'], how: 'telephone' },
        ...{ by: 'one', on: '2026-11-24' },
      }),
      k.and('02:03', { type: 'helper-ended', personId: 'p2', on: '2026-11-25' }),
    ],
  ],
  [
    'was another system’s, and goes on here',
    [
      k.and('02:00', { type: 'foreign-activity', foreign: { activity: '勘验' } }),
      k.and('02:01', { type: 'case-taken-over', to: 'one', acceptedOn: '2026-11-23', dueOn: '2026-12-07' }),
    ],
  ],
];

/** Of a closed case papers that came late, passed on and answered. */
export const LATE: Line[] = [
  k.and('04:00', {
    ...{ type: 'late-papers-received', no: 'BC20261124-0001', note: '~一封信', by: 'two', on: '2026-11-24', to: 'one' },
    ...{ answerBy: '2026-11-25', day: '2026-11-24' },
    paper: { names: { 'zh-Hans': '低保', 'zh-Hant': '低保', en: 'Allowance' }, basis: '', fee: '', items: [] },
  }),
  k.and('04:01', { type: 'late-papers-passed', from: 'one', to: 'two', by: 'boss', reason: '~离岗', note: '~柜' }),
  k.and('04:02', {
    ...{ type: 'late-papers-answered', no: 'BC20261124-0001', by: 'two', on: '2026-11-25', kind: 'filed', text: '~答' },
  }),
];

/** Of a decided case a refusal that is to correct it, sent back, and taken back. */
export const CORRECTION: Line[] = [
  k.and('05:00', {
    ...{ type: 'correction-proposed', by: 'boss', reason: '另有住房', basis: '第五条', corrects: 'JD20261123-0001' },
    ...{ reviewBy: '2026-11-26', proposalNo: 'NB20261124-0001', day: '2026-11-24' },
    paper: { names: { 'zh-Hans': '低保', 'zh-Hant': '低保', en: 'Allowance' }, basis: '', fee: '', items: [] },
  }),
  k.and('05:01', { type: 'correction-sent-back', by: 'chief', remark: '~再核实' }),
  k.and('05:02', { type: 'correction-taken-back', by: 'boss' }),
];

/** Of a decided case the refusal that a second person gives instead. */
export const DECIDED_OTHERWISE: Line = k.and('06:00', {
  ...{ type: 'outcome-corrected', outcome: 'refused', by: 'boss', reason: '另有住房', basis: '第五条' },
  ...{ decisionNo: 'JD20261124-0001', voids: 'JD20261123-0001', on: '2026-11-24', tellBy: '2026-12-08' },
  day: '2026-11-24',
  paper: { names: { 'zh-Hans': '低保', 'zh-Hant': '低保', en: 'Allowance' }, basis: '', fee: '', items: [] },
});

/** What becomes of an accepted case whose clock runs on. */
export const GOES_ON: readonly [string, Line[]][] = [
  ...QUIET,
  ['is printed', [k.and('01:06', { type: 'paper-printed', no: 'SL20261123-0001', by: 'one' })]],
  ['is offered and declined', [k.offered('02:00'), k.offerMoved('02:01'), k.offerDeclined('02:02')]],
  ['is offered and lapses', [k.offered('02:00'), k.offerLapsed('02:02')]],
  ['is offered no more', [k.offered('02:00'), k.offerTakenBack('02:02')]],
  ['goes to somebody else', [k.offered('02:00'), k.offerAccepted('03:00'), k.reassigned('04:00')]],
  ['is due on another day', [k.dueMoved('02:00')]],
  ['waits for what was promised', [k.and('02:00', { type: 'promise-reminded', on: '2026-11-25' })]],
];

/** Of a case that ended on the spot: as another end, and then going on in a linked case. */
export const ENDING_CORRECTED: Line[] = [
  k.and('06:00', {
    ...{ type: 'ending-corrected', was: 'done', outcome: 'answered', by: 'boss', reason: '~并未办结', basis: '第五条' },
    ...{ on: '2026-11-24', voids: [], closingNo: 'BJ20261124-0001', day: '2026-11-24' },
    paper: { names: { 'zh-Hans': '低保', 'zh-Hant': '低保', en: 'Allowance' }, basis: '', fee: '', items: [] },
  }),
  k.and('06:01', {
    ...{
      type: 'ending-corrected',
      was: 'answered',
      outcome: 'corrected',
      by: 'chief',
      reason: '~续办',
      basis: '第五条',
    },
    ...{ on: '2026-11-24', voids: ['BJ20261124-0001'], linked: 'l', linkedNo: 'SL20261124-0001' },
  }),
];

/** Of a case that ended by silence whoever rings its resident up, in vain on the first day. */
export const RUNG: Line[] = [
  k.and('02:03', { type: 'ring-owed', why: 'silent', on: '2026-12-24', answerBy: '2026-12-25' }),
  k.and('02:03', { type: 'duty-moved', duty: 'ring', from: '2026-12-25', to: '2026-12-28', provisional: false }),
  k.and('02:03', { type: 'resident-rung', by: 'two', on: '2026-12-24', reached: false, remark: '' }),
];

/** Of an open case what follows its notice, to its end and back. */
export const OF_NOTICE: Line[] = [
  k.and('01:04', { type: 'notice-let-pass', by: 'boss', reason: '~另一名子女' }),
  k.noticed('01:05'),
  k.and('02:00', { type: 'materials-received', noticeNo, items: [], by: 'two', on: '2026-11-25' }),
  k.and('02:01', { type: 'duty-warned', duty: 'deemed', on: '2026-12-01' }),
  k.and('02:01', { type: 'notice-reminded', noticeNo, on: '2026-12-16' }),
  k.and('02:02', { type: 'notice-unanswered', noticeNo, on: '2026-12-24' }),
  k.closed('02:03', { outcome: 'withdrawn' }),
  ...RUNG,
  k.and('02:04', { type: 'case-revived', by: 'two', answerBy: '2027-01-30' }),
  k.and('02:05', { type: 'notice-taken-back', noticeNo, by: 'two', reason: '可核验' }),
];

/** Of an accepted case its decision, told. */
export const DECIDED: Line[] = [
  k.and('02:00', {
    ...{ type: 'case-decided', outcome: 'granted', by: 'one', note: '准予', on: '2026-11-23', tellBy: '2026-12-07' },
    ...{ decisionNo: 'JD20261123-0001', day: '2026-11-23' },
  }),
  k.and('02:01', { type: 'resident-told', way: 'telephone', by: 'two', on: '2026-11-24', reached: true, remark: '' }),
  k.closed('02:02', { outcome: 'granted' }),
];
