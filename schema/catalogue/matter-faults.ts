/** What a matter still lacks for its readers (L3, A4): a text without its other languages is shown in simplified Chinese. Pure. */
import type { Language, Names } from '../ids.ts';
import type { Matter } from './catalogue.ts';
import { IN_LANGUAGES, isFree } from './facts/in-languages.ts';

/** `what`: the text that lacks a language, as it is in simplified Chinese. */
export type MatterFault = {
  language: Exclude<Language, 'zh-Hans'>;
  of: 'material' | 'where' | 'conditions' | 'place' | (typeof IN_LANGUAGES)[number];
  what: string;
};

const OTHERS = ['zh-Hant', 'en'] as const;

type Said = Pick<Matter, 'materials' | 'conditions' | 'place' | (typeof IN_LANGUAGES)[number]>;

export function matterFaults({ materials, conditions, place, ...said }: Said): MatterFault[] {
  return [
    // What costs nothing is said in each language by itself.
    ...IN_LANGUAGES.filter((of) => of !== 'fee' || !isFree(said.fee)).flatMap((of) => lacking(of, said[of])),
    ...(conditions ? lacking('conditions', conditions) : []),
    ...(place ? lacking('place', place) : []),
    ...materials.flatMap((one) => [
      ...lacking('material', { ...one, en: one.en ?? '' }),
      ...(one.whereFrom ? lacking('where', one.whereFrom) : []),
    ]),
  ];
}

function lacking(of: MatterFault['of'], texts: Names): MatterFault[] {
  if (texts['zh-Hans'].trim() === '') return [];
  return OTHERS.filter((language) => texts[language].trim() === '').map((language) => ({
    language,
    of,
    what: texts['zh-Hans'],
  }));
}
