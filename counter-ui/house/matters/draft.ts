/** Drafts of matters: what the form begins with (L1). */
import type { Matter, MatterDraft } from '../../../schema/catalogue/catalogue.ts';
import type { Letter } from '../../../schema/ids.ts';

const NOTHING = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

export function blank(letter: Letter): MatterDraft {
  return {
    ...{ letter, names: NOTHING, aliases: [], kind: 'general', department: '', materials: [], fee: '', basis: '' },
    ...{ limitDays: 20, limitUnit: 'working', typicalMinutes: 15 },
  };
}

/** What may follow is set for itself (C13) and stays with its material. */
export function draftOf({ id, letter, names, aliases, kind, department, materials, ...matter }: Matter): MatterDraft {
  const { limitDays, limitUnit, typicalMinutes, fee, basis } = matter;
  const listed = materials.map((one) => ({ id: one.id, 'zh-Hans': one['zh-Hans'], 'zh-Hant': one['zh-Hant'] }));
  return {
    ...{ id, letter, names, aliases, kind, department, fee, basis, materials: listed },
    ...{ limitDays, limitUnit, typicalMinutes },
  };
}

/** Its materials are others: each gets an id of its own. */
export function copyOf(matter: Matter): MatterDraft {
  const { id: _, materials, ...copied } = draftOf(matter);
  return { ...copied, materials: materials.map(({ id: __, ...texts }) => texts) };
}
