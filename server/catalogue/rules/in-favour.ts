/** L1: a matter as it was, with what of a later version is in the resident's favour. Pure. */
import type { Matter } from '../../../schema/catalogue/catalogue.ts';

/** A material that is not asked for any more is asked of nobody; a limit of the same unit is the shorter one. */
export function inFavour(then: Matter, later: Matter): Matter {
  const asked = new Set(later.materials.map(({ id }) => id));
  const follows = new Set(later.materials.flatMap(({ id, mayFollow }) => (mayFollow ? [id] : [])));
  const materials = then.materials
    .filter(({ id }) => asked.has(id))
    .map((one) => (follows.has(one.id) ? { ...one, mayFollow: true } : one));
  return { ...then, materials, ...(isShorter(later, then) ? limitOf(later) : {}) };
}

function isShorter(one: Matter, than: Matter): boolean {
  const [days, before] = [daysOf(one), daysOf(than)];
  if (days === null || (before !== null && one.limitUnit !== than.limitUnit)) return false;
  return before === null || days < before;
}

/** What the hall is held to. */
function daysOf({ limitDays, promisedDays }: Matter): number | null {
  return limitDays === null ? null : Math.min(limitDays, promisedDays ?? limitDays);
}

function limitOf({ limitDays, limitUnit, promisedDays = null }: Matter) {
  return { limitDays, limitUnit, promisedDays };
}
