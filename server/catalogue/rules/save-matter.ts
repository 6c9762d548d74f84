/** What is saved of a matter as an administrator or a file writes it (L1, C7, C9). Pure. */
import type { KeptMatter, MatterDraft } from '../../../schema/catalogue/catalogue.ts';
import { type HansOrNames, namesFrom } from '../../../schema/catalogue/facts/in-languages.ts';
import type { ImportedMatter } from '../../../schema/catalogue/import.ts';
import type { Material, MaterialDraft } from '../../../schema/catalogue/material.ts';
import { waitsForStanding, whyNotOffered } from '../../../schema/catalogue/standing.ts';
import type { CounterPlan } from '../../../schema/hall/plan.ts';
import type { CounterId, Day, Letter, MatterId, Names } from '../../../schema/ids.ts';
import { type Refusal, refuse } from '../../../schema/refusal.ts';
import { nameKey } from '../../../schema/typed/names.ts';
import { withIds } from './materials.ts';

export type Known = ReadonlyMap<MatterId, KeptMatter>;
/** What is set for itself, which a file may say, too. */
type SetByFile = 'identity' | 'retentionDays' | 'applicantBasis' | 'publicNoticeBasis';
export type SavedMatter = Omit<KeptMatter, SetByFile | 'clerkA' | 'clerkB' | 'id' | 'offered' | 'spelling'> &
  Partial<Pick<KeptMatter, SetByFile | 'clerkA' | 'clerkB' | 'offered'>>;

/** A file names pictures, too. */
type WrittenMaterial = MaterialDraft & { picture?: string | null | undefined };
type WrittenMatter = Omit<MatterDraft, 'materials'> & { materials: WrittenMaterial[] } & Partial<
    Pick<ImportedMatter, SetByFile | 'promisedDays' | 'standing'>
  >;

type Judge = {
  groups: readonly Letter[];
  /** The counters in use that serve the group. */
  serving: (letter: Letter) => readonly Pick<CounterPlan, 'id' | 'label'>[];
  ever: readonly string[];
  /** Ids that a file gives to materials that are new here. */
  given?: ReadonlySet<string>;
  /** By `nameKey`. */
  named: ReadonlyMap<string, MatterId>;
};

/**
 * On the hall's own word. Its name is no other's; of its materials those that stay keep what was set of them, and `ever`
 * are ids that no new one gets. A promise is never longer than the new limit.
 */
export function savedMatter(
  known: Known,
  id: MatterId,
  { id: _, materials: listed, department, fee, basis, promisedDays, ...facts }: WrittenMatter,
  { groups, serving, ever, given, named }: Judge,
): SavedMatter | Refusal {
  const before = known.get(id);
  if (!groups.includes(facts.letter)) return refuse('group-unknown', { groups: groups.join(', ') });
  // What was named before and was lost since stays until somebody writes it anew.
  const counters = facts.counters === undefined ? before?.counters : facts.counters;
  const isWritten = facts.letter !== before?.letter || counters?.join() !== before?.counters?.join();
  const stranger = isWritten ? strangerAmong(counters, facts.letter, serving(facts.letter)) : null;
  if (stranger) return stranger;
  const name = facts.names['zh-Hans'];
  // An older file may hold two of one name: each is still changed in everything else.
  if (before?.names['zh-Hans'] !== name && (named.get(nameKey(name)) ?? id) !== id) return refuse('matter-twice');
  const promised = (promisedDays === undefined ? before?.promisedDays : promisedDays) ?? null;
  if (promised !== null && (facts.limitDays === null || promised > facts.limitDays)) return refuse('promised-too-long');
  const marks = new Map(before?.materials.map((one) => [one.id, one]));
  const isHere = (materialId: string) => marks.has(materialId) || given?.has(materialId);
  if (listed.some((one) => one.id !== undefined && !isHere(one.id))) return refuse('material-not-in-catalogue');
  const materials = withIds(
    id,
    listed.map((one) => written(one.id ? marks.get(one.id) : undefined, one)),
    ever,
  );
  const told = {
    department: textFrom(before?.department, department),
    fee: textFrom(before?.fee, fee),
    basis: textFrom(before?.basis, basis),
  };
  const bases = { applicantBasis: orNone(facts.applicantBasis), publicNoticeBasis: orNone(facts.publicNoticeBasis) };
  return {
    ...stated({ ...facts, ...bases }),
    ...told,
    materials,
    promisedDays: promised,
    evidence: 'hall',
    source: '',
  };
}

