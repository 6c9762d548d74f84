/** Which sections a role has, in the order of their keys. */
import type { TroubleKind } from '../schema/hall/trouble.ts';
import type { StaffRole } from '../schema/who.ts';

export type Section =
  | 'work'
  | 'todo'
  | 'cases'
  | 'look-up'
  | 'hall'
  | 'hall-cases'
  | 'people'
  | 'absences'
  | 'openings'
  | 'counters'
  | 'clerks'
  | 'devices'
  | 'matters'
  | 'agencies'
  | 'calendar'
  | 'settings'
  | 'history';

/** The roles in schema/<subject>/routes.ts say the same; a section that could only be refused is not shown. */
export function sectionsOf(role: StaffRole): Section[] {
  switch (role) {
    case 'clerk':
      return ['work', 'todo', 'cases', 'look-up'];
    case 'supervisor':
      return ['hall', 'todo', 'work', 'cases', 'look-up', 'openings', 'hall-cases', 'people', 'absences'];
    case 'administrator':
      // What is looked up is found by the one box, too: twelve sections do not fit.
      return [
        'hall',
        'openings',
        'counters',
        'clerks',
        'devices',
        'matters',
        'settings',
        'history',
        'calendar',
        'people',
        'agencies',
      ];
    default:
      return role satisfies never;
  }
}

const MENDED_IN: Partial<Record<TroubleKind, Section>> = {
  'entrustment-ends': 'matters',
  'standing-owed': 'matters',
};

/** Where this role mends a trouble of the hall; null: another role does, or it is no section's. */
export function sectionOf(trouble: TroubleKind, role: StaffRole): Section | null {
  const section = MENDED_IN[trouble];
  return section && sectionsOf(role).includes(section) ? section : null;
}

/** The keys of a keyboard's upper row, by what stands on them. */
const KEYS = '1234567890-=';
const SIGNS: Record<string, string> = { '-': 'Minus', '=': 'Equal' };

export function keyOf(at: number): string {
  return KEYS[at] ?? '';
}

/** The same key by its place on the keyboard. */
export function codeOf(at: number): string {
  const key = keyOf(at);
  return SIGNS[key] ?? `Digit${key}`;
}
