import { test } from 'vitest';
import type { CaseId } from '../../../schema/ids.ts';
import {
  CORRECTION,
  caseLines,
  DECIDED,
  ENDING_CORRECTED,
  LATE,
  OF_NOTICE,
  QUIET,
  RUNG,
} from '../../test/case-lines.ts';
import { at, type Line, specify } from '../../test/given-ledger.ts';
import { ticketLines } from '../../test/ticket-lines.ts';

const TOMORROW = '2026-11-24';
const t = ticketLines('t');
const k = caseLines('k');
/** What a note names that is about nothing of the kind. */
const NOTHING = {
  case_id: null,
  number: null,
  clerk_id: null,
  counter_id: null,
  by_clerk: null,
  about: null,
  detail: null,
  over: 0,
  ticked_by: null,
};
const serving = [t.issued('01:00'), t.called('01:01'), t.started('01:02')];
const accepted = [k.opened('01:00'), k.accepted('01:05')];
const proposed = [...accepted, k.proposed('03:00')];
const PROPOSED = {
  ...NOTHING,
  seq: 3,
  at: '2026-11-23T03:00:00.000Z',
  day: '2026-11-23',
  kind: 'refusal-proposed',
  case_id: 'k',
  number: 'A007',
  clerk_id: 'one',
  about: 'SL20261123-0001',
  detail: '材料不实',
};

const UNDONE: Line[] = [
  k.accepted('01:05'),
  k.and('01:05:05', { type: 'conclusion-undone', papers: ['SL20261123-0001'] }),
  k.and('01:05:05', { type: 'paper-voided', no: 'SL20261123-0001', why: 'undone' }),
  k.accepted('01:06', { receiptNo: 'SL20261123-0002' }),
  k.and('01:07', { type: 'paper-printed', no: 'SL20261123-0002', by: 'one' }),
];

