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
import { type Line, specify } from '../../test/given-ledger.ts';

const of = (kind: string, seq = 2) => ({ seq, case_id: 'k', day: '2026-11-23', kind });
const paper = { names: { 'zh-Hans': '低保', 'zh-Hant': '低保', en: 'Allowance' }, basis: '', fee: '', items: [] };

specify(['conclusions'], ({ gives }) => {
  const destination = { place: '公证处', address: '一路', telephone: '0851-1' };
  const NINE: [string, Line[]][] = [
    ['accepted', [ACCEPTED]],
    ['notice', [k.noticed('01:05')]],
    // One step, of one instant: what is not clear, refused or not ours is accepted first.
    [
      'escalated',
      [ACCEPTED, k.and('01:05', { type: 'case-escalated', by: 'one', reason: '~', answerBy: '2026-11-30' })],
    ],
    ['refused', [ACCEPTED, k.proposed('01:05')]],
    ['not-ours', [ACCEPTED, k.proposed('01:05', { destination })]],
    ...(['done', 'answered', 'not-needed', 'withdrawn', 'not-ours'] as const).map((outcome): [string, Line[]] => [
      outcome,
      [k.closed('01:05', { outcome })],
    ]),
  ];
  test.each(NINE)(
    '[C5] a matter that is concluded is counted once as what was said at the counter: %s',
    (kind, lines) => {
      gives('conclusions', [OPENED, ...lines], [of(kind)]);
    },
  );

  test('[C5] [T2] a conclusion is of its service day, which its paper says, too', () => {
    gives('conclusions', [OPENED, k.accepted('17:00', { day: '2026-11-23' })], [of('accepted')]);
    gives('conclusions', [OPENED, k.accepted('17:00')], [{ ...of('accepted'), day: '2026-11-24' }]);
  });

  test('[C18] a conclusion that was undone is none, and the next one counts', () => {
    const undone = [
      k.and('01:05:05', { type: 'conclusion-undone', papers: [] }),
      k.and('01:05:05', { type: 'paper-voided', no: 'SL20261123-0001', why: 'undone' }),
    ];
    gives('conclusions', [OPENED, ACCEPTED, ...undone], []);
    gives('conclusions', [OPENED, ACCEPTED, ...undone, k.closed('01:06')], [of('done', 5)]);
  });

  test('[C5] [C8] nobody concludes what the clock accepts, what leaves with its ticket, and what another system ended', () => {
    gives('conclusions', [OPENED, k.accepted('01:05', { deemed: true })], []);
    gives('conclusions', [OPENED, k.closed('01:05', { outcome: 'withdrawn', left: true })], []);
    gives('conclusions', [OPENED, k.closed('01:05', { happenedAt: '2026-01-05T01:00:00.000Z' })], []);
  });

  test('[C5] a linked case in which a corrected matter goes on is no second conclusion, one that is opened at a counter is', () => {
    const linked = caseLines('l');
    const opens = linked.opened('03:00', {
      origin: { kind: 'ticket', number: 'A001', day: '2026-11-23', linkedTo: 'k' },
    });
    const going = (content: object) => [opens, linked.accepted('03:00', { paper: { ...paper, ...content } })];
    const before = [OPENED, k.closed('01:05')];
    gives('conclusions', [...before, ...going({ was: 'done', corrected: ['BJ20261123-0001'] })], [of('done')]);
    gives('conclusions', [...before, ...going({})], [of('done'), { ...of('accepted', 4), case_id: 'l' }]);
  });

  const WHATEVER: [string, Line[]][] = [
    ...GOES_ON,
    ['is to be refused later', [k.proposed('02:00'), k.sentBack('02:01'), k.proposed('02:02'), k.confirmed('02:03')]],
    ['is to be refused, and is not', [k.proposed('02:00'), k.proposalTakenBack('02:01')]],
    ['is decided', [...DECIDED.slice(0, 1), k.dayMoved('03:00')]],
    ['is closed, with papers and a correction', [...DECIDED, ...LATE, ...CORRECTION]],
    ['is decided otherwise', [...DECIDED, DECIDED_OTHERWISE]],
  ];
  test.each(WHATEVER)(
    '[C5] an accepted case was accepted at its counter, whatever becomes of it: it %s',
    (_, lines) => {
      gives('conclusions', [OPENED, PROMISED, ...lines], [of('accepted')]);
    },
  );

  test('[C5] a notice and an end on the spot stay what they were, however they go on', () => {
    gives('conclusions', [OPENED, k.resumed('01:02', 'two'), ...OF_NOTICE], [of('notice', 4)]);
    gives('conclusions', [OPENED, k.closed('02:00'), ...ENDING_CORRECTED], [of('done')]);
  });
});
