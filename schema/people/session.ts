/** A session as its owner and an administrator see it: enough to know it by, and nothing that opens it. */
import { z } from 'zod';
import { CounterId, Instant } from '../ids.ts';

/** From what kind of address it came; the address itself is not kept. */
const AddressKind = z.enum(['machine', 'house', 'outside', 'unknown']);

export const SessionId = z.string().regex(/^[0-9a-f]{16}$/);

export const SessionView = z.object({
  id: SessionId,
  since: Instant,
  /** The last wish or key press, to the minute. */
  seenAt: Instant,
  locked: z.boolean(),
  /** Such as `Edge · Windows`; empty where it did not say. */
  browser: z.string(),
  address: AddressKind,
  /** The one that asks. */
  isThis: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** What happens when somebody's sign-in is blocked: said before it is done. */
export const BlockForecast = z.object({
  sessions: z.number().int(),
  /** Where the person sits, and the ticket there. */
  seat: z.object({ counterId: CounterId, label: z.string(), number: z.string().nullable() }).nullable(),
  /** Cases that stay with the person until they are handed on. */
  cases: z.number().int(),
});
export type BlockForecast = z.infer<typeof BlockForecast>;
