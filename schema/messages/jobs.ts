/** What comes due of messages: each job with whose id. */
import { z } from 'zod';
import { Day } from '../ids.ts';

export const messagesJobs = {
  /** H8, C10: a message row is handed to its gateway. */
  'send-message': z.object({ messageId: z.string() }),
  /** P1: what was kept of messages of days before this one is deleted. */
  'erase-messages': z.object({ before: Day }),
} as const;
