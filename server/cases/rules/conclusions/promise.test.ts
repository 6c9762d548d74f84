import { describe, expect, it, test } from 'vitest';
import type { Day } from '../../../../schema/ids.ts';
import { DAY, grant, ONE, receive, take, watch } from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';

/** On Monday 23 November 2026; may follow, the matter is due on 21 December. */
const open = givenCase().after(take);
const accept = (items: string[], by: Day): CaseCommand => ({
  ...{ type: 'conclude-case', by: ONE },
  conclusion: { kind: 'accepted', note: '', follow: { items, by } },
});
const promised = open.after(accept(['A-1.3', 'A-1.2'], '2026-11-30'));
const on = (day: Day) => promised.later(Date.parse(`${day}T01:00:00.000Z`) - promised.nowMs);

describe('conditional acceptance', () => {
  it('[C13] conditional acceptance accepts with what may follow, and the receipt says what and by when', () => {
    const { events, state } = open.when(accept(['A-1.3', 'A-1.2'], '2026-11-30'));
    expect(state).toMatchObject({
      phase: 'accepted',
      dueOn: '2026-12-21',
      promise: { by: '2026-11-30', received: [] },
    });
    expect(events).toMatchObject([
      {
        ...{ type: 'case-accepted', follow: { items: [{ id: 'A-1.2' }, { id: 'A-1.3' }], by: '2026-11-30' } },
        paper: { items: [{ id: 'A-1.2' }, { id: 'A-1.3' }], followBy: '2026-11-30' },
      },
    ]);
  });

  test.each<[string, string[], Day, string]>([
    ['what may not follow', ['A-1.1', 'A-1.2'], '2026-11-30', 'material-may-not-follow'],
    ['what the catalogue does not list', ['B-9.9'], '2026-11-30', 'material-not-in-catalogue'],
    ['today', ['A-1.2'], '2026-11-23', 'promise-day-wrong'],
    ['a day after the limit', ['A-1.2'], '2026-12-22', 'promise-day-wrong'],
  ])('[C13] a promise is refused of %s', (_, items, by, refused) => {
    expect(open.when(accept(items, by)).refused).toBe(refused);
  });

  it('[C13] what was promised comes at any counter, once, and only what was promised', () => {
    expect(promised.when(receive(['A-1.1'])).refused).toBe('material-not-asked');
    const some = promised.after(receive(['A-1.2']));
    expect(some.when(receive(['A-1.2'])).refused).toBe('material-received-already');
    expect(some.after(receive(['A-1.3'])).state).toMatchObject({
      ...{ phase: 'accepted', promise: { received: ['A-1.2', 'A-1.3'] } },
    });
    const whole = open.after({ type: 'conclude-case', by: ONE, conclusion: { kind: 'accepted', note: '' } });
    expect(whole.when(receive(['A-1.2'])).refused).toBe('case-not-noticed');
  });

  it('[C13] nothing is granted while a promise is open', () => {
    expect(promised.after(receive(['A-1.2'])).when(grant)).toMatchObject({
      ...{ refused: 'promise-open', facts: { count: 1 } },
    });
    expect(promised.after(receive(['A-1.2', 'A-1.3'])).when(grant).refused).toBeNull();
  });

  it('[C13] the resident is reminded three working days before, once, and the handler owes an answer the day after', () => {
    expect(on('2026-11-24').when(watch).events).toEqual([]);
    const reminded = on('2026-11-25');
    expect(reminded.when(watch).events).toEqual([{ type: 'promise-reminded', on: '2026-11-25' }]);
    expect(reminded.after(watch).when(watch).events).toEqual([]);
    const over = reminded.after(watch).later(6 * DAY);
    expect(over.when(watch).events).toEqual([{ type: 'duty-late', duty: 'promise', on: '2026-12-01' }]);
    expect(over.after(watch).after(receive(['A-1.2', 'A-1.3'])).state?.late).toEqual([]);
  });

  it('[C13] a look that comes after the day reminds nobody, and what came in time is not late', () => {
    expect(on('2026-12-02').when(watch).events).toMatchObject([{ type: 'duty-late', duty: 'promise' }]);
    const kept = promised.after(receive(['A-1.2', 'A-1.3']));
    expect(kept.later(9 * DAY).when(watch).events).toEqual([]);
  });
});
