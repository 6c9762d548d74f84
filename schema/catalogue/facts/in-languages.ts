/** Department, fee and basis of a matter, in three languages (L3, A4); older programs wrote them in simplified Chinese alone. */
import { z } from 'zod';
import { inLanguage, type Language, Names } from '../../ids.ts';

export const HansOrNames = z.union([z.string(), Names]);
export type HansOrNames = z.infer<typeof HansOrNames>;

export const IN_LANGUAGES = ['department', 'fee', 'basis'] as const;
type Said = { [K in (typeof IN_LANGUAGES)[number]]?: HansOrNames | undefined };

/** What nobody has written is empty, and the simplified text is shown. */
export function namesFrom(text: HansOrNames): Names {
  return typeof text === 'string' ? { 'zh-Hans': text, 'zh-Hant': '', en: '' } : text;
}

/** Facts of a matter, with each of these in three languages. */
export function inLanguages<T extends Said>(facts: T): T & { [K in keyof Said & keyof T]: Names } {
  const texts = IN_LANGUAGES.flatMap((field) => {
    const text = facts[field];
    return text === undefined ? [] : [[field, namesFrom(text)] as const];
  });
  return { ...facts, ...Object.fromEntries(texts) } as T & { [K in keyof Said & keyof T]: Names };
}

/** As the catalogue writes it. */
const FREE = '免费';
const FREE_WORDS: Names = { 'zh-Hans': FREE, 'zh-Hant': '免費', en: 'free' };

export function isFree(fee: HansOrNames): boolean {
  return namesFrom(fee)['zh-Hans'] === FREE;
}

/** What costs nothing is said in each language, whoever wrote it. */
export function feeText(fee: HansOrNames, language: Language): string {
  const names = namesFrom(fee);
  return isFree(fee) && names[language].trim() === '' ? FREE_WORDS[language] : inLanguage(names, language);
}
