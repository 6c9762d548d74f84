/** The versions of a matter, and what is otherwise in one than in another (L1, S4). */
import type { MatterVersion } from '../../../schema/catalogue/catalogue.ts';
import type { FieldChange } from '../../../schema/hall/history.ts';
import type { ClerkId, MatterId } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import type { Actor } from '../../../schema/who.ts';
import { fieldChanges } from '../../ledger/history.ts';
import type { LedgerReader } from '../../ledger/ledger.ts';
import type { Reader } from '../../ledger/reader.ts';
import { idOf } from '../../ledger/subject/stream.ts';
import { clerkName } from '../../people/views/staff.ts';
import { type MatterThen, matters } from '../tables/matters.ts';

/** Newest first. */
export function matterVersions(
  from: Reader,
  { matterId }: { matterId: MatterId },
  _: Actor,
  ledger: LedgerReader,
): MatterVersion[] | Refusal {
  const all = from.read(matters).versions(matterId);
  if (all.length === 0) return refuse('matter-unknown');
  const actors = new Map(ledger.load(`matter:${matterId}`).map(({ seq, actor }) => [seq, actor]));
  const told = all.map(({ seq, at, matter }, n) => {
    const changes = fieldChanges(fieldsOf(all[n - 1]?.matter), fieldsOf(matter));
    const byName = nameOf(from, actors.get(seq) ?? '');
    return { no: n + 1, seq, at, byName, fields: changes.map(({ field }) => field) };
  });
  return told.reverse();
}

/** Whichever is named first: from the earlier one to the later one. */
export function compareMatter(
  from: Reader,
  wish: { matterId: MatterId; one: number; other: number },
): FieldChange[] | Refusal {
  const all = from.read(matters).versions(wish.matterId);
  const [earlier, later] = [wish.one, wish.other]
    .sort((a, b) => a - b)
    .map((seq) => all.find((one) => one.seq === seq));
  if (!earlier || !later) return refuse('matter-unknown');
  return fieldChanges(fieldsOf(earlier.matter), fieldsOf(later.matter));
}

function nameOf(from: Reader, actor: string): string | null {
  return actor.startsWith('clerk:') ? clerkName(from, idOf(actor) as ClerkId) : null;
}

/** The spelling follows the names. */
function fieldsOf(matter: MatterThen['matter'] | undefined): Record<string, unknown> {
  if (!matter) return {};
  const { spelling: _, ...fields } = matter;
  return fields;
}
