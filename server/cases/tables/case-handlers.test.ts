import { test } from 'vitest';
import {
  CORRECTION,
  DECIDED,
  DECIDED_OTHERWISE,
  ENDING_CORRECTED,
  k,
  LATE,
  OF_NOTICE,
  OPENED,
  PROMISED,
  QUIET,
} from '../../test/case-lines.ts';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const FIRST = {
  ...{ seq: 1, case_id: 'k', clerk_id: 'one', how: 'case-opened' },
  ...{ from_at: '2026-11-23T01:00:00.000Z', until_at: null },
};

specify(['case_handlers'], ({ gives }) => {
  test('[C2] a case is its first contact’s until somebody else takes it on, accepts it or is given it', () => {
    const lines = [
      OPENED,
      k.resumed('01:02', 'two'),
      k.accepted('01:05'),
      k.offered('02:00', { from: 'two', to: 'three' }),
      k.and('03:00', { type: 'handover-accepted', handoverId: 'h1', from: 'two', to: 'three' }),
      k.and('04:00', { ...{ type: 'case-reassigned', from: 'three', to: 'one' }, by: 'boss', reason: '', note: '' }),
    ];
    const next = { ...FIRST, clerk_id: 'two', seq: 2, how: 'case-resumed', from_at: at('01:02') };
    gives('case_handlers', lines, [
      { ...FIRST, until_at: '2026-11-23T01:02:00.000Z' },
      { ...next, until_at: at('03:00') },
      { ...next, seq: 5, clerk_id: 'three', how: 'handover-accepted', from_at: at('03:00'), until_at: at('04:00') },
      { ...next, seq: 6, clerk_id: 'one', how: 'case-reassigned', from_at: at('04:00') },
    ]);
  });

  test('[C2] a closed case is nobody’s, and whoever revives it, corrects it or undoes its end has it from then on', () => {
    const closed = [OPENED, k.noticed('01:05'), k.closed('02:00', { outcome: 'withdrawn' })];
    const ended = { ...FIRST, until_at: at('02:00') };
    gives('case_handlers', closed, [ended]);
    const revived = k.and('03:00', { type: 'case-revived', by: 'two', answerBy: '2026-12-23' });
    const again = { ...FIRST, seq: 4, from_at: at('03:00') };
    gives('case_handlers', [...closed, revived], [ended, { ...again, clerk_id: 'two', how: 'case-revived' }]);
    const undone = k.and('01:05:05', { type: 'conclusion-undone', papers: [] });
    gives(
      'case_handlers',
      [
        OPENED,
        k.closed('01:05'),
        undone,
        k.and('01:05:05', { type: 'paper-voided', no: 'SL20261123-0001', why: 'undone' }),
      ],
      [
        { ...FIRST, until_at: at('01:05') },
        { ...FIRST, seq: 3, how: 'conclusion-undone', from_at: at('01:05:05') },
      ],
    );
  });

  test('[Q8] each clerk of another system’s log had the case in the time of the log', () => {
    const on = (day: string) => `2025-03-${day}T02:00:00.000Z`;
    const origin = { kind: 'import' as const, number: 'C-17', day: '2025-03-03' };
    const moved = { type: 'foreign-activity' as const, happenedAt: on('05'), foreign: { activity: '转办', to: 'two' } };
    gives(
      'case_handlers',
      [
        k.opened('01:00', { origin, happenedAt: on('03') }),
        k.and('01:00', moved),
        k.closed('01:00', { happenedAt: on('07') }),
      ],
      [
        { ...FIRST, from_at: on('03'), until_at: on('05') },
        { ...FIRST, seq: 2, clerk_id: 'two', how: 'foreign-activity', from_at: on('05'), until_at: on('07') },
      ],
    );
  });

  const OTHER: [string, Line[]][] = [
    ...QUIET.map(([name, lines]): [string, Line[]] => [name, [k.accepted('01:05'), ...lines]]),
    ['is printed', [k.accepted('01:05'), k.and('01:06', { type: 'paper-printed', no: 'SL20261123-0001', by: 'one' })]],
    [
      'is offered and declined',
      [k.accepted('01:05'), k.offered('02:00'), k.offerMoved('02:01'), k.offerDeclined('02:02')],
    ],
    ['is offered and lapses', [k.accepted('01:05'), k.offered('02:00'), k.offerLapsed('02:02')]],
    ['is offered no more', [k.accepted('01:05'), k.offered('02:00'), k.offerTakenBack('02:02')]],
    ['is proposed and sent back', [k.accepted('01:05'), k.proposed('02:00'), k.sentBack('02:01')]],
    ['is proposed no more', [k.accepted('01:05'), k.proposed('02:00'), k.proposalTakenBack('02:01')]],
    ['is proposed and confirmed', [k.accepted('01:05'), k.proposed('02:00'), k.confirmed('02:01')]],
    ['is due on another day', [k.accepted('01:05'), k.dueMoved('02:00')]],
    ['is told on another day', [k.accepted('01:05'), ...DECIDED.slice(0, 1), k.dayMoved('03:00')]],
  ];
  test.each(OTHER)('[C2] a case stays its handler’s while it %s', (_, lines) => {
    gives('case_handlers', [OPENED, ...lines], [FIRST]);
  });

  test('[C2] [C7] what comes of a notice leaves its case with its handler to its end, and with whoever revives it', () => {
    const revived = OF_NOTICE.find(([, , event]) => event.type === 'case-revived')!;
    const seq = OF_NOTICE.indexOf(revived) + 2;
    const again = { ...FIRST, seq, clerk_id: 'two', how: 'case-revived', from_at: revived[0] };
    gives('case_handlers', [OPENED, ...OF_NOTICE], [{ ...FIRST, until_at: at('02:03') }, again]);
  });

  test('[C2] [C5] a decision ends with its case, papers that come late give it to nobody, a correction to its author', () => {
    const told = [OPENED, k.accepted('01:05'), ...DECIDED];
    const ended = { ...FIRST, until_at: at('02:02') };
    gives('case_handlers', [...told, ...LATE, ...CORRECTION], [ended]);
    const again = { ...FIRST, seq: 6, clerk_id: 'boss', how: 'outcome-corrected', from_at: at('06:00') };
    gives('case_handlers', [...told, DECIDED_OTHERWISE], [ended, again]);
  });

  test('[C2] [C5] what ended wrongly is nobody’s when that is corrected', () => {
    gives('case_handlers', [OPENED, k.closed('02:02'), ...ENDING_CORRECTED], [{ ...FIRST, until_at: at('02:02') }]);
  });

  test('[C2] [C13] a case that waits for what was promised stays its handler’s', () => {
    gives('case_handlers', [OPENED, PROMISED, k.and('02:00', { type: 'promise-reminded', on: '2026-11-25' })], [FIRST]);
  });
});
