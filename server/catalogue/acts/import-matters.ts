/** Matters of a file (L1): looked at row by row, and read in at once or not at all. */
import { isDeepStrictEqual } from 'node:util';
import type { KeptMatter } from '../../../schema/catalogue/catalogue.ts';
import type { ImportedMatter, ImportedRow } from '../../../schema/catalogue/import.ts';
import type { FieldChange } from '../../../schema/hall/history.ts';
import type { Letter, MatterId } from '../../../schema/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/refusal.ts';
import { groups } from '../../hall/tables/groups.ts';
import type { Tx } from '../../ledger/commit.ts';
import type { Tables } from '../../ledger/table.ts';
import { recognised, savedMatter } from '../rules/save-matter.ts';
import { matters } from '../tables/matters.ts';
import { storeMatter } from './change-matter.ts';

/** What people set elsewhere stays as it is, and is no column of a file. */
const FIELDS = [
  ...(['letter', 'names', 'aliases', 'kind', 'department', 'materials'] as const),
  ...(['limitDays', 'limitUnit', 'typicalMinutes', 'fee', 'basis'] as const),
];

/** Nothing is written; each row is judged with those before it. */
export function previewImport(from: Tables, { matters: rows }: { matters: ImportedMatter[] }): ImportedRow[] {
  const known = new Map<MatterId, KeptMatter>(from.read(matters).all());
  const hasGroup = (letter: Letter) => from.read(groups).all().has(letter);
  const seen = new Set<MatterId>();
  return rows.map((row): ImportedRow => {
    const { id } = row;
    const before = known.get(id);
    const shown = { id, name: row.names['zh-Hans'] };
    const judged = seen.has(id)
      ? refuse('matter-twice')
      : savedMatter(known, id, draftOf(before, row), { hasGroup, ever: from.read(matters).materialsEver(id) });
    seen.add(id);
    if (isRefusal(judged)) return { ...shown, is: 'refused', changes: [], refused: judged.refused };
    const after = { ...before, ...judged, id } as KeptMatter;
    known.set(id, after);
    const changes = changesOf(before, after);
    return { ...shown, is: !before ? 'new' : changes.length > 0 ? 'changed' : 'same', changes, refused: null };
  });
}

/** `spellings`: by code, made before the transaction. */
export function importMatters(
  tx: Tx,
  { matters: rows, spellings }: { matters: ImportedMatter[]; spellings: ReadonlyMap<MatterId, string> },
): { saved: number } | Refusal {
  const judged = previewImport(tx, { matters: rows });
  const count = judged.filter(({ is }) => is === 'refused').length;
  if (count > 0) return refuse('import-refused', { count });
  const wanted = rows.filter((_, at) => judged[at]!.is !== 'same');
  for (const row of wanted) {
    const draft = draftOf(tx.read(matters).all().get(row.id), row);
    const refused = storeMatter(tx, row.id, draft, spellings.get(row.id) ?? '');
    if (refused) return refused;
  }
  return { saved: wanted.length };
}

function draftOf(before: KeptMatter | undefined, row: ImportedMatter) {
  return { ...row, materials: recognised(before, row.materials) };
}

function changesOf(before: KeptMatter | undefined, after: KeptMatter): FieldChange[] {
  if (!before) return [];
  return FIELDS.filter((field) => !isDeepStrictEqual(before[field], after[field])).map((field) => ({
    field,
    from: before[field],
    to: after[field],
  }));
}
