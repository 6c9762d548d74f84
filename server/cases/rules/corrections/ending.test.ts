import { describe, expect, it } from 'vitest';
import type { CaseOutcome, Conclusion } from '../../../../schema/cases/conclusion.ts';
import type { CaseId, ClerkId, PersonId } from '../../../../schema/ids.ts';
import {
  accept,
  BOSS,
  DAY,
  grant,
  inquire,
  notice,
  ONE,
  REASON,
  TWO,
  take,
  tell,
  watch,
} from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';
import type { CaseCommand, Correcting } from '../case-command.ts';
import { owedAfter } from '../owners/afterwards.ts';

const CHIEF = 'chief' as ClerkId;
const named = { type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false } as const;
const open = givenCase().after(take);
const end = (conclusion: Conclusion): CaseCommand => ({ type: 'conclude-case', by: ONE, conclusion });
const PLACE = { place: '区住建局', address: '和平路 8 号', telephone: '0851-85551234' };
const done = open.after(end({ kind: 'done', note: '' })).later(DAY);
const elsewhere = open
  .after(end({ kind: 'not-ours', ...PLACE, note: '属于其他部门的法定职责范围', unreachable: true }))
  .after({ type: 'confirm-refusal', by: BOSS })
  .later(DAY);
const LINKED = { linked: 'next' as CaseId, linkedNo: 'SL20261124-0001' };
const GOES_ON: Correcting = { outcome: 'corrected', ...LINKED };
const correct = (to: Correcting, by = BOSS, reason = REASON): CaseCommand => ({
  ...{ type: 'correct-outcome', by, reason, basis: '办法第五条' },
  ...to,
});

