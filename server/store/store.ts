/** One hall's file, opened: ledger, read tables, reference data, what happens later, people. */

import { openAccess } from './access.ts';
import { type Db, openDb, readTables } from './db.ts';
import { openFirstSecrets } from './first-secrets.ts';
import { openLater } from './later.ts';
import { openLedger } from './ledger.ts';
import { type Keys, openPeople } from './people.ts';
import { openAppointments } from './projections/appointments.ts';
import { openCalls } from './projections/calls.ts';
import { openCases } from './projections/cases.ts';
import { openDayTickets } from './projections/day-tickets.ts';
import { openPapers } from './projections/papers.ts';
import { openPlaces } from './projections/places.ts';
import { openTickets } from './projections/tickets.ts';
import { openReference } from './reference.ts';

export type Store = ReturnType<typeof openStore>;

export function openStore(file: string, keys: Keys) {
  return storeOn(openDb(file), keys);
}

/** The same over a connection that is open already (rebuild uses one over a copy). */
export function storeOn(db: Db, keys: Keys) {
  return {
    db,
    readTables: readTables(db),
    ledger: openLedger(db),
    tickets: openTickets(db),
    calls: openCalls(db),
    cases: openCases(db),
    papers: openPapers(db),
    places: openPlaces(db),
    dayTickets: openDayTickets(db),
    appointments: openAppointments(db),
    reference: openReference(db),
    later: openLater(db, keys.seal),
    people: openPeople(db, keys),
    access: openAccess(db),
    firstSecrets: openFirstSecrets(db, keys.seal),
    close(): void {
      db.pragma('optimize');
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}
