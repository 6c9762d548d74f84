/** What happens by chance in the demonstration. */
import { seededChance } from './chance.ts';

export type Luck = {
  /** True so often, 0 to 1. */
  often: (share: number) => boolean;
  between: (least: number, most: number) => number;
  one: <T>(of: readonly T[]) => T;
  /** One of the names, as often as its weight says. */
  weighed: <K extends string>(weights: Record<K, number>) => K;
};

export function createLuck(seed: number): Luck {
  const chance = seededChance(seed);
  return {
    often: (share) => chance() < share,
    between: (least, most) => least + chance() * (most - least),
    one: (of) => of[Math.floor(chance() * of.length)]!,
    weighed(weights) {
      const names = Object.keys(weights) as (keyof typeof weights)[];
      let left = chance() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      return names[0]!;
    },
  };
}
