/** Which sections a role has, in the order of their keys. */
import type { StaffRole } from '../schema/who.ts';

export type Section =
  | 'work'
  | 'cases'
  | 'look-up'
  | 'hall'
  | 'hall-cases'
  | 'people'
  | 'openings'
  | 'counters'
  | 'clerks'
  | 'devices'
  | 'matters'
  | 'calendar'
  | 'settings'
  | 'history';

/** The roles in schema/<subject>/routes.ts say the same; a section that could only be refused is not shown. */
export function sectionsOf(role: StaffRole): Section[] {
  switch (role) {
    case 'clerk':
      return ['work', 'cases', 'look-up'];
    case 'supervisor':
      return ['hall', 'work', 'cases', 'look-up', 'openings', 'hall-cases', 'people'];
    case 'administrator':
      return [
        'hall',
        'openings',
        'counters',
        'clerks',
        'devices',
        'matters',
        'look-up',
        'settings',
        'history',
        'calendar',
        'people',
      ];
    default:
      return role satisfies never;
  }
}

/** The tenth has the key 0, and the eleventh the one beside it. */
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-'] as const;

export function keyOf(at: number): string {
  return KEYS[at] ?? '';
}

/** The same key by its place on the keyboard. */
export function codeOf(at: number): string {
  const key = keyOf(at);
  return key === '-' ? 'Minus' : `Digit${key}`;
}
