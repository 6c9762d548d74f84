/** What the hall brings: name and settings, groups, counters and devices as planned. */
import { hallBoard } from './board.ts';
import { hallRoutes } from './routes.ts';
import { counterPlanStream, deviceStream, groupStream, hallStream, operationStream } from './stream.ts';

export const hall = {
  streams: {
    hall: hallStream,
    operation: operationStream,
    group: groupStream,
    'counter-plan': counterPlanStream,
    device: deviceStream,
  },
  boards: hallBoard,
  routes: hallRoutes,
};
