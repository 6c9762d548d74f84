/** What people bring: accounts, sessions, and residents' data with its end. */
import { peopleJobs } from './jobs.ts';
import { peopleRoutes } from './routes.ts';
import { clerkStream, personStream } from './stream.ts';

export const people = { streams: { clerk: clerkStream, person: personStream }, routes: peopleRoutes, jobs: peopleJobs };
