/** The numbers of the hall as the administrator changes them; what runs already keeps what it was given. */
import { isDeepStrictEqual } from 'node:util';
import type { Refusal } from '../../../schema/refusal.ts';
import type { Settings } from '../../../schema/settings.ts';
import type { Tx } from '../../ledger/commit.ts';
import { isDiskLimit, stopBeforeWarning } from '../rules/disk-limits.ts';
import { hallStream, THE_HALL } from '../stream.ts';

/** Only what is new becomes an event; wished as it is, nothing has happened. */
export function changeSettings(tx: Tx, wish: { settings: Partial<Settings> }): { seq: number } | Refusal {
  const settings = othersThan(tx.settings, wish.settings);
  const refusal = stopBeforeWarning(tx.settings, settings);
  if (refusal) return refusal;
  const event = { type: 'settings-changed' as const, settings };
  if (Object.keys(settings).length > 0) tx.run(hallStream, THE_HALL, () => [event]);
  return { seq: tx.head() };
}

/** What a hall that stopped for its disk still takes (A3). */
export function areOfDisk(settings: Partial<Settings>): boolean {
  return Object.keys(settings).every(isDiskLimit);
}

/** Of a wish what differs from these values. */
export function othersThan(present: Settings, wish: Partial<Settings>): Partial<Settings> {
  const names = Object.keys(wish) as (keyof Settings)[];
  const others = names.filter((name) => wish[name] !== undefined && !isDeepStrictEqual(wish[name], present[name]));
  return Object.fromEntries(others.map((name) => [name, wish[name]]));
}
