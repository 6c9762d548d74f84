/** What comes due of messages: each job with whose id. */
import { z } from 'zod';
import { outside } from '../hall/outside.ts';
import { Day } from '../ids.ts';

export const messagesJobs = {
  /** H8, C10: a message row is handed to its gateway. */
  'send-message': outside(z.object({ messageId: z.string() })),
  /** P1: what was kept of messages of days before this one is deleted. */
  'erase-messages': outside(z.object({ before: Day })),
} as const;
