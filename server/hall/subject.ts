/** What the hall brings: name and settings, groups, counters, calendar and devices as planned. */
import { hallBoard } from './board.ts';
import { hallRoutes } from './routes.ts';
import {
  calendarYearStream,
  counterPlanStream,
  deviceStream,
  groupStream,
  hallDayStream,
  hallStream,
  operationStream,
} from './stream.ts';
import { firstSecrets } from './tables/first-secrets.ts';

export const hall = {
  streams: {
    hall: hallStream,
    group: groupStream,
    'counter-plan': counterPlanStream,
    'calendar-year': calendarYearStream,
    'hall-day': hallDayStream,
    device: deviceStream,
    operation: operationStream,
  },
  sealed: [firstSecrets],
  boards: hallBoard,
  routes: hallRoutes,
};
