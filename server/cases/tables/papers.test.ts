import { test } from 'vitest';
import { CORRECTION, caseLines, DECIDED, ENDING_CORRECTED, LATE, OF_NOTICE, QUIET } from '../../test/case-lines.ts';
import { type Line, specify } from '../../test/given-ledger.ts';

const k = caseLines('k');
const names = { 'zh-Hans': '低保', 'zh-Hant': '低保', en: 'Allowance' };
const paper = { names, basis: '第一条', fee: '免费', items: [{ id: 'A-1.0', 'zh-Hans': '户口', 'zh-Hant': '戶口' }] };
const CONTENT =
  '{"names":{"zh-Hans":"低保","zh-Hant":"低保","en":"Allowance"},"basis":"第一条","fee":"免费","items":[{"id":"A-1.0","zh-Hans":"户口","zh-Hant":"戶口"}]}';
const CONTENT_OF_RECEIPT =
  '{"names":{"zh-Hans":"低保","zh-Hant":"低保","en":"Allowance"},"basis":"第一条","fee":"免费","items":[]}';
const RECEIPT = {
  no: 'SL20261123-0001',
  kind: 'receipt',
  day: '2026-11-23',
  case_id: 'k',
  clerk_id: 'one',
  first_contact: 'one',
  due_on: '2026-12-07',
  due_before: null,
  provisional: 0,
  note: '已受理',
  content: null,
  missing: '[]',
  cancelled: 0,
};
const NOTICE = {
  ...RECEIPT,
  no: 'GZ20261123-0001',
  kind: 'notice',
  due_on: null,
  note: '请带原件',
  missing: '[0,2]',
};

