/** Which numbers may have been given after the end of a file, so that none of them is given again (S3). */
import { PaperKind } from '../../../schema/cases/paper.ts';
import type { GapSource, NumberKind, SkippedNumbers } from '../../../schema/hall/operation.ts';
import type { Day, Year } from '../../../schema/ids.ts';
import { Settings } from '../../../schema/settings.ts';
import { addDays, CHINA_ZONE, localTime } from '../../../schema/time.ts';
import { groups } from '../../hall/tables/groups.ts';
import { hallRecord } from '../../hall/tables/hall-record.ts';
import { openings } from '../../hours/tables/openings.ts';
import { type LastNumber, lastNumbers } from '../../keep/last-numbers.ts';
import { readBackups, readSkipped } from '../../keep/manifest.ts';
import type { Store } from '../../ledger/store.ts';

const PAPERS = PaperKind.options satisfies readonly NumberKind[];
/** Nobody gives numbers of an older day: an opening that runs past midnight belongs to the day before (T2). */
const DAYS_BACK = 1;
const YEAR_DIGITS = 4;

export type Gap = { day: Day; source: GapSource; skipped: SkippedNumbers[] };

/** `told` are the numbers of a file that has all that was given; where null, the settings say how many may have been given. */
export function gapOf(store: Store, backupDir: string, nowMs: number, told: LastNumber[] | null): Gap {
  const { timeZone, settings } = hallOf(store);
  const { day } = localTime(nowMs, timeZone);
  const since = addDays(lastDayOf(store, timeZone) ?? day, -DAYS_BACK);
  const own = lastNumbers(store.db, since);
  const after = (kind: NumberKind, on: Day | Year, letter: string) =>
    highest(own, kind, letter, (one) => one.day === on);
  const wish = (kind: NumberKind, on: Day | Year, letter: string, upTo: number): SkippedNumbers[] => {
    const last = after(kind, on, letter);
    return upTo > last ? [{ kind, day: on, letter, after: last, upTo }] : [];
  };
  if (told) {
    const skipped = told.flatMap((one) => (isGiven(one, since) ? wish(one.kind, one.day, one.letter, one.number) : []));
    return { day, source: 'old-file', skipped };
  }
  const manifests = [...readBackups(backupDir).flatMap(({ manifest }) => manifest.numbers), ...readSkipped(backupDir)];
  const known = [...own, ...manifests].filter((one) => isGiven(one, since));
  const next = dayCarriedTo(store, day, nowMs);
  const days = [...new Set([addDays(day, -DAYS_BACK), day, addDays(since, DAYS_BACK), ...next])].sort();
  const skipped = [
    ...days.flatMap((on) =>
      [...store.read(groups).all().values()].flatMap(({ id }) =>
        // Whoever was carried over into a day wears a number of an earlier one.
        wish('ticket', on, id, highest(known, 'ticket', id, () => true) + settings.ticketsSkipped),
      ),
    ),
    ...[...new Set(days.map(yearOf))].flatMap((year) =>
      PAPERS.flatMap((kind) =>
        wish(kind, year, '', highest(known, kind, '', (one) => one.day === year) + settings.papersSkipped),
      ),
    ),
  ];
  return { day, source: manifests.length > 0 ? 'manifest' : 'margin', skipped };
}

/** As people read it: A004–A203. */
export function gapText({ skipped }: Pick<Gap, 'skipped'>): string[] {
  return skipped.map(({ kind, day, letter, after, upTo }) => {
    const name = kind === 'ticket' ? `tickets ${letter}` : `${kind}s`;
    return `${day}: ${name} ${after + 1} to ${upTo} are skipped`;
  });
}

/** A file in which no hall was set up yet has the defaults. */
function hallOf(store: Store): { timeZone: string; settings: Settings } {
  const record = store.read(hallRecord);
  return record.isSetUp() ? record.get() : { timeZone: CHINA_ZONE, settings: Settings.parse({}) };
}

/** T10: once the day is over, who was left has the old number on the next day with an opening. */
function dayCarriedTo(store: Store, day: Day, nowMs: number): Day[] {
  const ahead = store
    .read(openings)
    .lookBack(day)
    .filter(({ phase, endsAt }) => phase !== 'cancelled' && Date.parse(endsAt) > nowMs);
  return ahead.some((one) => one.day === day) ? [] : ahead.slice(0, 1).map((one) => one.day);
}

function yearOf(day: Day): Year {
  return day.slice(0, YEAR_DIGITS);
}

/** A number whose day or year is not over; of older ledgers no paper is numbered by the day any more. */
function isGiven({ kind, day }: LastNumber, since: Day): boolean {
  if (kind === 'ticket') return day >= since;
  return day.length === YEAR_DIGITS && day >= yearOf(since);
}

function highest(all: LastNumber[], kind: NumberKind, letter: string, isMeant: (one: LastNumber) => boolean): number {
  return Math.max(
    0,
    ...all.filter((one) => one.kind === kind && one.letter === letter && isMeant(one)).map(({ number }) => number),
  );
}

function lastDayOf({ ledger }: Store, timeZone: string): Day | null {
  const at = ledger.lastAt();
  return at ? localTime(Date.parse(at), timeZone).day : null;
}
