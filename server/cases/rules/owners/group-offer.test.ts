import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClerkId, HandoverId, Letter } from '../../../../schema/ids.ts';
import { accept, ONE, TWO, take } from '../../../test/case-wishes.ts';
import { givenCase } from '../../../test/given.ts';
import type { CaseCommand } from '../case-command.ts';

const [THREE, FOUR] = ['three', 'four'] as ClerkId[] as [ClerkId, ClerkId];
const accepted = givenCase().after(take).after(accept);
const offer = (receivers: ClerkId[], from = ONE): CaseCommand => ({
  ...{ type: 'offer-to-group', from, toGroup: 'B' as Letter, receivers, note: '请接办' },
  ...{ lapsesAt: '2026-11-23T02:00:00.000Z', openMs: 1_800_000 },
});
const offered = accepted.after(offer([TWO, THREE]));
const handoverId = offered.state!.offer!.id;
const wishOf = (type: 'accept-handover' | 'take-back-handover', by: ClerkId, id = handoverId): CaseCommand => ({
  ...{ type, by, handoverId: id },
});
const decline = (by: ClerkId, id = handoverId): CaseCommand => ({
  ...{ type: 'decline-handover', by, handoverId: id, reason: '不属本岗', gone: false },
});

describe('an offer to a group', () => {
  it('[C3] [C2] an offer to a group stays with its sender until one accepts; the first one has it, and the others see that it is taken', () => {
    expect(offered.state).toMatchObject({ handler: ONE, offerGroup: { letter: 'B', receivers: [TWO, THREE] } });
    const taken = offered.after(wishOf('accept-handover', THREE));
    expect(taken.state).toMatchObject({ handler: THREE, firstContact: ONE });
    expect(taken.state?.offer).toBeUndefined();
    expect(taken.when(wishOf('accept-handover', TWO)).refused).toBe('offer-taken');
    expect(taken.when(decline(TWO)).refused).toBe('offer-taken');
  });

  it('[C3] an offer to a group is declined by each for oneself, and is back when the last one has declined', () => {
    const one = offered.after(decline(TWO));
    expect(one.state).toMatchObject({ handler: ONE, offerGroup: { receivers: [THREE] } });
    expect(one.when(wishOf('accept-handover', TWO)).refused).toBe('not-receiver');
    const both = one.when(decline(THREE)).events;
    expect(both).toMatchObject([{ type: 'group-declined' }, { type: 'group-offer-ended', why: 'declined', from: ONE }]);
  });

  it('[C3] an offer to a group is of nobody else, and is taken back by its sender alone', () => {
    expect(offered.when(wishOf('accept-handover', FOUR)).refused).toBe('not-receiver');
    expect(offered.when(wishOf('accept-handover', ONE)).refused).toBe('not-receiver');
    expect(offered.when(wishOf('take-back-handover', TWO)).refused).toBe('not-handler');
    expect(offered.when(wishOf('take-back-handover', ONE)).events).toMatchObject([{ why: 'taken-back' }]);
    expect(accepted.when(offer([ONE])).refused).toBe('group-empty');
    expect(accepted.when(offer([TWO], TWO)).refused).toBe('not-handler');
    expect(offered.when(offer([TWO])).refused).toBe('offer-open');
  });

  it('[C3] [C15] a property: whoever answers and leaves, it stands with those who are there and have not declined, or is over', () => {
    const clerk = fc.constantFrom(TWO, THREE, FOUR);
    const turn = fc.record({
      what: fc.constantFrom('accept' as const, 'decline' as const, 'leave' as const, 'lapse' as const, 'back' as const),
      who: clerk,
      // Late things are rare, so that some offers live long.
      rare: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(clerk, { minLength: 1 }), fc.array(turn, { maxLength: 12 }), (members, turns) => {
        let now = accepted.after(offer(members));
        const id = now.state!.offer!.id as HandoverId;
        // The oracle: a set of names, and one owner.
        const left = new Set<ClerkId>(members);
        let [owner, isOpen] = [ONE, true];
        for (const { what, who, rare } of turns) {
          if ((what === 'lapse' || what === 'back') && rare > 0) continue;
          const wish: CaseCommand =
            what === 'accept'
              ? wishOf('accept-handover', who, id)
              : what === 'decline'
                ? decline(who, id)
                : what === 'leave'
                  ? { type: 'leave-offer', handoverId: id, clerkId: who, senderIsGone: false }
                  : what === 'lapse'
                    ? { type: 'lapse-handover', handoverId: id, gone: false }
                    : wishOf('take-back-handover', ONE, id);
          const { refused, events } = now.when(wish);
          const isHis = what === 'lapse' || what === 'back' || left.has(who);
          expect(refused === null).toBe(isOpen && isHis);
          now = now.and(...events);
          if (isOpen && isHis) {
            if (what === 'accept') [owner, isOpen] = [who, false];
            if (what === 'lapse' || what === 'back') isOpen = false;
            if (what === 'decline' || what === 'leave') left.delete(who);
            if (left.size === 0) isOpen = false;
          }
          expect(now.state).toMatchObject({ handler: owner, firstContact: ONE });
          expect(now.state?.offer !== undefined).toBe(isOpen);
          if (isOpen) expect([...now.state!.offerGroup!.receivers].sort()).toEqual([...left].sort());
        }
      }),
      { numRuns: 1000 },
    );
  });
});
