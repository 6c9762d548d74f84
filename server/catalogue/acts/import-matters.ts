/** Matters of a file (L1): looked at row by row, and read in at once or not at all. */
import { isDeepStrictEqual } from 'node:util';
import type { KeptMatter } from '../../../schema/catalogue/catalogue.ts';
import { ImportedMatter, type ImportedRow } from '../../../schema/catalogue/import.ts';
import type { FieldChange } from '../../../schema/hall/history.ts';
import type { Letter, MatterId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { nameKey } from '../../../schema/typed/names.ts';
import { groups } from '../../hall/tables/groups.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Tables } from '../../ledger/table.ts';
import { clerks } from '../../people/tables/clerks.ts';
import { mayHandle } from '../../people/views/staff.ts';
import {
  givenIds,
  leavesWith,
  namesOf,
  offeredWith,
  recognised,
  type SavedMatter,
  savedMatter,
} from '../rules/save-matter.ts';
import { matters } from '../tables/matters.ts';
import { pictures } from '../tables/pictures.ts';
import { countersServing } from '../views/counters-of.ts';
import { writeMatter } from './change-matter.ts';
import { strands } from './strands.ts';

type Field = Exclude<keyof ImportedMatter, 'id' | 'accountA' | 'accountB'> | 'clerkA' | 'clerkB';
/** What a file may say, as the matter holds it; all else stays as it is. */
const FIELDS = [
  ...Object.keys(ImportedMatter.shape).filter((field) => !['id', 'accountA', 'accountB'].includes(field)),
  ...['clerkA', 'clerkB'],
] as Field[];

type Judged = { row: ImportedRow; before: KeptMatter | undefined; saved: SavedMatter | null };

/** Nothing is written. In a transaction, because the rooms above are asked whom a row would strand. */
export function previewImport(tx: Tx, { matters: rows }: { matters: ImportedMatter[] }): ImportedRow[] {
  return judged(tx, rows).map(({ row }) => row);
}

/** `spellings`: by code, made before the transaction. */
export function importMatters(
  tx: Tx,
  { matters: rows, spellings }: { matters: ImportedMatter[]; spellings: ReadonlyMap<MatterId, string> },
): { saved: number } | Refusal {
  const all = judged(tx, rows);
  const count = all.filter(({ row }) => row.is === 'refused').length;
  if (count > 0) return refuse('import-refused', { count });
  // Judged once: each that is written would make the next read all of them again.
  const wanted = all.filter(({ row }) => row.is !== 'same');
  for (const { row, before, saved } of wanted) {
    const stands = saved && writeMatter(tx, before, row.id, { ...saved, spelling: spellings.get(row.id) ?? '' });
    if (stands) return stands;
  }
  tx.write(pictures).dropUnnamed();
  return { saved: wanted.length };
}

/** Each as the catalogue is when all are in: two matters may give each other their names. */
function judged(from: Tx, rows: ImportedMatter[]): Judged[] {
  const known = from.read(matters).all();
  const letters = [...from.read(groups).all().keys()];
  const serving = (letter: Letter) => countersServing(from, letter);
  const codes = new Set(rows.map(({ id }) => id));
  const named = namesOf(new Map([...known].filter(([id]) => !codes.has(id))));
  for (const { id, names } of rows) if (!named.has(nameKey(names['zh-Hans']))) named.set(nameKey(names['zh-Hans']), id);
  const seen = new Set<MatterId>();
  return rows.map((row): Judged => {
    const { id } = row;
    const before = known.get(id);
    const shown = { id, name: row.names['zh-Hans'], leaves: false, losesPictures: 0, facts: {} };
    const ever = before ? from.read(matters).materialsEver(id) : [];
    const { accountA, accountB, standing, offered: isOffered, ...facts } = row;
    // L2: a matter that is held back is offered once its entrustment is entered, as such a file says again.
    const offered = isOffered && before?.heldBack ? undefined : isOffered;
    const given = givenIds(id, ever, row.materials);
    const draft = { ...facts, materials: recognised(before, row.materials, given), ...(standing ? { standing } : {}) };
    const positions = positionsOf(from, before, { clerkA: accountA, clerkB: accountB });
    const isMissing = row.materials.some(({ picture }) => picture && !from.read(pictures).has(picture));
    const wrong = seen.has(id) ? refuse('code-twice') : isMissing ? refuse('picture-missing') : null;
    const written = wrong ?? savedMatter(known, id, draft, { groups: letters, serving, ever, given, named });
    const said = isRefusal(written) ? written : isRefusal(positions) ? positions : { ...written, ...positions };
    const saved: SavedMatter | Refusal =
      isRefusal(said) || offered === undefined
        ? said
        : { ...said, offered: offeredWith(before, said, offered, from.today) };
    seen.add(id);
    const refusedAs = (why: Refusal): Judged => ({
      row: { ...shown, is: 'refused', changes: [], ...why },
      ...{ before, saved: null },
    });
    if (isRefusal(saved)) return refusedAs(saved);
    const stands = before ? strands(from, before, saved) : null;
    if (stands) return refusedAs(stands);
    const changes = before ? changesOf({ ...before, offered: before.offered || before.heldBack === true }, saved) : [];
    const is = !before ? 'new' : changes.length > 0 ? 'changed' : 'same';
    const leaves =
      offered === undefined
        ? before !== undefined && leavesWith(before, saved, from.today)
        : offered && saved.offered === false;
    const losesPictures = Math.max(0, picturesOf(before) - picturesOf(saved));
    return { row: { ...shown, is, changes, refused: null, leaves, losesPictures }, before, saved };
  });
}

type Positions = Partial<Pick<KeptMatter, 'clerkA' | 'clerkB'>>;

/** C11: whom the accounts name; what the file does not say stays. Somebody who was there before and left stays, too. */
function positionsOf(
  from: Tables,
  before: KeptMatter | undefined,
  accounts: { [K in keyof Positions]?: string | null | undefined },
): Positions | Refusal {
  const positions: Positions = {};
  for (const at of ['clerkA', 'clerkB'] as const) {
    const account = accounts[at];
    if (account === undefined) continue;
    const id = account === null ? null : from.read(clerks).byAccount(account)?.id;
    if (id === undefined || (id !== null && id !== before?.[at] && !mayHandle(from, id)))
      return refuse('account-not-here', { account: account ?? '' });
    positions[at] = id;
  }
  const { clerkA, clerkB } = { clerkA: null, clerkB: null, ...before, ...positions };
  return clerkA !== null && clerkA === clerkB ? refuse('clerks-same') : positions;
}

function picturesOf(matter: Pick<KeptMatter, 'materials'> | undefined): number {
  return matter?.materials.filter(({ picture }) => picture !== undefined).length ?? 0;
}

function changesOf(before: KeptMatter, after: SavedMatter): FieldChange[] {
  const isNew = (field: Field) => field in after && !isDeepStrictEqual(before[field] ?? null, after[field] ?? null);
  return FIELDS.filter(isNew).map((field) => ({ field, from: before[field], to: after[field] }));
}
