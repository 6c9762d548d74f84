import { describe, expect, it } from 'vitest';
import { accept, DAY, grant, notice, ONE, pause, REASON, receive, take } from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';

const open = givenCase().after(take);
const accepted = open.after(accept);
const noticed = open.after(notice('A-1.1', 'A-1.3'));

describe('an undone conclusion', () => {
  const undo: CaseCommand = { type: 'undo-conclusion' };
  const conclude = (conclusion: Extract<CaseCommand, { type: 'conclude-case' }>['conclusion']): CaseCommand => ({
    ...{ type: 'conclude-case', by: ONE },
    conclusion,
  });
  const KINDS: CaseCommand[] = [
    accept,
    notice('A-1.1'),
    conclude({ kind: 'escalated', note: '归属不清' }),
    conclude({ kind: 'refused', reason: REASON, basis: '第五条' }),
    conclude({ kind: 'done', note: '' }),
    conclude({ kind: 'withdrawn', note: '' }),
    conclude({
      kind: 'not-ours',
      place: '区民政局',
      address: '中山路 1 号',
      telephone: '0851-88880000',
      note: REASON,
      unreachable: true,
    }),
    { type: 'leave-case', byResident: false },
  ];
  it.each(KINDS)('[C18] an undone conclusion leaves the case exactly as it was before it: %j', (wish) => {
    const done = open.when(wish);
    const papers = done.events.flatMap((event) =>
      ['receiptNo', 'noticeNo', 'proposalNo', 'referralNo', 'closingNo'].flatMap((name) => Object(event)[name] ?? []),
    );
    const undone = open.after(wish).when(undo);
    const voided = papers.map((no) => ({ type: 'paper-voided', no, why: 'undone' }));
    expect(undone.events).toEqual([{ type: 'conclusion-undone', papers }, ...voided]);
    expect(undone.state).toEqual(open.state);
  });

  it('[C18] an undone conclusion is none once its paper was printed or anything else came', () => {
    const printed = accepted.after({ type: 'print-paper', no: 'SL20261123-0001', by: ONE });
    expect(printed.when(undo).refused).toBe('undo-told');
    expect(accepted.after(grant).later(DAY).when(undo).refused).toBe('nothing-to-undo');
    expect(accepted.after(pause(3)).when(undo).refused).toBe('undo-told');
    expect(noticed.after(receive(['A-1.1'])).when(undo).refused).toBe('undo-told');
  });
});
