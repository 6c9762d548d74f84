import { describe, expect, it } from 'vitest';
import type { ClerkId, Letter } from '../../../../schema/ids.ts';
import { accept, ONE, TWO, take } from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';

const THREE = 'three' as ClerkId;
const accepted = givenCase().after(take).after(accept);
const clock = { note: '请接办', lapsesAt: '2026-11-23T02:00:00.000Z', openMs: 1_800_000 };
const offer: CaseCommand = { type: 'offer-handover', from: ONE, to: TWO, ...clock };
const toGroup: CaseCommand = {
  type: 'offer-to-group',
  from: ONE,
  toGroup: 'B' as Letter,
  receivers: [TWO, THREE],
  ...clock,
};
const offered = accepted.after(offer);
const decline = (of: typeof offered, by: ClerkId, reason: string): CaseCommand => ({
  ...{ type: 'decline-handover', handoverId: of.state!.offer!.id, by, reason, gone: false },
});
const declined = offered.after(decline(offered, TWO, '不属本岗'));

describe('an offer that was declined', () => {
  it('[C3] an offer that was declined says who declined it and why, until the case is offered again', () => {
    expect(declined.state?.declined).toMatchObject([{ by: TWO, reason: '不属本岗' }]);
    expect(declined.after(offer).state?.declined).toBeUndefined();
    expect(declined.after(toGroup).state?.declined).toBeUndefined();
  });

  it('[C3] an offer that was declined says so until the handler’s next act; what others do, or the clock, leaves it', () => {
    const inquired = declined.after({ type: 'send-inquiry', text: '办到哪一步了？', to: null });
    expect(inquired.state?.declined).toMatchObject([{ by: TWO }]);
    const paused = { type: 'pause-case', by: ONE, kind: 'inspection', basis: '第四十五条', days: 3 } as const;
    expect(inquired.after(paused).state?.declined).toBeUndefined();
  });

  it('[C3] an offer that was declined by a group says so of each, and of none once its sender took it back', () => {
    const asked = accepted.after(toGroup);
    const first = asked.after(decline(asked, THREE, '手上已满'));
    const both = first.after(decline(asked, TWO, '不属本岗'));
    expect(both.state?.declined?.map(({ by, reason }) => [by, reason])).toEqual([
      [THREE, '手上已满'],
      [TWO, '不属本岗'],
    ]);
    const back = { type: 'take-back-handover', by: ONE, handoverId: asked.state!.offer!.id } as const;
    expect(first.after(back).state?.declined).toBeUndefined();
  });
});