specify(['papers'], ({ gives }) => {
  test('[C7] a receipt has its due day and content, a notice what is missing and its content, each with its number', () => {
    const receipt = k.accepted('01:05', { day: '2026-11-23', paper: { ...paper, items: [] } });
    const notice = caseLines('n').noticed('01:06', { day: '2026-11-23', answerBy: '2026-12-23', paper });
    gives(
      'papers',
      [k.opened('01:00'), receipt, caseLines('n').opened('01:00'), notice],
      [
        { ...NOTICE, case_id: 'n', due_on: '2026-12-23', content: CONTENT },
        { ...RECEIPT, content: CONTENT_OF_RECEIPT },
      ],
    );
  });

  test('[C7] a paper keeps who gave it and who was first contact then, whoever handles the case later', () => {
    const handedOver = [k.offered('01:06'), k.offerAccepted('01:07')];
    gives(
      'papers',
      [k.opened('01:00'), k.resumed('01:02', 'two'), k.accepted('01:05'), ...handedOver],
      [{ ...RECEIPT, clerk_id: 'two' }],
    );
  });

  test('[T2] a paper that was given past midnight bears the service day, in its event, or in its number', () => {
    const lines = [k.opened('01:00'), k.noticed('17:30', { noticeNo: 'GZ20261123-0009' })];
    gives('papers', lines, [{ ...NOTICE, no: 'GZ20261123-0009' }]);
    const said = [k.opened('01:00'), k.noticed('17:30', { noticeNo: 'GZ20261124-0001', day: '2026-11-23' })];
    gives('papers', said, [{ ...NOTICE, no: 'GZ20261124-0001' }]);
  });

  test('[T2] a paper of an older ledger whose number tells no day has the hall’s date at that instant', () => {
    gives(
      'papers',
      [k.opened('01:00'), k.accepted('15:59', { receiptNo: '1', dueOn: undefined })],
      [{ ...RECEIPT, no: '1', due_on: null }],
    );
    gives(
      'papers',
      [k.opened('01:00'), k.accepted('16:00', { receiptNo: '1' })],
      [{ ...RECEIPT, no: '1', day: '2026-11-24' }],
    );
  });

  test('[C17] [C9] a moved due date gives a paper with both dates, and each paper says whether its date may still move', () => {
    const day = '2026-11-24';
    gives(
      'papers',
      [k.opened('01:00'), k.accepted('01:05', { provisional: true }), k.dueMoved('02:00', { day })],
      [
        {
          ...RECEIPT,
          no: 'QX20261124-0001',
          kind: 'due-change',
          day,
          due_on: '2026-12-08',
          due_before: '2026-12-07',
          provisional: 1,
          note: 'calendar',
        },
        { ...RECEIPT, provisional: 1 },
      ],
    );
  });

  test('[C17] another moved day gives a paper with both days, which says what it is the day of', () => {
    const decided = [k.opened('01:00'), k.accepted('01:05'), ...DECIDED.slice(0, 1)];
    gives(
      'papers',
      [...decided, k.dayMoved('02:03', { paper: { ...paper, items: [], duty: 'telling' } })],
      [
        { ...RECEIPT, no: 'JD20261123-0001', kind: 'decision', due_on: null, note: '准予' },
        {
          ...{ ...RECEIPT, no: 'QX20261124-0002', kind: 'due-change', day: '2026-11-24', note: 'calendar' },
          ...{ due_on: '2026-12-08', due_before: '2026-12-07', provisional: 1 },
          content: CONTENT_OF_RECEIPT.replace('[]}', '[],"duty":"telling"}'),
        },
        RECEIPT,
      ],
    );
  });

  test('[C5] [C6] a decision gives a paper with its reasons', () => {
    gives(
      'papers',
      [k.opened('01:00'), k.accepted('01:05'), ...DECIDED],
      [{ ...RECEIPT, no: 'JD20261123-0001', kind: 'decision', due_on: null, note: '准予' }, RECEIPT],
    );
  });

  test('[C5] a corrected outcome gives a second decision, which names the void one', () => {
    const on = { on: '2026-11-24', tellBy: '2026-12-08', day: '2026-11-24' };
    const correction = { ...on, decisionNo: 'JD20261124-0001', voids: 'JD20261123-0001' };
    const held = { ...paper, items: [], outcome: 'refused' as const, voids: 'JD20261123-0001' };
    const decision = { ...RECEIPT, no: 'JD20261123-0001', kind: 'decision', due_on: null, note: '准予' };
    gives(
      'papers',
      [
        ...[k.opened('01:00'), k.accepted('01:05'), ...DECIDED],
        k.and('03:00', {
          ...{ type: 'outcome-corrected', outcome: 'refused', by: 'boss', reason: '另有住房', basis: '第五条' },
          ...correction,
          paper: held,
        }),
      ],
      [
        decision,
        {
          ...{ ...decision, no: 'JD20261124-0001', day: '2026-11-24', note: '另有住房', clerk_id: 'boss' },
          content: CONTENT_OF_RECEIPT.replace('[]}', '[],"outcome":"refused","voids":"JD20261123-0001"}'),
        },
        RECEIPT,
      ],
    );
  });

  test('[C5] an end that is corrected to another one gives another closing paper, and one that goes on none', () => {
    const closing = { ...RECEIPT, no: 'BJ20261124-0001', kind: 'closing', day: '2026-11-24', due_on: null };
    const content = JSON.stringify((ENDING_CORRECTED[0]![2] as { paper?: object }).paper);
    gives(
      'papers',
      [k.opened('01:00'), k.closed('02:00'), ...ENDING_CORRECTED],
      [{ ...closing, clerk_id: 'boss', note: '~并未办结', content }],
    );
  });

  test('[C6] a proposed refusal gives a paper with its reason and the day of its review', () => {
    const proposal = { reviewBy: '2026-11-25', proposalNo: 'NB20261123-0001', basis: '第五条' };
    gives(
      'papers',
      [k.opened('01:00'), k.accepted('01:05'), k.proposed('02:00', { ...proposal, paper: { ...paper, items: [] } })],
      [
        {
          ...{ ...RECEIPT, no: 'NB20261123-0001', kind: 'proposal', due_on: '2026-11-25', note: '材料不实' },
          content: CONTENT_OF_RECEIPT,
        },
        RECEIPT,
      ],
    );
  });

  test('[C13] a receipt keeps what follows and by when, and what comes of it gives no other paper', () => {
    const follow = { items: paper.items, by: '2026-11-30' };
    const given = { follow, paper: { ...paper, followBy: '2026-11-30' }, day: '2026-11-23' };
    const came = { type: 'materials-received' as const, noticeNo: 'SL20261123-0001', items: ['A-1.0'] };
    gives(
      'papers',
      [
        ...[k.opened('01:00'), k.accepted('01:05', given)],
        k.and('02:00', { type: 'promise-reminded', on: '2026-11-25' }),
        k.and('02:01', { ...came, by: 'two', on: '2026-11-26' }),
      ],
      [{ ...RECEIPT, content: CONTENT.replace('}]}', '}],"followBy":"2026-11-30"}') }],
    );
  });

  test('[C5] a case that is not ours gives a slip, one that closes without a decision its closing paper', () => {
    const slip = { referralNo: 'ZY20261123-0001', day: '2026-11-23', paper: { ...paper, items: [] } };
    gives(
      'papers',
      [k.opened('01:00'), k.closed('01:05', { outcome: 'not-ours', note: '请先打电话', ...slip })],
      [
        {
          ...{ ...RECEIPT, no: 'ZY20261123-0001', kind: 'referral', due_on: null, note: '请先打电话' },
          content: CONTENT_OF_RECEIPT,
        },
      ],
    );
    const closing = { ...slip, referralNo: undefined, closingNo: 'BJ20261123-0001' };
    const row = { ...RECEIPT, kind: 'closing', due_on: null, note: '当场办结', content: CONTENT_OF_RECEIPT };
    gives('papers', [k.opened('01:00'), k.closed('01:05', closing)], [{ ...row, no: 'BJ20261123-0001' }]);
    gives('papers', [k.opened('01:00'), k.closed('01:05')], []);
  });

  test('[C6] what a second person agrees is not ours gives a decision that it is not accepted', () => {
    const agreed = {
      type: 'refusal-confirmed',
      by: 'boss',
      notAcceptedNo: 'BS20261123-0001',
      why: '不归我们',
    } as const;
    const proposed = { type: 'refusal-proposed', by: 'one', reason: '不归我们', day: '2026-11-23' } as const;
    const said = k.and('02:02', { ...agreed, day: '2026-11-23', paper: { ...paper, items: [] } });
    const row = { ...RECEIPT, kind: 'not-accepted', due_on: null, note: '不归我们', content: CONTENT_OF_RECEIPT };
    gives(
      'papers',
      [k.opened('01:00'), k.accepted('01:05'), k.and('02:01', proposed), said],
      [{ ...row, no: 'BS20261123-0001' }, RECEIPT],
    );
  });

  test('[C5] papers that come late give a receipt of whoever took them, and their answer gives none', () => {
    gives(
      'papers',
      [k.opened('01:00'), k.closed('01:05'), ...LATE],
      [
        {
          ...{ ...RECEIPT, no: 'BC20261124-0001', kind: 'late-receipt', day: '2026-11-24', due_on: '2026-11-25' },
          ...{ note: '~一封信', clerk_id: 'two' },
          content: CONTENT_OF_RECEIPT.replace('第一条', '').replace('免费', ''),
        },
      ],
    );
  });

  test('[C5] a result that is handed over gives a slip of whoever handed it over', () => {
    const telling = { type: 'resident-told', way: 'collected', by: 'two', on: '2026-11-24', reached: true } as const;
    const slip = { deliveryNo: 'SD20261124-0001', day: '2026-11-24', paper: { ...paper, items: [] } };
    gives(
      'papers',
      [k.opened('01:00'), k.accepted('01:05'), DECIDED[0]!, k.and('02:02', { ...telling, remark: '', ...slip })],
      [
        { ...RECEIPT, no: 'JD20261123-0001', kind: 'decision', due_on: null, note: '准予' },
        {
          ...{ ...RECEIPT, no: 'SD20261124-0001', kind: 'delivery', day: '2026-11-24', due_on: null, note: '' },
          ...{ clerk_id: 'two', content: CONTENT_OF_RECEIPT },
        },
        RECEIPT,
      ],
    );
  });

  test('[C6] a correction to a refusal gives a paper of its author, and what becomes of it gives none', () => {
    const proposal = { no: 'NB20261124-0001', kind: 'proposal', day: '2026-11-24', due_on: '2026-11-26' };
    gives(
      'papers',
      [k.opened('01:00'), k.closed('01:05'), ...CORRECTION],
      [
        {
          ...{ ...RECEIPT, ...proposal, note: '另有住房', clerk_id: 'boss' },
          content: CONTENT_OF_RECEIPT.replace('第一条', '').replace('免费', ''),
        },
      ],
    );
  });

  const accepted = [k.opened('01:00'), k.accepted('01:05')];
  test.each(QUIET)('a case gives no paper when it %s', (_, lines) => {
    gives('papers', [...accepted, ...lines], [RECEIPT]);
  });
  test.each<[string, Line[]]>([
    ['declined', [k.offered('02:00'), k.offerDeclined('02:01')]],
    ['lapsed', [k.offered('02:00'), k.offerLapsed('02:01')]],
    ['taken back', [k.offered('02:00'), k.offerTakenBack('02:01')]],
    ['offered for longer', [k.offered('02:00'), k.offerMoved('02:01')]],
    ['given to another', [k.reassigned('02:00')]],
    ['sent back', [k.proposed('02:00'), k.sentBack('02:01')]],
    ['proposed no more', [k.proposed('02:00'), k.proposalTakenBack('02:01')]],
    ['refused', [k.proposed('02:00'), k.confirmed('02:01'), k.closed('02:01', { outcome: 'refused' })]],
  ])('a case gives no second paper when it is %s', (_, lines) => {
    gives('papers', [...accepted, ...lines], [RECEIPT]);
  });

  test('[C7] a notice gives one paper, whatever comes of it', () => {
    gives('papers', [k.opened('01:00'), ...OF_NOTICE], [NOTICE]);
  });

  test('a case that is concluded on the spot gives no paper', () => {
    const named = k.and('01:01', { type: 'applicant-named', personId: 'p1', by: 'one' });
    gives('papers', [k.opened('01:00'), named, k.closed('01:05')], []);
  });

  test('[C7] [Q8] what another system accepted and decided was on no paper of this hall', () => {
    const happenedAt = '2025-03-03T02:00:00.000Z';
    const decided = {
      ...{ type: 'case-decided' as const, outcome: 'granted' as const, by: 'one', note: '' },
      happenedAt,
    };
    const told = { on: '2025-03-05', tellBy: '2025-03-05', decisionNo: 'C-17' };
    gives(
      'papers',
      [k.opened('01:00'), k.accepted('01:01', { happenedAt }), k.and('01:02', { ...decided, ...told })],
      [],
    );
  });

  test('[C18] the papers of a conclusion that was undone stay with their numbers, cancelled', () => {
    const undone = k.and('01:05:05', { type: 'conclusion-undone', papers: ['SL20261123-0001'] });
    const again = k.accepted('01:06', { receiptNo: 'SL20261123-0002' });
    gives(
      'papers',
      [
        k.opened('01:00'),
        k.accepted('01:05'),
        undone,
        k.and('01:05:05', { type: 'paper-voided', no: 'SL20261123-0001', why: 'undone' }),
        again,
        k.and('01:07', { type: 'paper-printed', no: 'SL20261123-0002', by: 'one' }),
      ],
      [
        { ...RECEIPT, cancelled: 1 },
        { ...RECEIPT, no: 'SL20261123-0002' },
      ],
    );
  });
});
