/** What a resident brings (L3, ordinance Art. 27): an item of its own, with its words for whoever reads them. */
import { z } from 'zod';
import { inLanguage, type Language, Names } from '../ids.ts';
import { filled } from '../refusal.ts';
import { text } from '../typed/signs.ts';

/** `checked`: the original is looked at and given back. */
export const MaterialForm = z.enum(['original', 'copy', 'original-and-copy', 'checked']);
export type MaterialForm = z.infer<typeof MaterialForm>;

/** How many of one thing somebody may be asked for. */
export const MATERIAL_COUNT_MOST = 20;

/** The code of its matter with a number. */
export const MaterialId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}\.[1-9][0-9]{0,4}$/);

/** Of the bytes of a picture. */
export const PictureId = z.string().regex(/^[0-9a-f]{64}$/);

/** Where it is served; the same for kiosk, staff and pages. */
export function picturePath(id: string): string {
  return `/pictures/${id}`;
}

/** What a paper says of it. What an older ledger leaves out nobody has said. */
const said = {
  'zh-Hans': z.string(),
  /** Empty: nobody has written it, and the simplified text is shown. */
  'zh-Hant': z.string(),
  en: z.string().optional(),
  form: MaterialForm.optional(),
  count: z.number().int().optional(),
  /** Where it is to be had. */
  whereFrom: Names.optional(),
};
export const MaterialSaid = z.object(said);
export type MaterialSaid = z.infer<typeof MaterialSaid>;

/** Its id is given once and stays, whatever becomes of the list (C7). `mayFollow` (C13): absent is no. */
export const Material = z.object({
  id: z.string(),
  ...said,
  mayFollow: z.boolean().optional(),
  /** Of a sample. */
  picture: PictureId.optional(),
});
export type Material = z.infer<typeof Material>;

/** A text of the catalogue that may lack its other languages. */
export const draftNames = (most: number, least = 1) =>
  z.object({ 'zh-Hans': text(most, least), 'zh-Hant': text(most), en: text(most * 2) });

/** As somebody writes it: what is absent stays as it was, null is taken away. */
export const MaterialDraft = z.object({
  id: z.string().optional(),
  'zh-Hans': text(300, 1),
  'zh-Hant': text(300),
  en: text(300).optional(),
  form: MaterialForm.nullable().optional(),
  count: z.number().int().min(1).max(MATERIAL_COUNT_MOST).nullable().optional(),
  whereFrom: draftNames(200).nullable().optional(),
  mayFollow: z.boolean().optional(),
});
export type MaterialDraft = z.infer<typeof MaterialDraft>;

const FORM_WORDS: Record<MaterialForm, Names> = {
  original: { 'zh-Hans': '原件', 'zh-Hant': '原件', en: 'original' },
  copy: { 'zh-Hans': '复印件', 'zh-Hant': '複印件', en: 'copy' },
  'original-and-copy': { 'zh-Hans': '原件和复印件', 'zh-Hant': '原件和複印件', en: 'original and copy' },
  checked: { 'zh-Hans': '原件核验', 'zh-Hant': '原件核驗', en: 'original, shown and given back' },
};
const COUNT_WORDS: Names = { 'zh-Hans': '{n} 份', 'zh-Hant': '{n} 份', en: '{n} needed' };
const WHERE_WORDS: Names = { 'zh-Hans': '可在{place}取得', 'zh-Hant': '可在{place}取得', en: 'to be had at {place}' };

export function formWord(form: MaterialForm, language: Language): string {
  return inLanguage(FORM_WORDS[form], language);
}

/** Its name, and whether original or copy, and how many: one text for screens, pages and papers (Q9). */
export function materialText(material: MaterialSaid, language: Language): string {
  const { form, count } = material;
  const name = inLanguage({ ...material, en: material.en ?? '' }, language);
  const facts = [
    ...(form ? [formWord(form, language)] : []),
    ...(count === undefined ? [] : [filled(COUNT_WORDS[language], { n: count })]),
  ];
  if (facts.length === 0) return name;
  return language === 'en' ? `${name} (${facts.join(', ')})` : `${name}（${facts.join('，')}）`;
}

/** Null where nobody has said it. */
export function whereFromText({ whereFrom }: MaterialSaid, language: Language): string | null {
  return whereFrom ? filled(WHERE_WORDS[language], { place: inLanguage(whereFrom, language) }) : null;
}