/** L3: a counter that is out of use, or does not serve the group, is refused, and those that may be named are said. */
export function strangerAmong(
  counters: readonly CounterId[] | null | undefined,
  group: Letter,
  serving: ReturnType<Judge['serving']>,
): Refusal | null {
  if (!counters?.some((id) => serving.every((one) => one.id !== id))) return null;
  return refuse('counters-not-of-group', { group, counters: serving.map(({ label }) => label).join(', ') || '—' });
}

/** C9: an empty basis is none. */
function orNone(basis: string | null | undefined): string | null | undefined {
  return basis === '' ? null : basis;
}

/** What is absent stays as it was. */
function stated<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}

/** A text in simplified Chinese alone says nothing of the other languages: they stay while it is the same. */
function textFrom(before: Names | undefined, written: HansOrNames): Names {
  return typeof written === 'string' && before?.['zh-Hans'] === written ? before : namesFrom(written);
}

/** What is absent stays as it was, and what is taken away holds no mark, as it was written first. */
function written(
  before: Material | undefined,
  { mayFollow, form, count, whereFrom, en, picture, ...texts }: WrittenMaterial,
) {
  const next: Partial<Material> = { ...before };
  const put = <K extends keyof Material>(key: K, value: Material[K] | null | undefined | false | '') => {
    if (value) next[key] = value;
    else if (value !== undefined) delete next[key];
  };
  put('mayFollow', mayFollow);
  put('form', form);
  put('count', count);
  put('whereFrom', whereFrom);
  put('en', en);
  put('picture', picture);
  return { ...next, ...texts };
}

/** The ids of a file that no material of this matter ever had: it brings them along (C7). */
export function givenIds(matterId: MatterId, ever: readonly string[], listed: readonly WrittenMaterial[]): Set<string> {
  const ids = listed.flatMap(({ id }) => id ?? []);
  return new Set(ids.filter((id) => id.startsWith(`${matterId}.`) && !ever.includes(id)));
}

/**
 * A material of a file is known by its id, whatever its text says now; without an id, or with one that means nothing here,
 * by its text: one that is as it was keeps its id.
 */
export function recognised(
  before: KeptMatter | undefined,
  listed: readonly WrittenMaterial[],
  given: ReadonlySet<string>,
): WrittenMaterial[] {
  const named = new Set(listed.flatMap(({ id }) => id ?? []));
  const left = (before?.materials ?? []).filter(({ id }) => !named.has(id));
  const isKnown = (id: string) => given.has(id) || before?.materials.some((kept) => kept.id === id);
  return listed.map(({ id, ...one }) => {
    if (id !== undefined && isKnown(id)) return { ...one, id };
    const at = left.findIndex((kept) => kept['zh-Hans'] === one['zh-Hans']);
    const [kept] = at < 0 ? [] : left.splice(at, 1);
    return kept ? { ...one, id: kept.id } : one;
  });
}

/** Two matters of one name are one to whoever looks for it: whose each name is. */
export function namesOf(known: Known): Map<string, MatterId> {
  return new Map([...known.values()].map(({ id, names }) => [nameKey(names['zh-Hans']), id]));
}

/** As people read it in lists: the group's letter with the next number. */
export function newCode(known: Known, letter: Letter): MatterId {
  let number = known.size;
  let code: MatterId;
  do code = `${letter}-${++number}` as MatterId;
  while (known.has(code));
  return code;
}

/** L2: what a file says of it, as far as it may be so: one that stands on nothing is not offered. */
export function offeredWith(before: KeptMatter | undefined, saved: SavedMatter, wanted: boolean, day: Day): boolean {
  if (!wanted) return false;
  return before?.offered
    ? !endsOffer(before, saved, day)
    : whyNotOffered({ standing: null, ...before, ...saved }, day) === null;
}

/** L2: it was offered, and does not stand on what that needs now. */
export function leavesWith(before: KeptMatter, saved: SavedMatter, day: Day): boolean {
  return before.offered && endsOffer(before, saved, day);
}

/** L2: a matter that is held back waits on while nobody says by whom it is entrusted, and what an older program offers stays while nobody says it. */
export function endsOffer(before: KeptMatter, saved: SavedMatter, day: Day): boolean {
  const now = { ...before, ...saved };
  const isSaid = saved.kind === 'entrusted' || saved.standing !== undefined;
  const waitsOn = !before.offered && waitsForStanding(now);
  return isSaid && !waitsOn && whyNotOffered(now, day) !== null;
}
