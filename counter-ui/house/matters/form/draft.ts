/** Drafts of matters: what the form begins with (L1). */
import type { Matter, MatterDraft } from '../../../../schema/catalogue/catalogue.ts';
import type { Letter } from '../../../../schema/ids.ts';

const NOTHING = { 'zh-Hans': '', 'zh-Hant': '', en: '' };

export function blank(letter: Letter): MatterDraft {
  return {
    ...{ letter, names: NOTHING, aliases: [], kind: 'general', department: NOTHING, materials: [] },
    ...{ fee: NOTHING, basis: NOTHING, limitDays: 20, limitUnit: 'working', typicalMinutes: 15 },
  };
}

/** A picture is set for itself (L3) and stays with its material. */
export function draftOf({ id, letter, names, aliases, kind, department, materials, ...matter }: Matter): MatterDraft {
  const {
    limitDays,
    limitUnit,
    typicalMinutes,
    fee,
    basis,
    conditions = null,
    channels = null,
    counters = null,
    domain = null,
    place = null,
    extensionDays = null,
    acceptance = null,
    pauses = null,
  } = matter;
  const listed = materials.map(({ picture: _, ...one }) => one);
  return {
    ...{ id, letter, names, aliases, kind, department, fee, basis, materials: listed },
    ...{ limitDays, limitUnit, typicalMinutes, conditions, channels, counters },
    ...{ domain, place, extensionDays, acceptance, pauses },
  };
}

/** Its materials are others: each gets an id of its own. */
export function copyOf(matter: Matter): MatterDraft {
  const { id: _, materials, ...copied } = draftOf(matter);
  return { ...copied, materials: materials.map(({ id: __, ...texts }) => texts) };
}
