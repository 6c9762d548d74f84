import { test } from 'vitest';
import { CORRECTION, caseLines, DECIDED, ENDING_CORRECTED, LATE, QUIET, RUNG } from '../../test/case-lines.ts';
import { at, type Line, specify } from '../../test/given-ledger.ts';

const k = caseLines('k');
const ENDED = { ending: { by: 'one', papers: [] as string[] } };
const ended = (by: string) => JSON.stringify({ ending: { by, papers: [] } });
const OPENED = {
  id: 'k',
  phase: 'open',
  matter_id: 'A-1',
  origin_kind: 'ticket',
  number: 'A007',
  origin_day: '2026-11-23',
  ticket_id: 't',
  linked_to: null,
  person_id: null,
  helper_id: null,
  first_contact: 'one',
  handler: 'one',
  opened_at: '2026-11-23T01:00:00.000Z',
  closed_at: null,
  receipt_no: null,
  accepted_on: null,
  due_on: null,
  legal_due_on: null,
  due_limit: null,
  notice_no: null,
  note: '',
  offer_id: null,
  offer_from: null,
  offer_to: null,
  offer_note: null,
  offer_lapses_at: null,
  proposal: null,
  sent_back: null,
  correction: null,
  outcome: null,
  destination: null,
  life: null,
  inquiry_by: null,
  question_by: null,
  late_by: null,
  late_to: null,
  ring_by: null,
  inherited_from: null,
  stands_from: null,
  has_tasks: 0,
  imported_key: null,
};
const ACCEPTED = {
  phase: 'accepted',
  receipt_no: 'SL20261123-0001',
  accepted_on: '2026-11-23',
  due_on: '2026-12-07',
  legal_due_on: '2026-12-21',
  note: '已受理',
};
const OFFER = {
  offer_id: 'h1',
  offer_from: 'one',
  offer_to: 'two',
  offer_note: '请接办',
  offer_lapses_at: '2026-11-24T09:00:00.000Z',
  has_tasks: 1,
};
const NO_OFFER = {
  ...{ offer_id: null, offer_from: null, offer_to: null, offer_note: null, offer_lapses_at: null },
  has_tasks: 0,
};
const PROPOSED = {
  phase: 'proposed',
  proposal: '{"by":"one","reason":"材料不实","at":"2026-11-23T03:00:00.000Z"}',
  has_tasks: 1,
};

const CONFIRMED = '{"by":"one","reason":"材料不实","at":"2026-11-23T03:00:00.000Z","confirmedBy":"boss"}';

