import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../harness.ts';
import { type OwnersHall, ownersHall, wish } from '../owner-fixture.ts';

const DAY = 86_400_000;
/** Monday, 23 November 2026, is the day on which each test begins; half of A1's limit is over on 7 December. */
const [TUESDAY, WEDNESDAY, HALF] = ['2026-11-24', '2026-11-25', '2026-12-07T02:00:00.000Z'];
const NUMBER = '办件 SL2026-000001（事项 A1）';

let h: OwnersHall;
beforeEach(async () => {
  h = await ownersHall({
    one: '13985000001',
    two: '13985000002',
    three: '13985000003',
    four: '13985000004',
    boss: '13985000009',
  });
});
afterEach(() => h.hall.stop());

describe('a message to somebody of the staff who is away', () => {
  it('[C11] [C10] [C2] a message of a warning or a late duty goes to the deputy, who is told so, and to the absent clerk again after the return', async () => {
    await h.clerksOf('A-1', 'one', 'two');
    await h.accepted();
    await h.away(h.as.one, 'one', '2026-12-07', '2026-12-10');
    await h.at(HALF);
    await eventually(() => expect(h.sentTo('one')).toEqual([]));
    await eventually(() =>
      expect(h.sentTo('two')).toEqual([`您顶岗的${NUMBER}办结期限已用去 50%，最迟 2026年12月21日 办结。`]),
    );
    await eventually(() => expect(h.sentTo('boss')).toHaveLength(1));
    while (h.hall.clock.nowMs < Date.parse('2026-12-22T02:00:00.000Z')) await h.hall.clock.advance(DAY);
    await eventually(() => expect(h.sentTo('two')).toHaveLength(1));
    await eventually(() =>
      expect(h.sentTo('one').map((text) => text.replace(NUMBER, ''))).toEqual([
        '您经办的办结期限已用去 80%，最迟 2026年12月21日 办结。',
        '您经办的今天是办结期限最后一天，最迟 2026年12月21日 办结。',
        '您经办的已超过办结期限，期限是 2026年12月21日。请登录处理。',
      ]),
    );
  });

  it('[C11] a message to somebody of the staff who is away goes to the supervisors who are there where nobody deputises, once for all parts, and never to one who is away', async () => {
    await h.accepted();
    await h.away(h.as.one, 'one', '2026-12-07', '2026-12-10');
    await h.at(HALF);
    await eventually(() => expect(h.sentTo('one')).toEqual([]));
    await eventually(() =>
      expect(h.sentTo('boss')).toEqual([`您顶岗的${NUMBER}办结期限已用去 50%，最迟 2026年12月21日 办结。`]),
    );
  });

  it('[C11] [C2] a message of a step goes to whoever stands in for the first contact', async () => {
    await h.clerksOf('A-1', 'one', 'two');
    const caseId = await h.accepted();
    const { handoverId } = await h.as.one.cases.offer({ ...wish(), caseId, to: h.idOf('three'), note: '请接着办' });
    await h.as.three.cases.accept({ ...wish(), caseId, handoverId });
    // Who stands in is asked when a message is sent: this one must be sent on Monday, when the first contact was there.
    await eventually(() => expect(h.sentTo('one')).toEqual([expect.stringContaining('已换经办人')]));
    await h.away(h.as.one, 'one', TUESDAY, null);
    await h.at('2026-11-24T02:00:00.000Z');
    const three = await h.hall.clerk('three');
    await three.cases.pause({ ...wish(), caseId, kind: 'inspection', basis: '第四十五条', days: 3 });
    await h.hall.system.sweep();
    await eventually(() =>
      expect(h.sentTo('two')).toEqual([
        expect.stringMatching(`^您顶岗的${NUMBER}：11月24日 周二期限暂停；经办人 three 员`),
      ]),
    );
    await eventually(() => expect(h.sentTo('one')).toHaveLength(1));
  });

  it('[C11] [C3] [C17] a message of an offer whose end moves goes to the deputy of its receiver, whom it names', async () => {
    await h.clerksOf('A-1', 'four', 'three');
    const caseId = await h.accepted();
    await h.at('2026-11-23T08:50:00.000Z');
    await h.as.one.cases.offer({ ...wish(), caseId, to: h.idOf('four'), note: '请接着办' });
    await h.hall.system.sweep();
    await eventually(() => expect(h.sentTo('four')).toHaveLength(1));
    await h.away(h.as.four, 'four', TUESDAY, WEDNESDAY);
    await h.at('2026-11-23T20:00:00.000Z');
    const boss = await h.hall.clerk('boss');
    const openings = await boss.openings.list({});
    const openingId = openings.find(({ day }) => day === TUESDAY)!.id;
    await boss.openings.cancel({ ...wish(), openingId, reason: '停电' });
    await h.hall.system.sweep();
    await eventually(() =>
      expect(h.sentTo('three')).toEqual([
        expect.stringMatching(/^one 员 把办件 .*转给four 员（由您顶岗），请在 .*前接受/),
      ]),
    );
    await eventually(() => expect(h.sentTo('four')).toHaveLength(1));
  });
});
