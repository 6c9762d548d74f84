import { expect, it } from 'vitest';
import { sectionOf } from './role-sections.ts';

it('[L2] [A3] a banner of the catalogue leads an administrator to the catalogue, and a supervisor nowhere', () => {
  expect(sectionOf('entrustment-ends', 'administrator')).toBe('matters');
  expect(sectionOf('standing-owed', 'administrator')).toBe('matters');
  expect(sectionOf('entrustment-ends', 'supervisor')).toBeNull();
  expect(sectionOf('clock-held', 'administrator')).toBeNull();
});