describe('an end without a decision that was wrong', () => {
  it('[C5] an end without a decision that was wrong is corrected by a second person with reason and basis, and the paper names the void one', () => {
    expect(done.when(correct({ outcome: 'answered' }, ONE)).refused).toBe('own-decision');
    expect(done.when(correct({ outcome: 'answered' }, BOSS, '错了')).refused).toBe('reason-too-thin');
    expect(done.when(correct({ outcome: 'answered' })).events).toMatchObject([
      {
        ...{ type: 'ending-corrected', was: 'done', outcome: 'answered', by: BOSS, voids: ['BJ20261123-0001'] },
        ...{ on: '2026-11-24', closingNo: 'BJ20261124-0001' },
        paper: { was: 'done', outcome: 'answered', corrected: ['BJ20261123-0001'], basis: '办法第五条', items: [] },
      },
      { type: 'paper-voided', no: 'BJ20261123-0001', why: 'corrected' },
      { type: 'ring-owed', why: 'corrected' },
    ]);
  });

  it('[C5] an end without a decision that was wrong stays closed, and goes on in the linked case, whatever it ended as', () => {
    const kinds: [CaseOutcome, typeof done][] = [
      ['done', done],
      ['answered', open.after(end({ kind: 'answered', note: '口头答复' }))],
      ['not-needed', open.after(end({ kind: 'not-needed', note: '已有' }))],
      [
        'withdrawn',
        open.after(accept).after({ type: 'close-case', by: ONE, outcome: 'withdrawn', note: '', here: true }),
      ],
      ['not-ours', elsewhere],
    ];
    for (const [was, from] of kinds) {
      const gone = from.after(correct(GOES_ON, CHIEF));
      expect(gone.state).toMatchObject({
        ...{ phase: 'closed', outcome: 'corrected', firstContact: ONE, handler: ONE, destination: undefined },
        ending: { papers: [], corrected: { was, linkedNo: LINKED.linkedNo } },
      });
      expect(gone.when(correct({ outcome: 'done' }, ONE)).refused).toBe('corrected-already');
    }
  });

  it('[C5] the slip and the decision not to accept of what was not ours are void', () => {
    expect(elsewhere.when(correct(GOES_ON, CHIEF)).events).toMatchObject([
      { type: 'ending-corrected', was: 'not-ours', voids: ['BS20261123-0001', 'ZY20261123-0001'] },
      { type: 'paper-voided', no: 'BS20261123-0001' },
      { type: 'paper-voided', no: 'ZY20261123-0001' },
      { type: 'ring-owed' },
    ]);
  });

  it('[C5] [C6] an end without a decision that was wrong is corrected neither by who proposed it nor by who confirmed it', () => {
    for (const by of [ONE, BOSS]) expect(elsewhere.when(correct(GOES_ON, by)).refused).toBe('own-decision');
    expect(elsewhere.when(correct(GOES_ON, CHIEF)).refused).toBeNull();
    const refused = open.after(accept).after({ type: 'propose-refusal', by: ONE, reason: REASON, basis: '第五条' });
    const confirmed = refused.after({ type: 'confirm-refusal', by: BOSS }).after(tell(true));
    for (const by of [ONE, BOSS])
      expect(confirmed.when(correct({ outcome: 'granted' }, by)).refused).toBe('own-decision');
    expect(confirmed.when(correct({ outcome: 'granted' }, CHIEF)).refused).toBeNull();
  });

  it('[C5] an end without a decision that was wrong with a linked case that is there already is void on a closing paper that names both', () => {
    const gone = done.when(correct({ ...GOES_ON, wasThere: true }));
    expect(gone.events).toMatchObject([
      {
        ...{ type: 'ending-corrected', outcome: 'corrected', ...LINKED, closingNo: 'BJ20261124-0001' },
        paper: { was: 'done', outcome: 'corrected', corrected: ['BJ20261123-0001'], goesOnAs: LINKED.linkedNo },
      },
      { type: 'paper-voided', no: 'BJ20261123-0001' },
      { type: 'ring-owed', why: 'corrected' },
    ]);
    expect(gone.state).toMatchObject({ phase: 'closed', ending: { papers: ['BJ20261124-0001'] } });
  });

  it('[C5] [C6] an end without a decision that was wrong is corrected to another place with a slip, and to the same end with other words', () => {
    const to = correct({ outcome: 'not-ours', destination: PLACE });
    expect(done.when(to).events).toMatchObject([
      {
        outcome: 'not-ours',
        destination: PLACE,
        referralNo: 'ZY20261124-0001',
        paper: { corrected: ['BJ20261123-0001'] },
      },
      { type: 'paper-voided' },
      { type: 'ring-owed', why: 'elsewhere' },
    ]);
    const again = elsewhere.after(correct({ outcome: 'not-ours', destination: PLACE }, CHIEF)).state;
    expect(again).toMatchObject({ outcome: 'not-ours', ending: { papers: ['ZY20261124-0001'] } });
    expect(done.when(correct({ outcome: 'done' })).events[0]).toMatchObject({ was: 'done', outcome: 'done' });
  });

  it('[C5] an end without a decision that was wrong as the same outcome says which words it changes, and is nothing where none is other', () => {
    const standing = { why: REASON, grounds: ['办法第五条', '辦法第五條'] };
    const same = (more: object): CaseCommand => ({ ...correct({ outcome: 'done' }), standing, ...more }) as CaseCommand;
    expect(done.when(same({})).refused).toBe('correction-changes-nothing');
    const based = done.when(same({ basis: '办法第六条' }));
    expect(based.events).toMatchObject([
      { was: 'done', outcome: 'done', changed: ['basis'], paper: { changed: ['basis'] } },
      { type: 'paper-voided' },
      { type: 'ring-owed', why: 'reworded' },
    ]);
    const words = done.when(same({ reason: '申请人已经在本社区居住满一年', basis: '办法第六条' })).state;
    expect(words?.ending?.corrected?.changed).toEqual(['reason', 'basis']);
    const to = (place: string) =>
      elsewhere.when({ ...same({ by: CHIEF }), outcome: 'not-ours', destination: { ...PLACE, place } } as CaseCommand);
    expect(to(PLACE.place).refused).toBe('correction-changes-nothing');
    expect(to('市住建局').events[0]).toMatchObject({ changed: ['destination'] });
    const granted = open.after(accept).after(grant).after(tell(true));
    const again = { ...correct({ outcome: 'granted' }), standing } as CaseCommand;
    expect(granted.when(again).refused).toBe('correction-changes-nothing');
    expect(granted.when({ ...again, basis: '办法第六条' } as CaseCommand).events[0]).toMatchObject({
      ...{ type: 'outcome-corrected', changed: ['basis'], paper: { changed: ['basis'] } },
    });
  });

  it('[C5] [C6] a decision that should have gone on is void, told or not, and the linked case goes on', () => {
    const decided = open.after(named).after(accept).after(grant);
    for (const from of [decided, decided.after(tell(true))]) {
      expect(from.when(correct(GOES_ON, ONE)).refused).toBe('own-decision');
      expect(from.when(correct(GOES_ON)).events).toMatchObject([
        { type: 'ending-corrected', was: 'granted', outcome: 'corrected', voids: ['JD20261123-0001'], ...LINKED },
        { type: 'paper-voided', no: 'JD20261123-0001' },
        { type: 'ring-owed', why: 'corrected' },
      ]);
      const gone = from.after(correct(GOES_ON));
      expect(gone.state).toMatchObject({ phase: 'closed', outcome: 'corrected', handler: ONE, decision: undefined });
      expect(gone.state?.ring?.to).toBe(BOSS);
      expect(gone.when(correct({ outcome: 'granted' }, CHIEF)).refused).toBe('corrected-already');
    }
    const proposed = decided.after(correct({ outcome: 'refused' }));
    expect(proposed.when(correct(GOES_ON, CHIEF)).refused).toBe('refusal-proposed');
  });

  it('[C5] a call that told the wrong end is owed no more where a message tells the right one', () => {
    const sent = open
      .after(named)
      .after({ type: 'agree-messages', agreed: true })
      .after(end({ kind: 'not-ours', ...PLACE, note: '属于其他部门的法定职责范围', unreachable: true }))
      .after({ type: 'confirm-refusal', by: BOSS });
    expect(sent.state?.ring).toMatchObject({ why: 'elsewhere' });
    for (const to of [{ outcome: 'done' }, GOES_ON] as Correcting[]) {
      const gone = sent.after(correct(to, CHIEF));
      expect(gone.state).toMatchObject({ phase: 'closed', outcome: to.outcome, ring: undefined });
    }
  });

  it('[C12] [C15] whoever corrects an end answers the questions that were asked before it', () => {
    const asked = open.after(accept).after(inquire);
    const withdrawn = asked.after({ type: 'close-case', by: ONE, outcome: 'withdrawn', note: '', here: true });
    for (const closed of [withdrawn, asked.after(grant).after(tell(true))]) {
      expect(owedAfter(closed.state!)).toMatchObject([{ part: 'inquiry', to: ONE }]);
      const owed = owedAfter(closed.after(correct(GOES_ON)).state!);
      expect(owed).toContainEqual(expect.objectContaining({ part: 'inquiry', to: BOSS }));
    }
    const later = withdrawn.after({ ...inquire, text: '材料何时退还？', to: TWO }).after(correct(GOES_ON)).state!;
    expect(later.inquiries.map(({ to }) => to)).toEqual([BOSS, TWO]);
  });

  it('[C5] [C6] an end without a decision that was wrong becomes no decision, and a decision becomes no end without one', () => {
    for (const outcome of ['granted', 'refused'] as const)
      expect(done.when(correct({ outcome })).refused).toBe('corrected-by-ending');
    const decided = open.after(accept).after(grant);
    expect(decided.when(correct({ outcome: 'done' })).refused).toBe('corrected-by-decision');
  });

  it('[C5] an end without a decision that was wrong may be corrected once more, by somebody else again', () => {
    const once = done.after(correct({ outcome: 'answered' })).later(DAY);
    expect(once.when(correct(GOES_ON)).refused).toBe('own-decision');
    expect(once.when(correct(GOES_ON, ONE)).events[0]).toMatchObject({ was: 'answered', voids: ['BJ20261124-0001'] });
  });

  it('[C7] an end without a decision that was wrong of a notice that nobody answered goes on under its number while it can be taken up again', () => {
    const silent = open
      .after(notice('A-1.1'))
      .later(31 * DAY)
      .after(watch);
    expect(silent.state?.outcome).toBe('withdrawn');
    expect(silent.when(correct(GOES_ON)).refused).toBe('case-revivable');
    expect(silent.later(40 * DAY).after(correct(GOES_ON)).state).toMatchObject({
      outcome: 'corrected',
      silentSince: undefined,
    });
  });

  it('[C5] an end without a decision that was wrong is told by a call to whoever wished for no messages, and by the corrector', () => {
    const named = open
      .after({ type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false })
      .after(end({ kind: 'done', note: '' }));
    const corrected = named.after(correct({ outcome: 'answered' }));
    expect(corrected.state).toMatchObject({
      handler: ONE,
      ring: { to: BOSS, why: 'corrected', answerBy: '2026-11-24' },
    });
    // No message says where to go.
    const wished = open
      .after({ type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false })
      .after({ type: 'agree-messages', agreed: true })
      .after(end({ kind: 'done', note: '' }));
    expect(wished.after(correct({ outcome: 'answered' })).state?.ring).toBeUndefined();
    expect(wished.after(correct({ outcome: 'not-ours', destination: PLACE })).state?.ring?.why).toBe('elsewhere');
  });

  it('[C5] an end without a decision that was wrong is what late papers that came before it can be answered by', () => {
    const came = done.after({ type: 'take-late-papers', by: ONE, to: ONE, items: ['A-1.1'], note: '' });
    const answer = { type: 'answer-late-papers', by: ONE, kind: 'corrected', text: '已更正' } as const;
    const wish: CaseCommand = { ...answer, no: 'BC20261124-0001', linkedNo: null, isSupervisor: false };
    expect(came.when(wish).refused).toBe('late-papers-not-corrected');
    expect(came.after(correct({ outcome: 'answered' })).after(wish).state?.latePapers[0]?.answer?.kind).toBe(
      'corrected',
    );
  });
});
