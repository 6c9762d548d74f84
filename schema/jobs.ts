/** All jobs, composed of what each subject brings: what comes back later, with whose id. Due times live in SQLite; BullMQ only brings them back (H9). */
import type { z } from 'zod';
import { casesJobs } from './cases/jobs.ts';
import { catalogueJobs } from './catalogue/jobs.ts';
import { hoursJobs } from './hours/jobs.ts';
import { lineJobs } from './line/jobs.ts';
import { messagesJobs } from './messages/jobs.ts';
import { peopleJobs } from './people/jobs.ts';

export const JOBS = {
  ...peopleJobs,
  ...messagesJobs,
  ...catalogueJobs,
  ...hoursJobs,
  ...casesJobs,
  ...lineJobs,
} as const;

export type JobKind = keyof typeof JOBS;
export type Job<K extends JobKind = JobKind> = { [P in K]: { kind: P; data: z.infer<(typeof JOBS)[P]> } }[K];

/** Rows due within this time are handed to BullMQ; later ones wait in the file, where nothing can forget them. */
export const HAND_OVER_MS = 60_000;
