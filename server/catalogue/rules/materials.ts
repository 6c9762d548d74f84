/** Materials are known by an id that never means another one (C7). Pure. */
import type { MatterPlan } from '../../../schema/catalogue/catalogue.ts';
import type { Material } from '../../../schema/catalogue/material.ts';
import type { MatterId } from '../../../schema/ids.ts';

/** Those without an id get the matter's with the next number that none has, or `ever` had: an id means one thing for ever. */
export function withIds(
  matterId: MatterId,
  materials: MatterPlan['materials'],
  ever: readonly string[] = [],
): Material[] {
  const taken = new Set([...ever, ...materials.flatMap(({ id }) => id ?? [])]);
  let number = 0;
  const next = () => {
    do number++;
    while (taken.has(`${matterId}.${number}`));
    return `${matterId}.${number}`;
  };
  return materials.map(({ id, ...texts }) => ({ id: id ?? next(), ...texts }));
}
