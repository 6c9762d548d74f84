import { test } from 'vitest';
import {
  ACCEPTED,
  CORRECTION,
  caseLines,
  DECIDED,
  DECIDED_OTHERWISE,
  ENDING_CORRECTED,
  GOES_ON,
  k,
  LATE,
  OF_NOTICE,
  OPENED,
  PROMISED,
} from '../../test/case-lines.ts';
import { at, specify } from '../../test/given-ledger.ts';

/** Of the day on which it was opened; a state that it left counts none. */
const of = (state: string, count: number, other = {}) => ({
  ...{ day: '2026-11-23', matter_id: 'A-1', came_by: 'ticket', state, count },
  ...other,
});
/** By state, as the key orders them. */
const sums = (...rows: ReturnType<typeof of>[]) => rows.sort((a, b) => (a.state < b.state ? -1 : 1));

specify(['case_sums'], ({ gives }) => {
  test('[H13] cases are counted by the day on which they were opened, how they came, their matter and how they stand', () => {
    const origin = { kind: 'letter' as const, number: '12', day: '2026-11-23' };
    const other = caseLines('o');
    const lines = [
      OPENED,
      other.opened('01:01'),
      caseLines('l').opened('01:02', { origin }),
      // After midnight in the hall.
      caseLines('n').opened('17:00', { matterId: 'B-1' }),
      ACCEPTED,
      other.closed('01:07', { outcome: 'answered' }),
    ];
    gives('case_sums', lines, [
      of('open', 1, { came_by: 'letter' }),
      ...sums(of('open', 0), of('accepted', 1), of('answered', 1)),
      of('open', 1, { day: '2026-11-24', matter_id: 'B-1' }),
    ]);
  });

  test('[H13] [C18] a case stands as its last event left it, also when it is undone, revived or corrected', () => {
    const undone = k.and('01:05:05', { type: 'conclusion-undone', papers: [] });
    gives(
      'case_sums',
      [OPENED, ACCEPTED, undone, k.and('01:05:05', { type: 'paper-voided', no: 'SL20261123-0001', why: 'undone' })],
      sums(of('open', 1), of('accepted', 0)),
    );
    const afterNotice = sums(of('open', 0), of('noticed', 0), of('withdrawn', 0), of('accepted', 0));
    gives(
      'case_sums',
      [OPENED, k.resumed('01:02', 'two'), ...OF_NOTICE],
      afterNotice
        .filter(({ state }) => state !== 'accepted')
        .map((row) => ({ ...row, count: row.state === 'noticed' ? 1 : 0 })),
    );
    gives(
      'case_sums',
      [OPENED, k.closed('02:00'), ...ENDING_CORRECTED],
      sums(of('open', 0), of('done', 0), of('answered', 0), of('corrected', 1)),
    );
    const decided = [OPENED, ACCEPTED, ...DECIDED];
    gives('case_sums', [...decided, ...LATE, ...CORRECTION], sums(of('open', 0), of('accepted', 0), of('granted', 1)));
    gives(
      'case_sums',
      [...decided, DECIDED_OTHERWISE],
      sums(of('open', 0), of('accepted', 0), of('granted', 0), of('refused', 1)),
    );
  });

  test.each(GOES_ON)('[H13] an accepted case counts as accepted while it %s', (_, lines) => {
    gives('case_sums', [OPENED, PROMISED, ...lines], sums(of('open', 0), of('accepted', 1)));
  });

  test('[H13] a proposed refusal counts as proposed, and as accepted once it is sent back or taken back', () => {
    const proposed = [OPENED, ACCEPTED, k.proposed('02:00')];
    gives('case_sums', proposed, sums(of('open', 0), of('accepted', 0), of('proposed', 1)));
    const accepts = sums(of('open', 0), of('accepted', 1), of('proposed', 0));
    gives('case_sums', [...proposed, k.sentBack('02:01')], accepts);
    gives('case_sums', [...proposed, k.proposalTakenBack('02:01')], accepts);
    gives('case_sums', [...proposed, k.confirmed('02:01')], sums(of('open', 0), of('accepted', 0), of('proposed', 1)));
    const told = [OPENED, ACCEPTED, ...DECIDED.slice(0, 1), k.dayMoved('03:00')];
    gives('case_sums', told, sums(of('open', 0), of('accepted', 0), of('granted', 1)));
    gives('case_sums', [OPENED], [of('open', 1, { day: at('01:00').slice(0, 10) })]);
  });
});
