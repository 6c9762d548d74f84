/** What a matter asks for otherwise than when a place or a number was given for it (H12, L1). Pure. */
import { z } from 'zod';
import { LANGUAGES, type Language, type Names } from '../ids.ts';
import { filled } from '../refusal.ts';
import { type Material, MaterialSaid, materialText } from './material.ts';

export const MaterialChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), now: MaterialSaid }),
  z.object({ kind: z.literal('other'), before: MaterialSaid, now: MaterialSaid }),
  z.object({ kind: z.literal('gone'), before: MaterialSaid }),
]);
export type MaterialChange = z.infer<typeof MaterialChange>;

/** What is asked for beyond before stands first; an item is known by its id, whatever becomes of its text (C7). */
export function materialChanges(then: readonly Material[], now: readonly Material[]): MaterialChange[] {
  const before = new Map(then.map((one) => [one.id, one]));
  const after = new Set(now.map(({ id }) => id));
  const asked = now.flatMap((one): MaterialChange[] => {
    const known = before.get(one.id);
    if (!known) return [{ kind: 'new', now: saidOf(one) }];
    return isSame(known, one) ? [] : [{ kind: 'other', before: saidOf(known), now: saidOf(one) }];
  });
  const gone = then.filter(({ id }) => !after.has(id));
  return [...asked, ...gone.map((one): MaterialChange => ({ kind: 'gone', before: saidOf(one) }))];
}

const WORDS: Record<MaterialChange['kind'], Names> = {
  new: { 'zh-Hans': '还要带：{now}', 'zh-Hant': '還要帶：{now}', en: 'Also bring: {now}' },
  other: {
    'zh-Hans': '原来是“{before}”，现在是“{now}”',
    'zh-Hant': '原來是「{before}」，現在是「{now}」',
    en: 'Before: “{before}”. Now: “{now}”',
  },
  gone: { 'zh-Hans': '不用再带：{before}', 'zh-Hant': '不用再帶：{before}', en: 'No longer needed: {before}' },
};

/** A sentence with old and new. */
export function changeText(change: MaterialChange, language: Language): string {
  const before = 'before' in change ? materialText(change.before, language) : '';
  const now = 'now' in change ? materialText(change.now, language) : '';
  return filled(WORDS[change.kind][language], { before, now });
}

function isSame(one: Material, other: Material): boolean {
  return LANGUAGES.every((language) => materialText(one, language) === materialText(other, language));
}

function saidOf(one: Material): MaterialSaid {
  return MaterialSaid.parse(one);
}
