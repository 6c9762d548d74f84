/** The HTTP contract, composed of what each subject brings. Every command carries a request id; every route declares who may call it (`meta.roles`). */
import { z } from 'zod';
import { BOARDS, type BoardName } from './board.ts';
import { casesContract } from './cases/routes.ts';
import { catalogueContract } from './catalogue/routes.ts';
import { figuresContract } from './figures/routes.ts';
import { hallContract } from './hall/routes.ts';
import { KnownSetting } from './hall/setting.ts';
import { hoursContract } from './hours/routes.ts';
import { Instant } from './ids.ts';
import { lineContract } from './line/routes.ts';
import { noteContract } from './messages/note.ts';
import { personContract } from './people/person-routes.ts';
import { peopleContract } from './people/routes.ts';
import { ADMINISTRATOR, command, done, route, STAFF } from './route.ts';
import { SettingsWish } from './settings.ts';

/** What subjects bring; a group that the contract forgets does not compile. */
type Group =
  | keyof (typeof casesContract & typeof catalogueContract & typeof figuresContract)
  | keyof (typeof hallContract & typeof hoursContract & typeof lineContract & typeof peopleContract)
  | keyof (typeof personContract & typeof noteContract);

export const contract = {
  /** Fresh snapshot of a board; the same that the socket sends. */
  boards: {
    kiosk: route('GET', '/boards/kiosk', ['kiosk', ...STAFF]).output(boardOutput('kiosk')),
    display: route('GET', '/boards/display', ['display', ...STAFF]).output(boardOutput('display')),
    staff: route('GET', '/boards/staff', STAFF).output(boardOutput('staff')),
  },

  settings: {
    read: route('GET', '/settings', STAFF).output(z.array(KnownSetting)),
    /** Some of them; the others stay. A value outside its limits is refused by the name of its field. */
    change: route('POST', '/settings', ADMINISTRATOR)
      .input(command({ settings: SettingsWish }))
      .output(done),
  },

  ...figuresContract,
  catalogue: catalogueContract.catalogue,
  tickets: lineContract.tickets,
  counters: lineContract.counters,
  cases: { ...casesContract.cases, ...lineContract.cases },
  appointments: { ...hoursContract.appointments, ...lineContract.appointments },
  openings: hoursContract.openings,
  notes: noteContract.notes,
  people: personContract.people,
  absences: peopleContract.absences,
  session: peopleContract.session,
  devices: hallContract.devices,
  clock: hallContract.clock,
  calendar: hallContract.calendar,
  history: hallContract.history,
  administration: {
    ...hallContract.administration,
    ...peopleContract.administration,
    ...catalogueContract.administration,
  },
} satisfies Record<Group | 'boards' | 'settings', unknown>;

function boardOutput<B extends BoardName>(board: B) {
  const place = { v: z.number().int(), seq: z.number().int(), at: Instant };
  return z.object({ board: z.literal(board), ...place, rows: BOARDS[board] });
}
