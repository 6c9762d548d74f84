/** Kiosks and displays as an administrator sees them. */
import { z } from 'zod';
import { DeviceId, Instant } from '../ids.ts';
import { DeviceKind } from '../who.ts';

export const Device = z.object({
  id: DeviceId,
  kind: DeviceKind,
  name: z.string(),
  phase: z.enum(['waiting', 'enrolled', 'revoked']),
  enrolledAt: Instant.nullable(),
  lastSeenAt: Instant.nullable(),
});
export type Device = z.infer<typeof Device>;