specify(['cases'], ({ changes, gives }) => {
  test('[C3] a case stays with its handler while it is offered, and moves only when the receiver accepts', () => {
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [k.offered('02:00'), OFFER],
      [
        k.offerDeclined('02:01'),
        { ...NO_OFFER, life: '{"declined":[{"by":"two","reason":"不在","at":"2026-11-23T02:01:00.000Z"}]}' },
      ],
      [k.offered('02:02'), { ...OFFER, life: null }],
      [k.offerLapsed('02:03', { day: '2026-11-23' }), NO_OFFER],
      [k.offered('02:04'), OFFER],
      [k.offerTakenBack('02:05'), NO_OFFER],
      [k.offered('02:06'), OFFER],
      [k.offerAccepted('02:07'), { ...NO_OFFER, handler: 'two' }],
      [
        k.closed('02:08', { outcome: 'granted', clerkId: 'two', note: '准予' }),
        { phase: 'closed', outcome: 'granted', note: '准予', closed_at: at('02:08'), life: ended('two') },
      ],
    ]);
  });

  test('[C3] [C17] an offer keeps since when its open time runs, and moves its end', () => {
    const life = '{"offerClock":{"since":"2026-11-23T02:00:00.000Z","openMs":1800000}}';
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [k.offered('02:00', { openMs: 1_800_000 }), { ...OFFER, life }],
      [k.offerMoved('02:01'), { offer_lapses_at: '2026-11-25T01:15:00.000Z' }],
      [k.offerTakenBack('02:05'), { ...NO_OFFER, life: null }],
    ]);
  });

  test('[C3] a case that is offered to a group keeps who may still accept it, and which offer was taken', () => {
    const { offer_to: _, ...offer } = OFFER;
    const { offer_to: __, ...noOffer } = NO_OFFER;
    const offerClock = { since: '2026-11-23T02:00:00.000Z', openMs: 1_800_000 };
    const life = (receivers: string[], at = offerClock.since, declined = {}) =>
      JSON.stringify({ offerClock: { ...offerClock, since: at }, offerGroup: { letter: 'B', receivers }, ...declined });
    const declined = [{ by: 'two', reason: '~不在', at: '2026-11-23T02:01:00.000Z' }];
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [k.groupOffered('02:00'), { ...offer, life: life(['two', 'three']) }],
      [k.groupDeclined('02:01'), { life: life(['three'], offerClock.since, { declined }) }],
      [k.groupOfferEnded('02:02'), { ...noOffer, life: null }],
      [k.groupOffered('02:03'), { ...offer, life: life(['two', 'three'], '2026-11-23T02:03:00.000Z') }],
      [k.offerAccepted('02:04'), { ...noOffer, handler: 'two', life: '{"takenOffer":"h1"}' }],
    ]);
  });

  test('[C15] a case of somebody who leaves changes hands at once, its offer ends, and what was said of it stays', () => {
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [k.offered('02:00'), OFFER],
      [
        k.reassigned('02:01'),
        {
          ...{ ...NO_OFFER, handler: 'two', inherited_from: 'one' },
          life: '{"inherited":[{"from":"one","to":"two","at":"2026-11-23T02:01:00.000Z"}]}',
        },
      ],
    ]);
  });

  test('[C6] a refusal that is proposed is no outcome: it is sent back, taken back, or confirmed and closes the case', () => {
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [k.proposed('03:00'), PROPOSED],
      [
        k.sentBack('03:10'),
        {
          phase: 'accepted',
          proposal: null,
          sent_back: '{"by":"boss","remark":"再核实","at":"2026-11-23T03:10:00.000Z"}',
        },
      ],
      [k.proposed('03:00'), { ...PROPOSED, sent_back: null }],
      [k.proposalTakenBack('03:20'), { phase: 'accepted', proposal: null, has_tasks: 0 }],
      [k.proposed('03:00'), PROPOSED],
      [k.confirmed('03:30'), { proposal: CONFIRMED }],
      [
        k.closed('03:30', { outcome: 'refused', note: '材料不实' }),
        {
          ...{ phase: 'closed', outcome: 'refused', proposal: null, note: '材料不实' },
          ...{
            closed_at: at('03:30'),
            has_tasks: 0,
            life: JSON.stringify({ ending: { by: 'one', papers: [], confirmedBy: 'boss' } }),
          },
        },
      ],
    ]);
  });

  test('[C1] a case that is taken up again has another handler, and the same first contact', () => {
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.resumed('01:10', 'three'), { handler: 'three' }],
      [
        k.noticed('01:20'),
        {
          ...{ phase: 'noticed', notice_no: 'GZ20261123-0001', note: '请带原件' },
          life: '{"notice":{"no":"GZ20261123-0001","sinceOn":"2026-11-23","at":"2026-11-23T01:20:00.000Z","items":[],"received":[]}}',
        },
      ],
    ]);
  });

  test('[C9] [C17] an accepted case has its limit, and a due date that moved takes the legal one along where both were one', () => {
    const dueOn = '2026-12-07';
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [
        k.accepted('01:05', { legalDueOn: dueOn, limit: { days: 10, unit: 'working' } }),
        { ...ACCEPTED, legal_due_on: dueOn, due_limit: '{"days":10,"unit":"working"}' },
      ],
      [
        k.dueMoved('02:00', { legalFrom: dueOn, legalTo: '2026-12-08' }),
        { due_on: '2026-12-08', legal_due_on: '2026-12-08', life: '{"provisional":true}' },
      ],
      [
        k.dueMoved('03:00', { from: '2026-12-08', to: '2026-12-09', noticeNo: 'QX20261124-0002' }),
        { due_on: '2026-12-09' },
      ],
    ]);
  });

  test('[C7] whoever lets a second notice pass stands in its life', () => {
    const noticePass = { by: 'boss', reason: '~另一名子女' };
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.and('01:04', { type: 'notice-let-pass', ...noticePass }), { life: JSON.stringify({ noticePass }) }],
    ]);
  });

  test('[C7] a resident who is to be rung up stands with the day and each try, until it is done', () => {
    const ring = { why: 'silent', answerBy: '2026-12-25', tries: [] as object[] };
    const [owed, moved, tried] = RUNG as [Line, Line, Line];
    const later = { ...ring, answerBy: '2026-12-28' };
    const tries = [{ by: 'two', on: '2026-12-24' }];
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [
        k.closed('02:00'),
        { phase: 'closed', outcome: 'done', note: '当场办结', closed_at: at('02:00'), life: ended('one') },
      ],
      [owed, { ring_by: '2026-12-25', life: JSON.stringify({ ring, ...ENDED }), has_tasks: 1 }],
      [moved, { ring_by: '2026-12-28', life: JSON.stringify({ ring: later, ...ENDED }) }],
      [tried, { life: JSON.stringify({ ring: { ...later, tries }, ...ENDED }) }],
      [
        k.and('02:04', { type: 'resident-rung', by: 'two', on: '2026-12-25', reached: false, remark: '' }),
        { ring_by: null, life: ended('one'), has_tasks: 0 },
      ],
    ]);
  });

  test('[C17] another day that moved stands in its life', () => {
    const decision = { no: 'JD20261123-0001', by: 'one', on: '2026-11-23', tellBy: '2026-12-07' };
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [
        DECIDED[0]!,
        { phase: 'decided', outcome: 'granted', note: '准予', life: JSON.stringify({ decision }), has_tasks: 1 },
      ],
      [k.dayMoved('03:00'), { life: JSON.stringify({ decision: { ...decision, tellBy: '2026-12-08' } }) }],
    ]);
  });

  test('a case that closes while it is offered, or after its refusal was sent back, has neither any more', () => {
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [k.proposed('03:00'), PROPOSED],
      [
        k.sentBack('03:10'),
        {
          phase: 'accepted',
          proposal: null,
          sent_back: '{"by":"boss","remark":"再核实","at":"2026-11-23T03:10:00.000Z"}',
        },
      ],
      [k.offered('03:20'), OFFER],
      [
        k.closed('03:30', { outcome: 'withdrawn', note: '' }),
        {
          ...NO_OFFER,
          phase: 'closed',
          outcome: 'withdrawn',
          sent_back: null,
          note: '',
          closed_at: at('03:30'),
          life: ended('one'),
        },
      ],
    ]);
  });

  test('a case of another hall keeps where the resident was sent', () => {
    const destination = { place: '住建局', address: '中山路 1 号', telephone: '0851-2' };
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [
        k.closed('01:10', { outcome: 'not-ours', note: '', destination }),
        {
          phase: 'closed',
          outcome: 'not-ours',
          destination: '{"place":"住建局","address":"中山路 1 号","telephone":"0851-2"}',
          closed_at: at('01:10'),
          life: ended('one'),
        },
      ],
    ]);
  });

  test('[C8] a case that came by telephone has its person, something to do and no ticket, one of an older ledger its ticket alone', () => {
    const byTelephone = k.opened('01:00', {
      origin: { kind: 'telephone', number: '', day: '2026-11-23' },
      personId: 'p1',
    });
    const older = caseLines('old').opened('00:30', { origin: undefined, ticketId: 't9' });
    const byNobody = { origin_kind: 'telephone', number: '', ticket_id: null };
    const row = { ...OPENED, ...byNobody, person_id: 'p1', has_tasks: 1 };
    gives(
      'cases',
      [byTelephone, older],
      [
        row,
        { ...OPENED, id: 'old', number: '', origin_day: '', ticket_id: 't9', opened_at: '2026-11-23T00:30:00.000Z' },
      ],
    );
  });

  test('[C1] a linked case keeps which one it goes on from', () => {
    const origin = { kind: 'visit' as const, number: '', day: '2026-11-23', linkedTo: 'old' };
    gives(
      'cases',
      [k.opened('01:00', { origin })],
      [{ ...OPENED, origin_kind: 'visit', number: '', ticket_id: null, linked_to: 'old' }],
    );
  });

  test('[C7] [C8] a notice is kept with what came of it, and with the day on which nothing was missing any more', () => {
    const item = (id: string) => ({ id, 'zh-Hans': id, 'zh-Hant': id });
    const names = { 'zh-Hans': '低保', 'zh-Hant': '低保', en: 'Allowance' };
    const paper = { names, basis: '', fee: '', items: [item('A-1.1'), item('A-1.2')] };
    const given = { day: '2026-11-23', answerBy: '2026-12-23', paper };
    const notice = { no: 'GZ20261123-0001', sinceOn: '2026-11-23', at: at('01:20'), items: paper.items };
    const noticeNo = notice.no;
    const lifeOf = (more: object) => ({ life: JSON.stringify({ notice: { ...notice, ...more } }) });
    const came = (items: string[]) => ({
      type: 'materials-received' as const,
      noticeNo,
      items,
      by: 'two',
      on: '2026-11-25',
    });
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [
        k.noticed('01:20', { missing: undefined, ...given }),
        {
          phase: 'noticed',
          notice_no: noticeNo,
          note: '请带原件',
          ...lifeOf({ received: [], answerBy: '2026-12-23' }),
        },
      ],
      [
        k.and('01:50', { type: 'duty-warned', duty: 'deemed', on: '2026-12-01' }),
        {
          life: JSON.stringify({
            ...{ dutiesWarned: ['deemed'], notice: { ...notice, received: [], answerBy: '2026-12-23' } },
          }),
        },
      ],
      // C8: what is asked for is the resident's to bring again.
      [k.and('02:00', came(['A-1.2'])), lifeOf({ received: ['A-1.2'], answerBy: '2026-12-23' })],
      [
        k.and('02:01', { type: 'notice-reminded', noticeNo, on: '2026-12-16' }),
        { ...lifeOf({ received: ['A-1.2'], answerBy: '2026-12-23', reminded: true }), has_tasks: 1 },
      ],
      [
        k.and('02:02', { type: 'notice-unanswered', noticeNo, on: '2026-12-24' }),
        {
          life: JSON.stringify({
            notice: { ...notice, received: ['A-1.2'], answerBy: '2026-12-23', reminded: true },
            silentSince: '2026-12-24',
          }),
        },
      ],
      [
        k.closed('02:03', { outcome: 'withdrawn', note: '' }),
        {
          ...{ phase: 'closed', outcome: 'withdrawn', note: '', closed_at: at('02:03'), has_tasks: 0 },
          life: JSON.stringify({
            notice: { ...notice, received: ['A-1.2'], answerBy: '2026-12-23', reminded: true },
            ...{ silentSince: '2026-12-24', ...ENDED },
          }),
        },
      ],
      [
        k.and('02:04', { type: 'case-revived', by: 'three', answerBy: '2027-01-30' }),
        {
          ...{ phase: 'noticed', handler: 'three', outcome: null, closed_at: null },
          ...lifeOf({ received: ['A-1.2'], answerBy: '2027-01-30', reminded: false }),
        },
      ],
      [
        k.and('02:05', came(['A-1.1'])),
        {
          ...lifeOf({
            received: ['A-1.2', 'A-1.1'],
            answerBy: '2027-01-30',
            completeOn: '2026-11-25',
            reminded: false,
          }),
          has_tasks: 1,
        },
      ],
      [k.and('02:06', { type: 'notice-taken-back', noticeNo, by: 'three', reason: '可核验' }), {}],
    ]);
  });

  test('[C13] a case keeps what was promised, what of it came, and is late no more with the last of it', () => {
    const items = [1, 2].map((at) => ({ id: `A-1.${at}`, 'zh-Hans': '证', 'zh-Hant': '證' }));
    const follow = { items, by: '2026-11-30' };
    const life = (more: object, late?: string[]) => ({
      life: JSON.stringify({ ...(late ? { late } : {}), promise: { ...follow, received: [], ...more } }),
    });
    const came = (id: string): Line =>
      k.and('02:00', {
        ...{ type: 'materials-received', noticeNo: 'SL20261123-0001', items: [id], by: 'two', on: '2026-12-01' },
      });
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05', { follow }), { ...ACCEPTED, ...life({}), has_tasks: 1 }],
      [k.and('01:06', { type: 'promise-reminded', on: '2026-11-25' }), life({ reminded: true })],
      [k.and('01:07', { type: 'duty-late', duty: 'promise', on: '2026-12-01' }), life({ reminded: true }, ['promise'])],
      [came('A-1.1'), life({ received: ['A-1.1'], reminded: true }, ['promise'])],
      [came('A-1.2'), { ...life({ received: ['A-1.1', 'A-1.2'], reminded: true }), has_tasks: 0 }],
    ]);
  });

  test('[C4] [C9] [C10] a case keeps its pauses, its extension, its warnings and what is late of it', () => {
    const pause = { id: 'p1', kind: 'inspection', basis: '第四十五条', told: '2026-11-24', until: '2026-11-30' };
    const paused = { pauses: [pause] };
    const ended = { pauses: [{ ...pause, ended: '2026-11-26' }] };
    const extension = { days: 5, reason: '复杂', by: 'boss', told: '2026-11-26' };
    const escalation = { by: 'one', reason: '像是民政的', answerBy: '2026-11-24' };
    const { id: pauseId, ...said } = pause;
    const life = (more: object) => ({ life: JSON.stringify(more) });
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05', { deemed: true }), { ...ACCEPTED, ...life({ deemed: true }) }],
      [
        k.and('01:06', { type: 'case-escalated', ...escalation }),
        { ...life({ deemed: true, escalation }), has_tasks: 1 },
      ],
      [
        k.and('01:07', { type: 'duty-late', duty: 'escalation', on: '2026-11-25' }),
        life({ deemed: true, late: ['escalation'], escalation }),
      ],
      [
        k.and('01:08', { type: 'escalation-answered', by: 'boss', remark: '本街道' }),
        { ...life({ deemed: true, late: ['escalation'] }), has_tasks: 0 },
      ],
      [
        k.and('01:09', { type: 'case-paused', pauseId, ...said, kind: 'inspection', by: 'one' }),
        { ...life({ deemed: true, ...paused, late: ['escalation'] }), has_tasks: 1 },
      ],
      [
        k.and('01:10', { type: 'pause-ended', pauseId, on: '2026-11-26' }),
        { ...life({ deemed: true, ...ended, late: ['escalation'] }), has_tasks: 0 },
      ],
      [
        k.and('01:11', { type: 'case-extended', ...extension }),
        life({ deemed: true, ...ended, extension, late: ['escalation'] }),
      ],
      [
        k.and('01:12', { type: 'deadline-warned', part: 0.8, on: '2026-12-01' }),
        {
          ...life({ deemed: true, ...ended, extension, warned: 0.8, warnedOn: '2026-12-01', late: ['escalation'] }),
          has_tasks: 1,
        },
      ],
      [
        k.and('01:13', { type: 'overdue-explained', by: 'one', text: '现场核查延误' }),
        life({
          deemed: true,
          ...ended,
          extension,
          warned: 0.8,
          warnedOn: '2026-12-01',
          late: ['escalation'],
          explanation: '现场核查延误',
        }),
      ],
    ]);
  });

  test('[C12] a case keeps what its resident asked and was answered, and whether messages are wanted', () => {
    const asked = { id: 'q1', text: '问', on: '2026-11-23', answerBy: '2026-11-25' };
    const read = { by: 'one', on: '2026-11-24' };
    const answer = { by: 'two', on: '2026-11-24', text: '答' };
    const { id: inquiryId, ...said } = asked;
    const life = (one: object, more = {}) => ({ life: JSON.stringify({ inquiries: [one], ...more }) });
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [
        k.and('01:06', { type: 'inquiry-received', inquiryId, ...said }),
        { ...life(asked), inquiry_by: '2026-11-25', has_tasks: 1 },
      ],
      [k.and('01:07', { type: 'inquiry-read', inquiryId, ...read }), life({ ...asked, read })],
      [
        k.and('01:08', { type: 'inquiry-answered', inquiryId, ...answer }),
        { ...life({ ...asked, read, answer }), inquiry_by: null, has_tasks: 0 },
      ],
      [k.and('01:09', { type: 'messages-agreed', agreed: true }), life({ ...asked, read, answer }, { messages: true })],
    ]);
  });

  test('[C2] a case keeps what its handler asked and was answered, and by when the next answer comes', () => {
    const asked = { id: 'f1', to: { clerkId: 'two' }, by: 'one', text: '问', on: '2026-11-23', answerBy: '2026-11-26' };
    const answer = { by: 'two', on: '2026-11-25', text: '答' };
    const { id: questionId, ...said } = asked;
    const outside = { ...said, to: { outside: '民政局' }, answerBy: '2026-11-27' };
    const life = (...questions: object[]) => ({ life: JSON.stringify({ questions }) });
    const second = { id: 'f2', ...outside };
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [
        k.and('01:06', { type: 'question-asked', questionId, ...said }),
        { ...life(asked), question_by: '2026-11-26', has_tasks: 1 },
      ],
      [k.and('01:07', { type: 'question-asked', questionId: 'f2', ...outside }), life(asked, second)],
      [
        k.and('01:08', { type: 'question-reminded', questionId, on: '2026-11-25' }),
        life({ ...asked, reminded: true }, second),
      ],
      [
        k.and('01:09', { type: 'question-answered', questionId, ...answer }),
        { ...life({ ...asked, reminded: true, answer }, second), question_by: '2026-11-27' },
      ],
      [
        k.and('01:10', { type: 'question-answered', questionId: 'f2', ...answer, how: 'post' }),
        {
          ...life({ ...asked, reminded: true, answer }, { ...second, answer: { ...answer, how: 'post' } }),
          ...{ question_by: null, has_tasks: 0 },
        },
      ],
    ]);
  });

  test('[C5] a closed case keeps what came late, by when and by whom it is answered, and what was answered', () => {
    const [came, passed, answered] = LATE as [Line, Line, Line];
    const papers = {
      ...{ no: 'BC20261124-0001', items: [], note: '~一封信', by: 'two', on: '2026-11-24', at: at('04:00') },
      answerBy: '2026-11-25',
    };
    const answer = { by: 'two', on: '2026-11-25', kind: 'filed', text: '~答' };
    const life = (one: object) => ({ life: JSON.stringify({ latePapers: [one], ...ENDED }) });
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [
        k.closed('02:00'),
        { phase: 'closed', outcome: 'done', note: '当场办结', closed_at: at('02:00'), life: ended('one') },
      ],
      [came, { ...life(papers), late_by: '2026-11-25', late_to: 'one', has_tasks: 1 }],
      [passed, { late_to: 'two' }],
      [answered, { ...life({ ...papers, answer }), late_by: null, has_tasks: 0 }],
    ]);
  });

  test('[C6] a case keeps a refusal that is to correct its decision, and who sent it back and why', () => {
    const [proposed, sentBack, takenBack] = CORRECTION as [Line, Line, Line];
    const correction = {
      ...{ by: 'boss', reason: '另有住房', basis: '第五条', corrects: 'JD20261123-0001', at: at('05:00') },
      reviewBy: '2026-11-26',
    };
    const back = { ...correction, sentBack: { by: 'chief', remark: '~再核实', at: at('05:01') } };
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [
        k.closed('02:00'),
        { phase: 'closed', outcome: 'done', note: '当场办结', closed_at: at('02:00'), life: ended('one') },
      ],
      [proposed, { correction: JSON.stringify(correction), has_tasks: 1 }],
      [sentBack, { correction: JSON.stringify(back) }],
      [takenBack, { correction: null, has_tasks: 0 }],
    ]);
  });

  test('[C11] [C15] a case keeps in whose place somebody answered, and a question that was taken back waits for no answer', () => {
    const to = { clerkId: 'two' };
    const asked = { to, text: '问', on: '2026-11-23', answerBy: '2026-11-26', by: 'three' };
    const standIn = { by: 'three', of: 'one' };
    const stoodIn = [{ ...standIn, at: '2026-11-23T01:06:00.000Z' }];
    const question = { id: 'f1', to, by: 'three', text: '问', on: '2026-11-23', answerBy: '2026-11-26' };
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [
        k.and('01:06', { type: 'question-asked', questionId: 'f1', ...asked, standIn }),
        { life: JSON.stringify({ questions: [question], stoodIn }), question_by: '2026-11-26', has_tasks: 1 },
      ],
      [
        k.and('01:07', { type: 'question-taken-back', questionId: 'f1', to, on: '2026-11-24' }),
        {
          life: JSON.stringify({ questions: [{ ...question, takenBack: '2026-11-24' }], stoodIn }),
          ...{ question_by: null, has_tasks: 0 },
        },
      ],
    ]);
  });

  test('[P2] an applicant is of the case, and who comes for them; named again without a helper there is none', () => {
    const named = { type: 'applicant-named', by: 'one' } as const;
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [
        k.and('01:01', { ...named, personId: 'p1', helperId: 'p2' }),
        {
          ...{ person_id: 'p1', helper_id: 'p2' },
          life: '{"helper":{"personId":"p2","relation":"other","scope":["hand-in","be-told"],"by":"one"}}',
        },
      ],
      [k.and('01:02', { ...named, personId: 'p3' }), { person_id: 'p3', helper_id: null, life: null }],
    ]);
  });

  test('[C14] a helper stands with terms and end, whoever names the same applicant again, and stays known when it is over', () => {
    const [, ...steps] = QUIET.find(([name]) => name.startsWith('has a helper'))![1];
    const [entered, changed, ended] = steps as [Line, Line, Line];
    const named = { type: 'applicant-named', by: 'one' } as const;
    const helper = (more: string) => `{"helper":{"personId":"p2","relation":"family",${more}}}`;
    const wide = '"scope":["hand-in","be-told"],"how":"telephone","by":"one"';
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.and('02:00', { ...named, personId: 'p1' }), { person_id: 'p1' }],
      [
        entered,
        {
          helper_id: 'p2',
          life: helper('"scope":["hand-in"],"until":"2026-11-30","how":"document","by":"one"'),
        },
      ],
      [k.and('02:01', { ...named, personId: 'p1' }), {}],
      [changed, { life: helper(wide) }],
      [ended, { life: helper(`${wide},"ended":"2026-11-25"`) }],
    ]);
  });

  test('[C5] a decided case keeps its outcome, and what was tried to tell it; telling leaves what the decision says', () => {
    const told = { way: 'telephone' as const, by: 'two', on: '2026-11-24', reached: true, remark: '' };
    const no = 'JD20261125-0001';
    const correction = { by: 'boss', on: '2026-11-25', tellBy: '2026-12-09' };
    const decision = { no: 'JD20261123-0001', by: 'one', on: '2026-11-23', tellBy: '2026-12-07' };
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [
        k.and('01:06', {
          type: 'case-decided',
          outcome: 'granted',
          by: 'one',
          note: '准予',
          on: '2026-11-23',
          tellBy: '2026-12-07',
          decisionNo: decision.no,
        }),
        { phase: 'decided', outcome: 'granted', note: '准予', life: JSON.stringify({ decision }), has_tasks: 1 },
      ],
      [k.and('01:07', { type: 'resident-told', ...told }), { life: JSON.stringify({ decision, tellings: [told] }) }],
      [k.closed('01:08', { outcome: 'granted', note: '' }), { phase: 'closed', closed_at: at('01:08'), has_tasks: 0 }],
      [
        k.and('01:09', {
          ...{ type: 'outcome-corrected', outcome: 'refused', reason: '另有住房', basis: '第五条', day: '2026-11-25' },
          ...{ ...correction, decisionNo: no, voids: decision.no },
          paper: {
            names: { 'zh-Hans': '低保', 'zh-Hant': '低保', en: 'Allowance' },
            basis: '第五条',
            fee: '',
            items: [],
          },
        }),
        {
          ...{ phase: 'decided', outcome: 'refused', handler: 'boss', note: '另有住房', closed_at: null, has_tasks: 1 },
          life: JSON.stringify({ decision: { no, ...correction } }),
        },
      ],
    ]);
  });

  test('[C5] a case that ended wrongly stays closed, with the outcome that holds, and how it was corrected', () => {
    const [another, goesOn] = ENDING_CORRECTED as [Line, Line];
    const first = { was: 'done', by: 'boss', on: '2026-11-24', voids: [] };
    const second = { was: 'answered', by: 'chief', on: '2026-11-24', voids: ['BJ20261124-0001'] };
    const life = (ending: object) => JSON.stringify({ ending });
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [
        k.closed('02:00', { closingNo: 'BJ20261123-0001' }),
        {
          ...{ phase: 'closed', outcome: 'done', note: '当场办结', closed_at: at('02:00') },
          life: life({ by: 'one', papers: ['BJ20261123-0001'] }),
        },
      ],
      [
        another,
        {
          ...{ outcome: 'answered', note: '~并未办结' },
          life: life({ by: 'boss', papers: ['BJ20261124-0001'], corrected: first }),
        },
      ],
      [
        goesOn,
        {
          ...{ outcome: 'corrected', note: '~续办' },
          life: life({ by: 'chief', papers: [], corrected: { ...second, linkedNo: 'SL20261124-0001' } }),
        },
      ],
    ]);
  });

  test('[C18] a case whose conclusion is undone is as it was, without receipt, dates and note', () => {
    const nothing = { receipt_no: null, accepted_on: null, due_on: null, legal_due_on: null, note: '' };
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05'), ACCEPTED],
      [k.and('01:05:05', { type: 'conclusion-undone', papers: ['SL20261123-0001'] }), { phase: 'open', ...nothing }],
      [k.and('01:05:05', { type: 'paper-voided', no: 'SL20261123-0001', why: 'undone' }), {}],
      [k.accepted('01:06', { receiptNo: 'SL20261123-0002' }), { ...ACCEPTED, receipt_no: 'SL20261123-0002' }],
      [k.and('01:06:05', { type: 'paper-printed', no: 'SL20261123-0002', by: 'one' }), {}],
    ]);
  });

  test('[C18] a conclusion counts from the instant on which it can be undone no more, or from when its paper is printed', () => {
    changes('cases', [
      [k.opened('01:00'), OPENED],
      [k.accepted('01:05', { undoMs: 10_000 }), { ...ACCEPTED, stands_from: '2026-11-23T01:05:10.000Z' }],
      [k.and('01:05:05', { type: 'paper-printed', no: 'SL20261123-0001', by: 'one' }), { stands_from: null }],
    ]);
  });

  test('[Q8] a case of another system’s log has the times of its log, and its clock from when it was taken over', () => {
    const happenedAt = '2025-03-03T02:00:00.000Z';
    const decision = { no: 'C-17', by: 'one', on: '2025-03-05', tellBy: '2026-12-07' };
    changes('cases', [
      [
        k.opened('01:00', { origin: { kind: 'import', number: 'C-17', day: '2025-03-03' }, happenedAt }),
        {
          ...{ ...OPENED, ticket_id: null, origin_kind: 'import', number: 'C-17', origin_day: '2025-03-03' },
          opened_at: happenedAt,
          imported_key: 'C17',
        },
      ],
      [
        k.and('01:00', {
          ...{ type: 'case-accepted', receiptNo: 'C-17', acceptedOn: '2025-03-04', note: '' },
          ...{ happenedAt, foreign: { activity: '受理', by: 'two', to: 'two' } },
        }),
        { phase: 'accepted', receipt_no: 'C-17', accepted_on: '2025-03-04', handler: 'two' },
      ],
      [
        k.and('01:00', {
          ...{ type: 'case-decided', outcome: 'granted', by: 'one', note: '', on: '2025-03-05', tellBy: '2025-03-05' },
          ...{ decisionNo: 'C-17', happenedAt, foreign: { activity: '准予' } },
        }),
        {
          ...{ phase: 'decided', outcome: 'granted', has_tasks: 1 },
          life: JSON.stringify({ decision: { ...decision, tellBy: '2025-03-05' } }),
        },
      ],
      [
        k.and('01:00', {
          ...{ type: 'case-taken-over', to: 'three', acceptedOn: '2026-11-02', dueOn: '2026-11-30', warned: 0.5 },
          ...{ tellBy: '2026-12-07', limit: { days: 20, unit: 'working' } },
        }),
        {
          ...{ handler: 'three', accepted_on: '2026-11-02', due_on: '2026-11-30' },
          due_limit: JSON.stringify({ days: 20, unit: 'working' }),
          life: JSON.stringify({ warned: 0.5, decision }),
        },
      ],
      [k.and('01:00', { type: 'foreign-activity', happenedAt, foreign: { activity: '归档' } }), {}],
      [
        k.closed('01:00', { happenedAt, note: '', outcome: 'granted', foreign: { activity: '办结' } }),
        { phase: 'closed', closed_at: happenedAt, has_tasks: 0 },
      ],
    ]);
  });
});
