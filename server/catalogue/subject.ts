/** What the catalogue brings. */
import { catalogueJobs } from './jobs.ts';
import { catalogueMessages } from './messages.ts';
import { catalogueRoutes } from './routes.ts';
import { agencyStream, matterStream } from './stream.ts';

export const catalogue = {
  streams: { matter: matterStream, agency: agencyStream },
  routes: catalogueRoutes,
  jobs: catalogueJobs,
  messages: catalogueMessages,
};
