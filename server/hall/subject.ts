/** What the hall brings: its plan of groups, counters and devices. */
import { hallRoutes } from './routes.ts';

export const hall = { routes: hallRoutes };
