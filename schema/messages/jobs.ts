/** What comes due of messages: each job with whose id. */
import { z } from 'zod';

export const messagesJobs = {
  /** H8, C10: a message row is handed to its gateway. */
  'send-message': z.object({ messageId: z.string() }),
} as const;
