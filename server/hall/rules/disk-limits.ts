/** A hall that stops before it warns stops without a word, and takes no setting back then (A3). */
import { namesFact, type Refusal, refuse } from '../../../schema/refusal.ts';
import { SETTINGS, type Settings } from '../../../schema/settings.ts';

const PAIRS = [
  ['diskLowBytes', 'diskStopBytes'],
  ['diskLowShare', 'diskStopShare'],
] as const;

/** Of a wish alone: a hall that has such a pair of old may change its other numbers. */
export function stopBeforeWarning(present: Settings, wish: Partial<Settings>): Refusal | null {
  const all = { ...present, ...wish };
  const isWished = (key: keyof Settings) => wish[key] !== undefined;
  const wrong = PAIRS.find(([low, stop]) => (isWished(low) || isWished(stop)) && all[stop] >= all[low]);
  if (!wrong) return null;
  const [low, stop] = wrong.map((key) => SETTINGS.find((one) => one.key === key)!.name);
  return refuse('disk-stop-before-warning', { ...namesFact('low', low!), ...namesFact('stop', stop!) });
}

export function isDiskLimit(name: string): boolean {
  return PAIRS.flat().some((one) => one === name);
}
