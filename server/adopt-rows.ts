/** A file of a program that kept reference data in rows alone: the ledger is given it, once (S4). */
import { actorName, CLOCK } from '../schema/who.ts';
import { withIds } from './catalogue/rules/materials.ts';
import { matterStream } from './catalogue/stream.ts';
import { matters } from './catalogue/tables/matters.ts';
import { counterPlanStream, deviceStream, groupStream, hallStream, THE_HALL } from './hall/stream.ts';
import { counterPlans } from './hall/tables/counter-plans.ts';
import { devices } from './hall/tables/devices.ts';
import { groups } from './hall/tables/groups.ts';
import { hallRecord } from './hall/tables/hall-record.ts';
import { openingStream, seriesStream } from './hours/stream.ts';
import { openings } from './hours/tables/openings.ts';
import { series } from './hours/tables/series.ts';
import { slots } from './hours/tables/slots.ts';
import type { Store } from './ledger/store.ts';
import type { Stream } from './ledger/subject/stream.ts';
import { clerkStream } from './people/stream.ts';
import { clerks } from './people/tables/clerks.ts';

/** In the order in which rows refer to each other. Nothing is done where the ledger knows the hall, or there is none. */
export function adoptRows(store: Store): void {
  const { db, ledger, read } = store;
  if (!read(hallRecord).isSetUp() || ledger.load(`hall:${THE_HALL}`).length > 0) return;
  const at = ledger.lastAt() ?? new Date().toISOString();
  db.exec('BEGIN IMMEDIATE');
  try {
    const { settings, ...hall } = read(hallRecord).get();
    adopt(hallStream, THE_HALL, { type: 'hall-recorded', ...hall, settings });
    for (const { id, ...group } of [...read(groups).all().values()])
      adopt(groupStream, id, { type: 'group-planned', ...group });
    for (const { id, ...matter } of [...read(matters).all().values()])
      adopt(matterStream, id, { type: 'matter-saved', ...matter, materials: withIds(id, matter.materials) });
    for (const { id, ...counter } of [...read(counterPlans).all().values()])
      adopt(counterPlanStream, id, { type: 'counter-planned', ...counter });
    for (const { id, blocked: _, ...clerk } of [...read(clerks).all().values()])
      adopt(clerkStream, id, { type: 'clerk-saved', ...clerk });
    for (const { id, ...plan } of read(series).all()) adopt(seriesStream, id, { type: 'series-planned', ...plan });
    for (const { id, phase: _, cancelReason: __, ...plan } of read(openings).lookBack(''))
      adopt(openingStream, id, { type: 'opening-planned', ...plan, slots: read(slots).planned(id) });
    for (const { id, kind, name, enrolledAt, revokedAt } of read(devices).known()) {
      adopt(deviceStream, id, { type: 'device-added', kind, name });
      if (enrolledAt) adopt(deviceStream, id, { type: 'device-enrolled', since: enrolledAt });
      if (revokedAt) adopt(deviceStream, id, { type: 'device-revoked', since: revokedAt });
    }
    db.exec('COMMIT');
  } catch (fault) {
    db.exec('ROLLBACK');
    throw fault;
  }

  /** Its read table is written by the rebuild that follows. */
  function adopt<S, E extends { type: string }>({ kind, v }: Stream<S, E>, id: string, event: E): void {
    const name = `${kind}:${id}`;
    const version = ledger.load(name).length + 1;
    ledger.append(at, name, version, actorName(CLOCK), event, { v, request: null });
  }
}
