import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KeptMatter } from '../../../schema/catalogue/catalogue.ts';
import type { AbsenceId, ClerkId, Letter, MatterId } from '../../../schema/ids.ts';
import { matters } from '../../catalogue/tables/matters.ts';
import { groups } from '../../hall/tables/groups.ts';
import { openDb } from '../../ledger/file/db.ts';
import type { Reader } from '../../ledger/reader.ts';
import { storeOn } from '../../ledger/store.ts';
import { absences } from '../../people/tables/absences.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { byEveryWay } from '../../test/every-way.ts';
import { NINE, SETTINGS } from '../../test/given.ts';
import { standInFor } from './deputies.ts';

const HOUR = 3_600_000;
const STAFF = ['a', 'b', 'c', 'd'] as ClerkId[];
const BOSSES = ['x', 'y'] as ClerkId[];
const ALL = [...STAFF, ...BOSSES];
const matterId = 'A-1' as MatterId;
const names = { 'zh-Hans': '事项', 'zh-Hant': '事項', en: 'matter' };

const store = storeOn(openDb(':memory:'), { seal: Buffer.alloc(32), index: Buffer.alloc(32) });
store.write(groups).save({ id: 'A' as Letter, names, order: 0 });
for (const id of ALL)
  store.write(clerks).save({
    ...{ id, account: id, name: id, mayPick: false, active: true, blocked: false },
    role: BOSSES.includes(id) ? 'supervisor' : 'clerk',
  });

const at = (hour: number) => new Date(NINE + hour * HOUR).toISOString();
const look = (hour: number): Reader => ({
  ...{ read: store.read, nowMs: NINE + hour * HOUR, day: '2026-11-23', today: '2026-11-23', timeZone: 'Asia/Shanghai' },
  ...{ settings: SETTINGS, publicOrigin: null, troubles: [] },
});

type Span = { who: ClerkId; from: number; until: number | null; endedAt: number | null; deputy: ClerkId | null };
const some = fc.option(fc.constantFrom(...ALL), { nil: null });
/** Of each clerk one absence after the other: as planned, open, or ended early. */
const history: fc.Arbitrary<Span[]> = fc
  .tuple(
    ...ALL.map((who) =>
      fc
        .array(
          fc.record({
            gap: fc.integer({ min: 0, max: 6 }),
            hours: fc.integer({ min: 1, max: 8 }),
            kind: fc.constantFrom('planned' as const, 'planned' as const, 'open' as const, 'early' as const),
            deputy: some,
          }),
          { maxLength: 3 },
        )
        .map((spans) => {
          let now = 0;
          let isOpen = false;
          return spans.flatMap(({ gap, hours, kind, deputy }): Span[] => {
            if (isOpen) return [];
            const from = now + gap;
            now = from + hours;
            isOpen = kind === 'open';
            const until = isOpen ? null : now;
            return [{ who, from, until, endedAt: kind === 'early' ? from + hours / 2 : null, deputy }];
          });
        }),
    ),
  )
  .map((all) => all.flat());

it('[C11] a property: at each instant of any history a case stands before whom every way of asking finds, or the supervisors who are there', () => {
  let seq = 0;
  fc.assert(
    fc.property(
      history,
      fc.record({ clerkA: some, clerkB: some }),
      fc.constantFrom(...ALL),
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 }),
      (spans, positions, handler, hours) => {
        store.db.exec('DELETE FROM absences');
        store.reread();
        const kept = { letter: 'A', kind: 'general', department: '', materials: [], limitDays: null, fee: '' };
        const rest = { limitUnit: 'working', typicalMinutes: 10, basis: '', evidence: 'drafted', offered: true };
        const more = {
          aliases: [],
          spelling: '',
          source: '',
          promisedDays: null,
          identity: 'none',
          retentionDays: null,
        };
        store
          .write(matters)
          .save(matterId, { names, ...kept, ...rest, ...more, ...positions } as unknown as KeptMatter, {
            seq: ++seq,
            at: at(0),
          });
        for (const hour of [...hours].sort((one, other) => one - other)) {
          // What had ended by then; an end that is still to come is not known yet.
          store.db.exec('DELETE FROM absences');
          store.reread();
          spans.forEach(({ who, from, until, endedAt, deputy }, i) => {
            const isOver = endedAt !== null && endedAt <= hour;
            store.write(absences).save({
              ...{ id: `${i}` as AbsenceId, clerkId: who, from: at(from), until: until === null ? null : at(until) },
              ...{ deputy, note: '', override: null, hasBegun: from <= hour, endedAt: isOver ? at(endedAt) : null },
            });
          });
          const away: Record<string, ClerkId | null> = {};
          for (const { who, from, until, endedAt, deputy } of spans)
            if (from <= hour && (until === null || hour < until) && (endedAt === null || hour < endedAt))
              away[who] = deputy;
          const found = standInFor(look(hour), { matterId }, handler)?.by ?? null;
          if (!(handler in away)) expect(found).toBeNull();
          else {
            const deputy = byEveryWay(handler, positions, away);
            expect(found).toEqual(deputy ? [deputy] : BOSSES.filter((id) => !(id in away)));
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});
