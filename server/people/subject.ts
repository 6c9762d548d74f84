/** What people bring: accounts, sessions, absences, and residents' data with its end. */
import { peopleJobs } from './jobs.ts';
import { peopleRoutes } from './routes.ts';
import { absenceStream, clerkStream, personStream } from './stream.ts';

export const people = {
  streams: { clerk: clerkStream, absence: absenceStream, person: personStream },
  routes: peopleRoutes,
  jobs: peopleJobs,
};
