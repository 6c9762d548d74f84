/** What people bring: accounts, sessions, absences, and residents' data with its end. */
import { peopleJobs } from './jobs.ts';
import { peopleRoutes } from './routes.ts';
import { absenceStream, accountStream, clerkStream, personStream } from './stream.ts';
import { contacts } from './tables/contacts.ts';
import { people as peopleTable } from './tables/people.ts';
import { texts } from './tables/texts.ts';

export const people = {
  streams: { clerk: clerkStream, account: accountStream, absence: absenceStream, person: personStream },
  sealed: [peopleTable, texts, contacts],
  routes: peopleRoutes,
  jobs: peopleJobs,
};
