/** What the catalogue brings. */
import { catalogueRoutes } from './routes.ts';

export const catalogue = { routes: catalogueRoutes };
