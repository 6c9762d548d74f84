/** Who may hold slots, and how many: a phone a few, and in a crowd, or for many people of one telephone, each costs the phone some work (H6, S2). */
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { actorName } from '../../../schema/who.ts';
import { appointmentOfLink } from '../../hours/views/find-appointment.ts';
import { namesOfTelephone } from '../../hours/views/telephone-proof.ts';
import type { Hall } from '../../ledger/hall.ts';
import { knownActor } from '../who.ts';
import type { Place } from './address.ts';
import { type Proofs, workAfter } from './proofs.ts';
import type { Visitors } from './visitor.ts';

export type Holds = {
  /** A refusal, or what gives the hold back that was counted: the slot was full. */
  take: (request: Request, proof: string | null) => Promise<Refusal | (() => Promise<void>)>;
  /** A refusal, or what is called when the wish is done. Many people of one telephone keep nobody of another name away. */
  confirm: (
    request: Request,
    proof: string | null,
    wish: { link: string; telephone: string },
  ) => Promise<Refusal | (() => void)>;
};
type Parts = { hall: Hall; place: Place; visitors: Visitors; proofs: Proofs; ease: number };

const MINUTE_S = 60;
const HOUR_S = 3_600;

/** `ease` lifts the settings, for a hall that tests and benches fill from one address. */
export function createHolds({ hall, place, visitors, proofs, ease }: Parts): Holds {
  /** Counts alone; what is too many is the hall's to set. */
  const counts = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: HOUR_S });
  const count = async (key: string, customDuration: number) =>
    (await counts.consume(key, 1, { customDuration: Math.ceil(customDuration) })).consumedPoints / ease;

  const confirming = new Map<string, number>();

  return {
    async take(request, proof) {
      const actor = knownActor(hall, request.headers.cookie);
      if (actor?.kind === 'clerk') return async () => {};
      const { holdMs, holdsAtOnce, holdsPerHour, proofAfterHolds } = hall.look(({ settings }) => settings);
      const visitor = visitors.of(request);
      const address = `address:${place(request)}`;
      const device = actor ? actorName(actor) : visitor && `visitor:${visitor}`;
      const whose = device ?? address;
      // A phone that keeps no cookie is another one with each request: its work is good for the address.
      const of = visitors.isNew(request) ? address : whose;
      const keys = [`now:${whose}`, `hour:${whose}`, `minute:${address}`, 'minute:hall'];
      const [now, hour, here, all] = await Promise.all([
        count(keys[0]!, holdMs / 1_000),
        count(keys[1]!, HOUR_S),
        count(keys[2]!, MINUTE_S),
        count(keys[3]!, MINUTE_S),
      ]);
      const giveBack = async () => void (await Promise.all(keys.map((key) => counts.reward(key))));
      const tooMany = now > holdsAtOnce || hour > holdsPerHour;
      if (tooMany && device) {
        await giveBack();
        return refuse('holds-too-many');
      }
      const over = Math.max(here, all) - proofAfterHolds;
      // An address is many phones: what comes without a cookie is asked for work, and never refused for its address.
      if (over <= 0 && !tooMany) return giveBack;
      const work = workAfter(Math.floor(over / proofAfterHolds));
      if (proof && (await proofs.passes(proof, work, [shortOf(whose), shortOf(address)]))) return giveBack;
      await giveBack();
      return refuse('proof-needed', { challenge: await proofs.challenge(work, shortOf(of)) });
    },
    async confirm(request, proof, { link, telephone }) {
      const free = () => {};
      if (knownActor(hall, request.headers.cookie)?.kind === 'clerk') return free;
      const held = hall.look((from) => {
        const found = appointmentOfLink(from, link);
        if (found?.phase !== 'held') return null;
        const { namesOfTelephone: free } = from.settings;
        return { ...namesOfTelephone(from, { telephone, matterId: found.matterId }), free };
      });
      if (!held) return free;
      const { key, count: names } = held;
      // Those that are on their way count, or many at once would all be within the limit.
      const onTheirWay = confirming.get(key) ?? 0;
      const count = names + onTheirWay;
      confirming.set(key, onTheirWay + 1);
      const done = () => {
        const left = confirming.get(key)! - 1;
        if (left > 0) confirming.set(key, left);
        else confirming.delete(key);
      };
      const over = count - held.free;
      if (over < 0) return done;
      const [work, of] = [workAfter(over), shortOf(key)];
      // A fault counts as no proof, so that nobody stays on the way for ever.
      const passes = proof !== null && (await proofs.passes(proof, work, [of]).catch(() => false));
      if (passes) return done;
      done();
      return refuse('names-proof-needed', { count, challenge: await proofs.challenge(work, of) });
    },
  };
}

/** Of the key nothing can be read. */
function shortOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}
