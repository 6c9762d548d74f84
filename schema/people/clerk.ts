/** Events of an account of the staff (S4): rights as they were given, never a password. */
import { z } from 'zod';
import { event } from '../event.ts';
import { StaffRole } from '../who.ts';

export const ClerkEvent = z.discriminatedUnion('type', [
  event('clerk-saved', {
    account: z.string(),
    name: z.string(),
    role: StaffRole,
    mayPick: z.boolean(),
    active: z.boolean(),
  }),
  /** `mustChange`: somebody else set it. */
  event('password-set', { mustChange: z.boolean() }),
]);
export type ClerkEvent = z.infer<typeof ClerkEvent>;
