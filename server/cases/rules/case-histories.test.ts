/** Histories by chance. `SEED=… npm test -- server/cases/rules/case-histories.test.ts` runs those of one seed again; `RUNS=5000` more of them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../schema/cases/case.ts';
import type { RingWhy } from '../../../schema/cases/conclusion.ts';
import type { CaseEvent } from '../../../schema/cases/events.ts';
import type { ClerkId, Day, PersonId } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { calendarWish, clerk, wish } from '../../test/any-wish.ts';
import { byHand, toldByHand } from '../../test/by-hand.ts';
import {
  ALL,
  accept,
  BOSS,
  DAY,
  grant,
  inquire,
  notice,
  ONE,
  REASON,
  receive,
  TWO,
  take,
  takeLetter,
  tell,
  watch,
} from '../../test/case-wishes.ts';
import { chinaWith, givenCase, givenCaseBy, type OwnDay } from '../../test/given.ts';
import type { CaseCommand } from './case-command.ts';
import { clockOf } from './clock/case-clock.ts';
import { toldDays } from './clock/told-days.ts';
import { owersOf } from './owners/afterwards.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = { seed, numRuns: Number(process.env.RUNS ?? 400) };
process.stdout.write(`case histories: SEED=${seed}\n`);

const open = givenCase().after(take);
const noticed = open.after(notice('A-1.1', 'A-1.3'));
/** The same history on another day. */
const on = (from: typeof open, day: Day) => from.later(Date.parse(`${day}T01:00:00.000Z`) - from.nowMs);

/** Closed, and what came late is ONE's to answer. */
const came = open
  .after(accept)
  .after(grant)
  .after(tell(true))
  .after({ type: 'take-late-papers', by: TWO, to: ONE, items: ['A-1.1'], note: '' });

/** Closed with a question that nobody has answered yet (C12), or with somebody to ring up (C7). */
const askedAfter = open
  .after(accept)
  .after(grant)
  .after(tell(true))
  .after({ ...inquire, to: ONE });
const silentOn = addDays(noticed.state!.notice!.answerBy!, 1);
const toRing = on(
  noticed.after({ type: 'name-applicant', by: ONE, personId: 'p1' as PersonId, isSupervisor: false }),
  silentOn,
).after(watch);

/** C8, C17: what a call says of a case that goes on. */
const OF_DAYS = new Set<RingWhy>(['deemed', 'moved']);

/** Of a decision by somebody who reached the resident, or tried on two days; of the rest there, or by a message or a call. */
function isTold(
  { decision, tellings, messages, personId, origin }: Case,
  events: CaseEvent[],
  wanted: CaseCommand,
): boolean {
  const isOwed = messages === true || events.some((one) => one.type === 'ring-owed' && !OF_DAYS.has(one.why));
  if (events.some(({ type }) => type === 'ending-corrected')) return isOwed;
  const closed = events.findLast(({ type }) => type === 'case-closed');
  if (closed?.type !== 'case-closed') return true;
  if (decision) return tellings.some((one) => one.reached) || new Set(tellings.map((one) => one.on)).size > 1;
  const isSilent = events.some(({ type }) => type === 'notice-unanswered');
  // C6: whoever left with a paper that says “proposed” is told what is agreed, unless the hall knows a ticket alone.
  if (wanted.type === 'confirm-refusal') return isOwed || (!personId && origin.kind === 'ticket');
  // C5: of what came in writing an answer has told it, or its sender said so; what was entered by mistake was nobody's.
  if (events.some(({ type }) => type === 'resident-told') || closed.mistaken) return true;
  if (wanted.type === 'conclude-case' && origin.kind === 'letter') return isOwed;
  if (isSilent) return isOwed || (!personId && origin.kind !== 'letter');
  // C5: somebody who rings up hears it at once, and a ticket has its page; a letter has neither.
  if (closed.toTell) return isOwed || (!personId && origin.kind !== 'letter');
  const atCounter = wanted.type === 'conclude-case' && origin.kind === 'ticket';
  const isHere = atCounter || (wanted.type === 'close-case' && wanted.here === true);
  return isHere || wanted.type === 'take-back-wish' || (wanted.type === 'leave-case' && wanted.byResident);
}

