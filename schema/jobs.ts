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
/** Of what waits for the outside its own contract says so. */
export type OutsideJob = {
  [K in JobKind]: (typeof JOBS)[K] extends { isOutside: true } ? K : never;
}[JobKind];
export type HallJob = Exclude<JobKind, OutsideJob>;
export const OUTSIDE_JOBS = (Object.keys(JOBS) as JobKind[]).filter((kind) => 'isOutside' in JOBS[kind]);
export type Job<K extends JobKind = JobKind> = { [P in K]: { kind: P; data: z.infer<(typeof JOBS)[P]> } }[K];

/** Rows due within this time are handed to BullMQ; later ones wait in the file, where nothing can forget them. */
export const HAND_OVER_MS = 60_000;
