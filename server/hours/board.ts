/** The rows that the hours show: the hall, its openings, and what the supervisor is told since they closed last. */
import type { HallRow, OpeningRow } from '../../schema/hours/rows.ts';
import type { NoteRow } from '../../schema/messages/rows.ts';
import { addDays } from '../../schema/time.ts';
import { hallRecord } from '../hall/tables/hall-record.ts';
import type { Reader } from '../ledger/reader.ts';
import type { Rows } from '../ledger/subject/board.ts';
import { notes } from '../messages/tables/notes.ts';
import { noteRow } from '../messages/views/note-row.ts';
import { lastClosedAt, nextToBegin, openingsOf } from './views/open-hours.ts';

/** Openings shown: today's and those of the next week. */
const OPENING_DAYS = 7;
const FAR_FUTURE = '9999';

export function hallRow(from: Reader): HallRow {
  const { names, telephone, address, sample } = from.read(hallRecord).get();
  const running = openingsOf(from).filter((opening) => opening.phase === 'running');
  const next = nextToBegin(from);
  const last = (pick: 'endsAt' | 'lastTicketAt') =>
    running
      .map((opening) => opening[pick])
      .sort()
      .at(-1) ?? null;
  return {
    id: 'hall',
    names,
    telephone,
    address,
    origin: from.publicOrigin,
    sample,
    open: running.length > 0,
    day: from.day,
    today: from.today,
    endsAt: last('endsAt'),
    lastTicketAt: last('lastTicketAt'),
    nextStartsAt: next?.startsAt ?? null,
    nextKind: next?.kind ?? null,
  };
}

function openingRows(from: Reader): OpeningRow[] {
  const until = addDays(from.day, OPENING_DAYS);
  return openingsOf(from)
    .filter((opening) => opening.day >= from.day && opening.day <= until)
    .map(({ id, kind, phase, day, startsAt, endsAt, lastTicketAt, letters }) => ({
      id,
      kind,
      phase,
      day,
      startsAt,
      endsAt,
      lastTicketAt,
      letters,
    }));
}

/** Today's notes, and those that came since the hall closed last: what happens at night is read in the morning. */
function noteRows(from: Reader): NoteRow[] {
  const found = from.read(notes).since(from.day, lastClosedAt(from) ?? FAR_FUTURE);
  return found.filter((note) => !note.over).map((note) => noteRow(from, note));
}

const byId = <R extends { id: string }>(rows: (from: Reader) => R[]): Rows<R> => ({
  row: (from, id) => rows(from).find((one) => one.id === id) ?? null,
  rows,
});

export const hoursBoard = {
  hall: { row: hallRow, rows: (from: Reader) => [hallRow(from)] },
  openings: byId(openingRows),
  notes: byId(noteRows),
};