/** Everybody whom a wish names: who wishes it, and who is to have or to answer something. */
function namedIn(wanted: CaseCommand): ClerkId[] {
  const { by, from, to, receivers } = wanted as {
    by?: ClerkId;
    from?: ClerkId;
    to?: ClerkId | { clerkId: ClerkId } | null;
    receivers?: ClerkId[];
  };
  const named = typeof to === 'object' ? to?.clerkId : to;
  return [by, wanted.type === 'reassign-case' ? undefined : from, named, ...(receivers ?? [])].flatMap(
    (id) => id ?? [],
  );
}

/** As the acts do it for somebody who is there no more (C15). */
function withoutOffer(now: typeof open, who: ClerkId): typeof open {
  const { offer, offerGroup } = now.state!;
  if (!offer || now.nowMs >= Date.parse(offer.lapsesAt)) return now;
  const handoverId = offer.id;
  if (offer.to === who) return now.after({ type: 'take-back-handover', handoverId, by: offer.from });
  const isOne = offerGroup?.receivers.includes(who);
  return isOne ? now.after({ type: 'leave-offer', handoverId, clerkId: who, senderIsGone: false }) : now;
}

/** As the act does it: whoever confirms a correction is told whether its author is gone (C15). */
function withAuthor(wish: CaseCommand, { correction }: Case, isThere: (id: ClerkId) => boolean): CaseCommand {
  if (wish.type !== 'confirm-refusal' || !correction) return wish;
  return { ...wish, isAuthorGone: !isThere(correction.by) };
}

/** C17: from each of these somebody waits for a day besides the due day; most histories by chance would never come there. */
const BEGINNINGS: CaseCommand[][] = [
  [],
  [notice('A-1.1')],
  [accept, grant],
  [accept, inquire, { type: 'propose-refusal', by: ONE, reason: REASON, basis: '第五条' }],
  [{ type: 'conclude-case', by: ONE, conclusion: { kind: 'escalated', note: '像是民政的' } }],
  [accept, grant, tell(true), { type: 'take-late-papers', by: TWO, to: ONE, items: ['A-1.1'], note: '' }],
];

/** C9: of which the hall promises less. */
const LAWS_LIMIT = { days: 30, unit: 'working' } as const;

const isAtWork = ({ phase }: Case) => phase === 'accepted' || phase === 'proposed';

const COMES_BACK = new Set<CaseEvent['type']>(['case-revived', 'outcome-corrected', 'conclusion-undone']);

