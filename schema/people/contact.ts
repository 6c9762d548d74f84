/** How a member of the staff is reached (C2, C10): by a mobile telephone of the person's own, about what the person wishes. */
import { z } from 'zod';
import { Language } from '../ids.ts';
import { MobileTelephone } from '../typed/telephone.ts';
import type { StaffRole } from '../who.ts';

/**
 * `handler` and `first-contact`: warnings of cases that are theirs in this part; `offers`: cases that are offered, given
 * or come back to them; `steps`: what others do with their first-contact cases; `catalogue`: what ends in it,
 * which is an administrator's; the rest is a supervisor's.
 */
export const StaffWish = z.enum([
  'handler',
  'first-contact',
  'offers',
  'steps',
  'hall-warnings',
  'hall-late',
  'catalogue',
]);
export type StaffWish = z.infer<typeof StaffWish>;

/** What somebody in this role may wish; an administrator handles no case, and was perhaps first for one. */
export const WISHES: Record<StaffRole, readonly StaffWish[]> = {
  clerk: ['handler', 'first-contact', 'offers', 'steps'],
  supervisor: StaffWish.options.filter((wish) => wish !== 'catalogue'),
  administrator: ['first-contact', 'steps', 'catalogue'],
};

/** `telephone` is masked, also to the person: others look at the same screen. Without one no message goes out. */
export const StaffContact = z.object({
  telephone: z.string().nullable(),
  wishes: z.array(z.object({ wish: StaffWish, on: z.boolean() })),
});
export type StaffContact = z.infer<typeof StaffContact>;

/** `telephone` absent: the one that was entered stays. `language`: of the screen, in which messages are written. */
export const StaffContactWish = z.object({
  telephone: MobileTelephone.optional(),
  declined: z.array(StaffWish).max(StaffWish.options.length),
  language: Language,
});
export type StaffContactWish = z.infer<typeof StaffContactWish>;
