/** What the catalogue brings. */
import { catalogueRoutes } from './routes.ts';
import { agencyStream, matterStream } from './stream.ts';

export const catalogue = { streams: { matter: matterStream, agency: agencyStream }, routes: catalogueRoutes };
