/** Which sections a role has, in the order of their keys. */
import type { StaffRole } from '../schema/who.ts';

export type Section =
  | 'work'
  | 'cases'
  | 'look-up'
  | 'hall'
  | 'hall-cases'
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
      return ['hall', 'work', 'cases', 'look-up', 'openings', 'hall-cases'];
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
      ];
    default:
      return role satisfies never;
  }
}

/** The tenth has the key 0. */
export function keyOf(at: number): string {
  return String((at + 1) % 10);
}
