/** What a rule may know besides its stream: the instant, the hall's numbers, fresh ids. Keeps the domain pure. */
import type { Settings } from './settings.ts';

export type Context = {
  /** ms since 1970. */
  nowMs: number;
  settings: Settings;
  newId: () => string;
};

export const iso = (ms: number): string => new Date(ms).toISOString();
export const ms = (instant: string): number => Date.parse(instant);
