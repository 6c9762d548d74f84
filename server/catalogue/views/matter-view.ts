/** The guidance catalogue as everybody may read it (L1, L3). */
import type { Catalogue, Matter } from '../../../schema/catalogue/catalogue.ts';
import { type MaterialChange, materialChanges } from '../../../schema/catalogue/material-changes.ts';
import type { Instant, MatterId, Names } from '../../../schema/ids.ts';
import { groups } from '../../hall/tables/groups.ts';
import type { Tables } from '../../ledger/table.ts';
import { inFavour } from '../rules/in-favour.ts';
import { matters } from '../tables/matters.ts';
import { type Picture, pictures } from '../tables/pictures.ts';

const UNKNOWN: Names = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
/** Of a group that has no matter. */
const TYPICAL_MINUTES = 15;

export function catalogue(from: Tables): Catalogue {
  return { groups: [...from.read(groups).all().values()], matters: [...from.read(matters).all().values()] };
}

/** L3: a sample of a material. */
export function pictureOf(from: Tables, id: string): Picture | null {
  return from.read(pictures).byId(id);
}

export function matterOf(from: Tables, id: MatterId): Matter | undefined {
  return from.read(matters).all().get(id);
}

/** C7, C9: as it was at this instant: limit and list of a case stay, whatever becomes of the matter. */
export function matterThen(from: Tables, id: MatterId, at: Instant): Matter | undefined {
  return from.read(matters).asOf(id, at);
}

/** L1: as it was when a case was opened, with what was made lighter until its first conclusion, or until now. */
export function matterUnder(
  from: Tables,
  id: MatterId,
  { openedAt, ruledAt }: { openedAt: Instant; ruledAt?: Instant | undefined },
): Matter | undefined {
  const opened = matterThen(from, id, openedAt);
  const later = ruledAt ? matterThen(from, id, ruledAt) : matterOf(from, id);
  return opened && later && inFavour(opened, later);
}

/** H12: the matter with which a place or a number was given, and what it asks for otherwise now. */
export function matterSince(from: Tables, id: MatterId, at: Instant): MatterSince | null {
  const [was, now] = [matterThen(from, id, at), matterOf(from, id)];
  return was && now ? { was, now, changes: materialChanges(was.materials, now.materials) } : null;
}
export type MatterSince = { was: Matter; now: Matter; changes: MaterialChange[] };

export function matterNames(from: Tables, id: MatterId): Names {
  return matterOf(from, id)?.names ?? UNKNOWN;
}

/** The mean of a group's matters, for slots and for waits of which nothing was measured yet (H5, Q6). */
export function typicalMinutes(from: Tables, letter: string): number {
  return from.read(matters).typicalMinutes(letter) || TYPICAL_MINUTES;
}
