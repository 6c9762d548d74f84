/** What people bring: accounts, sessions, and residents' data with its end. */
import { peopleJobs } from './jobs.ts';
import { peopleRoutes } from './routes.ts';

export const people = { routes: peopleRoutes, jobs: peopleJobs };
