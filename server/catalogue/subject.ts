/** What the catalogue brings. */
import { catalogueRoutes } from './routes.ts';
import { matterStream } from './stream.ts';

export const catalogue = { streams: { matter: matterStream }, routes: catalogueRoutes };