specify(['notes'], ({ gives }) => {
  test.each<[string, Line[]]>([
    ['is served and finished', [...serving, t.concluded('01:03'), t.finished('01:04')]],
    [
      'is recalled, missed and comes again',
      [t.issued('01:00'), t.called('01:01'), t.recalled('01:02'), t.missed('01:03'), t.rejoined('01:04')],
    ],
    [
      'is held, passed on and gets one matter more',
      [...serving, t.added('01:03'), t.held('01:04'), t.returned('01:05'), t.called('01:06'), t.passed('01:07')],
    ],
    ['is put back and expires', [t.issued('01:00'), t.called('01:01'), t.putBack('01:02'), t.expired('09:00')]],
    ['is handed back and carried over', [...serving, t.handedBack('01:03'), t.carriedOver('09:00', TOMORROW)]],
    [
      'steps away and comes back',
      [t.issued('01:00'), t.slipReported('01:01'), t.steppedAway('01:02'), t.returned('01:03')],
    ],
    ['is withdrawn by its resident', [t.issued('01:00'), t.letPass('01:01', 1), t.withdrawn('01:02')]],
  ])('the supervisor is told nothing of a ticket that %s', (_, lines) => {
    gives('notes', lines, []);
  });

  test('[Q4] a call out of order is told with number and clerk, on the day on which the ticket is live', () => {
    const called = t.called('2026-11-24T01:05', { clerkId: 'two', why: { rule: 'out-of-order', reason: '行动不便' } });
    gives(
      'notes',
      [t.issued('01:00'), t.carriedOver('09:00', TOMORROW), called],
      [
        {
          ...NOTHING,
          seq: 3,
          at: '2026-11-24T01:05:00.000Z',
          day: '2026-11-24',
          kind: 'called-out-of-order',
          number: 'A001',
          clerk_id: 'two',
        },
      ],
    );
  });

  test('[T4] a clerk’s withdrawal is told with its reason, on the service day of the act', () => {
    const note = {
      ...NOTHING,
      seq: 2,
      at: '2026-11-23T01:05:00.000Z',
      day: '2026-11-23',
      kind: 'ticket-withdrawn',
      number: 'A001',
      clerk_id: 'one',
      detail: '已离开',
    };
    const by = { clerkId: 'one', reason: '已离开' };
    gives(
      'notes',
      [t.issued('01:00', { day: '2026-11-22' }), t.withdrawn('01:05', { ...by, day: '2026-11-23' })],
      [note],
    );
    gives('notes', [t.issued('01:00'), t.withdrawn('01:05', by)], [note]);
    const undone = [t.issued('01:00'), t.withdrawn('01:05', by), t.undone('01:05:05', 'ticket-withdrawn', '01:05')];
    gives('notes', undone, [{ ...note, over: 1 }]);
  });

  test('[T12] a counter that was released is told with its clerk, the supervisor and the reason', () => {
    const note = {
      ...NOTHING,
      seq: 4,
      at: '2026-11-23T01:30:00.000Z',
      day: '2026-11-23',
      kind: 'counter-released',
      number: 'A001',
      clerk_id: 'one',
      counter_id: 'c1',
      by_clerk: 'boss',
      detail: '突发急病',
    };
    gives('notes', [...serving, t.released('01:30', 'clerk:boss')], [note]);
    gives('notes', [...serving, t.finished('01:30', { reason: '突发急病' }, 'clerk:boss')], [note]);
    gives('notes', [...serving, t.released('01:30', 'clock')], [{ ...note, by_clerk: null }]);
  });

  test('[C3] a handover that lapsed is told with case and sender, on its service day', () => {
    const lapsed = k.offerLapsed('17:10', { day: '2026-11-23' });
    const note = {
      ...NOTHING,
      seq: 4,
      at: '2026-11-23T17:10:00.000Z',
      day: '2026-11-23',
      kind: 'handover-lapsed',
      case_id: 'k',
      number: 'A007',
      clerk_id: 'one',
    };
    gives('notes', [...accepted, k.offered('02:00'), lapsed], [note]);
    // 17:10 is 01:10 of the next day in the hall.
    gives('notes', [...accepted, k.offered('02:00'), k.offerLapsed('17:10')], [{ ...note, day: '2026-11-24' }]);
    const gone = { gone: true, day: '2026-11-23' };
    const told = [...accepted, k.offered('02:00')];
    gives('notes', [...told, k.offerLapsed('17:10', gone)], [{ ...note, detail: 'gone' }]);
    gives('notes', [...told, k.offerDeclined('17:10', gone)], [{ ...note, kind: 'handover-declined' }]);
    const byTelephone = k.opened('01:00', { origin: { kind: 'telephone', number: '', day: '2026-11-23' } });
    gives('notes', [byTelephone, k.accepted('01:05'), k.offered('02:00'), lapsed], [{ ...note, number: null }]);
  });

  test('[C3] [C15] an offer to a group that lapsed, or ended with a sender who is gone, is told as of one to a clerk', () => {
    const note = {
      ...NOTHING,
      seq: 4,
      at: '2026-11-23T03:00:00.000Z',
      day: '2026-11-23',
      kind: 'handover-lapsed',
      case_id: 'k',
      number: 'A007',
      clerk_id: 'one',
    };
    const told = [...accepted, k.groupOffered('02:00')];
    gives('notes', [...told, k.groupOfferEnded('03:00', { why: 'lapsed' })], [note]);
    gives('notes', [...told, k.groupOfferEnded('03:00', { why: 'declined' })], []);
    const gone = { why: 'declined', gone: true } as const;
    gives('notes', [...told, k.groupOfferEnded('03:00', gone)], [{ ...note, detail: 'gone' }]);
  });

  test('[C6] a refusal that waits for a second person is told with its receipt and reason, on its service day', () => {
    gives('notes', proposed, [PROPOSED]);
    const late = k.proposed('2026-11-23T17:30', { day: '2026-11-23', reason: '逾期未补' });
    gives('notes', [...proposed.slice(0, 2), late], [{ ...PROPOSED, at: at('17:30'), detail: '逾期未补' }]);
  });

  test.each<[string, Line[]]>([
    ['confirmed', [k.confirmed('03:10'), k.closed('03:10', { outcome: 'refused' })]],
    ['sent back', [k.sentBack('03:10')]],
    ['taken back', [k.proposalTakenBack('03:10')]],
    ['overtaken by the end of its case', [k.closed('03:10', { outcome: 'withdrawn' })]],
  ])('[C6] the note of a proposed refusal is over once that is %s', (_, lines) => {
    gives('notes', [...proposed, ...lines], [{ ...PROPOSED, over: 1 }]);
  });

  test('[C6] a refusal that is proposed again is a second note, and another case’s note stays', () => {
    const other = caseLines('other');
    const lines = [
      ...proposed,
      other.opened('03:01'),
      other.accepted('03:02', { receiptNo: 'SL20261123-0002' }),
      other.proposed('03:03'),
      k.sentBack('03:10'),
      k.proposed('03:20'),
    ];
    gives('notes', lines, [
      { ...PROPOSED, over: 1 },
      { ...PROPOSED, seq: 6, at: at('03:03'), case_id: 'other', about: 'SL20261123-0002' },
      { ...PROPOSED, seq: 8, at: at('03:20') },
    ]);
  });

  test('[C17] a due date that moved, or another day, is told with its receipt, both dates and the notice to give', () => {
    gives(
      'notes',
      [k.opened('01:00'), k.accepted('01:05'), k.dueMoved('03:00', { day: '2026-11-23' })],
      [{ ...PROPOSED, kind: 'due-moved', detail: '2026-12-07 2026-12-08 QX20261124-0001' }],
    );
    const moved = { ...PROPOSED, seq: 4, day: '2026-11-24', kind: 'day-moved' };
    gives(
      'notes',
      [...accepted, ...DECIDED.slice(0, 1), k.dayMoved('03:00')],
      [{ ...moved, detail: 'telling 2026-12-07 2026-12-08 QX20261124-0002' }],
    );
  });

  test('[C4] a case that is not clear is told with its reason until it is answered, and what is late of it', () => {
    gives(
      'notes',
      [...accepted, ...QUIET[0]![1]],
      [
        { ...PROPOSED, at: at('02:00'), kind: 'case-escalated', detail: '像是民政的', over: 1 },
        { ...PROPOSED, seq: 4, at: at('02:01'), kind: 'duty-late', clerk_id: null, detail: 'escalation' },
      ],
    );
  });

  test('[C7] a resident to be rung up is told until it is done', () => {
    const note = { ...PROPOSED, at: at('02:03'), kind: 'ring-owed', detail: 'silent', clerk_id: 'one', seq: 4 };
    gives('notes', [...accepted, k.closed('02:00'), ...RUNG], [note]);
  });

  test('[C5] [C15] late papers that nobody is left to answer are told until they are answered, and others are not', () => {
    const [came, , answered] = LATE as [Line, Line, Line];
    const [time, stream, event, actor] = came;
    const orphan = [time, stream, { ...event, to: undefined }, actor] as Line;
    const note = { ...PROPOSED, at: at('04:00'), day: '2026-11-24', kind: 'late-papers-received', detail: null };
    gives('notes', [...accepted, k.closed('03:00'), orphan], [{ ...note, seq: 4 }]);
    gives('notes', [...accepted, k.closed('03:00'), orphan, answered], [{ ...note, seq: 4, over: 1 }]);
    gives('notes', [...accepted, k.closed('03:00'), ...LATE], []);
  });

  test('[C6] a correction to a refusal is told with its reason until it is sent back', () => {
    const note = { ...PROPOSED, at: at('05:00'), day: '2026-11-24', kind: 'correction-proposed', detail: '另有住房' };
    const [proposed, ...back] = CORRECTION as [Line, Line, Line];
    const lines = [...accepted, k.closed('03:00'), proposed];
    gives('notes', lines, [{ ...note, seq: 4, clerk_id: 'boss' }]);
    gives('notes', [...lines, ...back], [{ ...note, seq: 4, clerk_id: 'boss', over: 1 }]);
  });

  test('[C10] a note that somebody saw to keeps who it was, and the next one of its case has no tick', () => {
    const warned = k.and('02:00', { type: 'deadline-warned', part: 0.5, on: '2026-11-30' });
    const again = k.and('02:02', { type: 'deadline-warned', part: 0.8, on: '2026-12-01' });
    const note = { ...PROPOSED, kind: 'deadline-warned', clerk_id: null };
    const ticked: Line = [at('02:01'), 'note:3', { type: 'note-ticked', by: 'boss' }, 'clerk:boss'];
    gives(
      'notes',
      [...accepted, warned, ticked, again],
      [
        { ...note, at: at('02:00'), detail: '50', ticked_by: 'boss' },
        { ...note, seq: 5, at: at('02:02'), detail: '80' },
      ],
    );
  });

  test('[C10] a part of the limit that is over is told in percent', () => {
    gives(
      'notes',
      [...accepted, ...QUIET[2]![1]],
      [{ ...PROPOSED, at: at('02:00'), kind: 'deadline-warned', clerk_id: null, detail: '80' }],
    );
  });

  test('[C7] [C11] what a supervisor allowed against a rule is told with author and reason', () => {
    const allowed = { ...NOTHING, day: '2026-11-23', by_clerk: 'boss' };
    gives(
      'notes',
      [k.opened('01:00'), k.and('01:04', { type: 'notice-let-pass', by: 'boss', reason: '~另一名子女' })],
      [
        {
          ...allowed,
          seq: 2,
          at: at('01:04'),
          kind: 'notice-let-pass',
          case_id: 'k',
          number: 'A007',
          detail: '~另一名子女',
        },
      ],
    );
    gives(
      'notes',
      [
        k.opened('01:00'),
        k.noticed('01:04'),
        k.noticed('01:05', { noticeNo: 'GZ20261123-0002', override: { by: 'boss', reason: '~遗漏' } }),
      ],
      [{ ...allowed, seq: 3, at: at('01:05'), kind: 'notice-given', case_id: 'k', number: 'A007', detail: '~遗漏' }],
    );
    const plan = (id: string, actor: string, positionsAway?: { reason: string }): Line => [
      at('01:00'),
      `opening:${id}`,
      {
        ...{ type: 'opening-planned', day: '2026-11-28', kind: 'weekend', letters: ['A'], counterIds: ['c1'] },
        ...{ startsAt: at('2026-11-28T01:00'), endsAt: at('2026-11-28T04:00'), lastTicketAt: at('2026-11-28T04:00') },
        ...{ bookableShare: 0, slots: [], positionsAway },
      },
      actor,
    ];
    const [why, life] = [
      { reason: '~防汛' },
      (type: 'opening-began' | 'opening-ended'): Line => [at('02:00'), 'opening:o', { type }],
    ];
    gives(
      'notes',
      [
        ...[plan('o', 'clerk:boss', why), plan('of-series', 'clock', why), plan('covered', 'clerk:boss')],
        ...[life('opening-began'), life('opening-ended')],
        [at('02:00'), 'opening:covered', { type: 'opening-cancelled', reason: '停电' }],
      ],
      [{ ...allowed, seq: 1, at: at('01:00'), kind: 'opening-planned', about: '2026-11-28', detail: '~防汛' }],
    );
  });

  test.each<[string, Line[]]>([
    ['has an applicant', [k.and('01:01', { type: 'applicant-named', personId: 'p1', by: 'one' })]],
    ['has a helper', [k.accepted('01:05'), ...QUIET.find(([name]) => name.startsWith('has a helper'))![1]]],
    [
      'is noticed',
      [
        k.resumed('01:02', 'two'),
        ...OF_NOTICE.filter((line) => !RUNG.includes(line) && line[2].type !== 'notice-let-pass'),
      ],
    ],
    ['is corrected after its end', [k.closed('02:00'), ...ENDING_CORRECTED]],
    ['is decided and told', [k.accepted('01:05'), ...DECIDED]],
    [
      'is corrected',
      [
        k.accepted('01:05'),
        ...DECIDED.slice(0, 1),
        k.and('02:01', {
          ...{ type: 'outcome-corrected', outcome: 'refused', by: 'boss', reason: '另有住房', basis: '第五条' },
          ...{ decisionNo: 'JD20261124-0001', voids: 'JD20261123-0001', on: '2026-11-24', tellBy: '2026-12-08' },
          day: '2026-11-24',
          paper: { names: { 'zh-Hans': '低保', 'zh-Hant': '低保', en: 'Allowance' }, basis: '', fee: '', items: [] },
        }),
      ],
    ],
    [
      'waits for what was promised',
      [
        k.accepted('01:05', { follow: { items: [], by: '2026-11-30' } }),
        k.and('02:00', { type: 'promise-reminded', on: '2026-11-25' }),
      ],
    ],
    ['stands still', [k.accepted('01:05'), ...QUIET[1]![1]]],
    ['is asked about', [k.accepted('01:05'), ...QUIET[3]![1]]],
    ['is asked about among colleagues', [k.accepted('01:05'), ...QUIET[4]![1]]],
    ['is offered to a group and taken back', [k.accepted('01:05'), ...QUIET[5]![1]]],
    ['was another system’s, and goes on here', [k.accepted('01:05'), ...QUIET[7]![1]]],
    ['is offered and accepted', [k.accepted('01:05'), k.offered('02:00'), k.offerAccepted('02:01')]],
    ['is offered and declined', [k.accepted('01:05'), k.offered('02:00'), k.offerDeclined('02:01')]],
    ['is offered and no longer', [k.accepted('01:05'), k.offered('02:00'), k.offerTakenBack('02:01')]],
    ['is accepted, undone, accepted again and printed', UNDONE],
    ['is offered for longer', [k.accepted('01:05'), k.offered('02:00'), k.offerMoved('02:01')]],
    ['is given to another', [k.accepted('01:05'), k.reassigned('02:00')]],
    ['is accepted and granted', [k.accepted('01:05'), k.closed('02:00', { outcome: 'granted' })]],
  ])('the supervisor is told nothing of a case that %s', (_, lines) => {
    gives('notes', [k.opened('01:00'), ...lines], []);
  });

  test('a message that did not arrive is told with what it was about and why, and names nobody', () => {
    const facts = { kind: 'appointment-reminder', why: 'gave-up', about: '4711', day: '2026-11-23' } as const;
    const failed: Line = [at('04:00'), 'message:m1', { type: 'message-failed', ...facts }];
    gives(
      'notes',
      [failed],
      [
        {
          ...{ ...NOTHING, seq: 1, at: '2026-11-23T04:00:00.000Z', day: '2026-11-23', kind: 'message-failed' },
          ...{ about: '4711', detail: 'appointment-reminder gave-up' },
        },
      ],
    );
  });

  test('a message on a case that did not arrive is told with its case', () => {
    const facts = { kind: 'case-accepted', why: 'refused', about: 'SL20261123-0001', day: '2026-11-23' } as const;
    const failed: Line = [at('04:00'), 'message:m1', { type: 'message-failed', ...facts, caseId: 'k' as CaseId }];
    gives(
      'notes',
      [failed],
      [
        {
          ...{ ...NOTHING, seq: 1, at: at('04:00'), day: '2026-11-23', kind: 'message-failed', case_id: 'k' },
          ...{ about: 'SL20261123-0001', detail: 'case-accepted refused' },
        },
      ],
    );
  });
});
