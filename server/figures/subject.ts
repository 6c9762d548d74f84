/** What figures bring: they read only. */
import { figuresRoutes } from './routes.ts';

export const figures = { routes: figuresRoutes };