describe('a case, whatever is wished of it in whatever order', () => {
  it('[C1] [C2] [C5] [C9] [C17] a property: it keeps its first contact, has one handler, closes only told, and all its days are as counted anew', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BEGINNINGS),
        fc.constantFrom(take, takeLetter),
        fc.constantFrom(null, LAWS_LIMIT),
        fc.array(fc.oneof({ weight: 4, arbitrary: wish }, { weight: 2, arbitrary: calendarWish }), {
          minLength: 1,
          maxLength: 30,
        }),
        (beginning, taken, legalLimit, wishes) => {
          const own: OwnDay[] = [];
          let now = givenCaseBy(() => chinaWith(...own), { legalLimit })().after(taken);
          let beforeConclusion = now.state;
          for (const one of beginning) now = now.after(one);
          for (const { days, of, ...other } of wishes) {
            const then = now.later(days * DAY);
            if ('own' in other) own.push(other.own(new Date(then.nowMs).toISOString().slice(0, 10)));
            const calendar = chinaWith(...own);
            const wanted = of(now.state!);
            const { events, state } = then.when(wanted);
            now = then.and(...events);
            if (!state) throw new Error('it is gone');
            expect(state.firstContact).toBe(ONE);
            expect([ONE, TWO, BOSS]).toContain(state.handler);
            if (state.offer) expect(state.offer.from).toBe(state.handler);
            expect(state.offerClock !== undefined).toBe(state.offer !== undefined);
            const clock = clockOf(state);
            if (clock && state.dueOn && isAtWork(state)) expect(state.dueOn).toBe(byHand(clock, calendar));
            if (clock && isAtWork(state))
              expect(state.legalDueOn).toBe(byHand({ ...clock, limit: legalLimit ?? clock.limit }, calendar));
            // C17: each day that somebody waits for is the one that the calendar gives now, in any order of all this.
            expect(toldDays(state).map(({ by }) => by)).toEqual(toldByHand(state, calendar));
            // C7: nothing is asked for that the catalogue does not list.
            expect(state.notice?.items.every(({ id }) => ALL.includes(id)) ?? true).toBe(true);
            // C2, C12: what was asked is answered once, by whoever.
            for (const before of [...(then.state?.inquiries ?? []), ...(then.state?.questions ?? [])]) {
              const after = [...state.inquiries, ...state.questions].find(({ id }) => id === before.id);
              expect(after?.answer ?? null).toEqual(before.answer ?? after?.answer ?? null);
            }
            expect(
              state.notice?.received.filter((id) => !state.notice?.items.some((item) => item.id === id)) ?? [],
            ).toEqual([]);
            // C5: whatever closes it, its resident knows, or is told by a message or a call.
            expect(isTold(state, events, wanted), wanted.type).toBe(true);
            if (state.phase === 'closed') expect(state.outcome).toBeDefined();
            // C6: no refusal of one person; C5: what came late stays, and is answered once.
            for (const event of events)
              if (event.type === 'outcome-corrected' && event.outcome === 'refused')
                expect([undefined, event.by]).not.toContain(event.confirmedBy);
            if (then.state?.phase === 'closed' && state.phase !== 'closed')
              expect(events.some(({ type }) => COMES_BACK.has(type))).toBe(true);
            // C18: nothing of a conclusion stays when it is undone, and what anybody did after it is never lost.
            if (events.some(({ type }) => type === 'conclusion-undone')) expect(state).toEqual(beforeConclusion);
            else if (then.state?.phase === 'open' && state.phase !== 'open') beforeConclusion = then.state;
            const known = then.state?.latePapers ?? [];
            expect(known.every(({ answer }, at) => !answer || state.latePapers[at]?.answer === answer)).toBe(true);
          }
        },
      ),
      runs,
    );
  });

  it('[C15] [C3] a property: no case and no offer stands with somebody who has left, and no offer with somebody blocked', () => {
    const turn = fc.oneof(
      fc.record({ who: clerk, heir: clerk, as: fc.constantFrom('leaves' as const, 'blocked' as const) }),
      fc.record({ who: clerk, wish }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(noticed, came, askedAfter, toRing),
        fc.array(turn, { minLength: 5, maxLength: 40 }),
        (from, turns) => {
          let now = from;
          const left = new Set<ClerkId>();
          const blocked = new Set<ClerkId>();
          const isThere = (id: ClerkId) => !left.has(id) && !blocked.has(id);
          for (const one of turns) {
            const { handler, offer, phase } = now.state!;
            if ('wish' in one) {
              const wanted = withAuthor(one.wish.of(now.state!), now.state!, isThere);
              const named = namedIn(wanted);
              // At a counter it goes with its ticket.
              if (wanted.type === 'undo-conclusion') continue;
              // Nobody who is gone asks for anything, and nobody is offered or given anything who is not there.
              if (!named.every(isThere)) continue;
              now = now.and(...now.when(wanted).events);
            } else if (one.as === 'blocked') {
              blocked.add(one.who);
              now = withoutOffer(now, one.who);
            } else {
              const owes =
                (phase !== 'closed' && (handler === one.who || offer?.to === one.who)) ||
                owersOf(now.state!).includes(one.who);
              // C15: leaving is refused until a duty has an heir who is there.
              if (owes && (!isThere(one.heir) || one.heir === one.who)) continue;
              const heir = { from: one.who, to: one.heir, by: BOSS, reason: '离岗', note: '' };
              if (owes) now = now.after({ type: 'reassign-case', ...heir });
              now = withoutOffer(now, one.who);
              left.add(one.who);
            }
            const { state } = now;
            if (state?.phase !== 'closed') expect(left).not.toContain(state?.handler);
            expect(owersOf(state!).filter((id) => left.has(id))).toEqual([]);
            if (state?.offer) {
              for (const id of [state.offer.to ?? state.offerGroup!.receivers].flat()) expect(isThere(id)).toBe(true);
              expect(left).not.toContain(state.offer.from);
            }
          }
        },
      ),
      runs,
    );
  });

  it('[C8] [H9] a property: a late or repeated look changes no date that the law gave', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 40 }),
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 5 }),
        (rest, looks) => {
          let now = on(noticed, '2026-11-24').after(receive(['A-1.1', 'A-1.3'], false));
          for (const day of [...looks].sort((a, b) => a - b)) now = on(now, addDays('2026-11-24', day)).after(watch);
          now = on(now, addDays('2027-02-01', rest)).after(watch);
          expect(now.state).toMatchObject({ acceptedOn: '2026-11-24', deemed: true, dueOn: '2026-12-22' });
          expect(now.when(watch).events).toEqual([]);
        },
      ),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 4) },
    );
  });
});
