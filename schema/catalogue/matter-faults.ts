/** What a matter still lacks for its readers (L3, A4): a text without its other languages is shown in simplified Chinese. Pure. */
import type { Language, Names } from '../ids.ts';
import type { Matter } from './catalogue.ts';

/** `what`: the text that lacks a language, as it is in simplified Chinese. */
export type MatterFault = {
  language: Exclude<Language, 'zh-Hans'>;
  of: 'material' | 'where' | 'conditions' | 'place';
  what: string;
};

const OTHERS = ['zh-Hant', 'en'] as const;

export function matterFaults({
  materials,
  conditions,
  place,
}: Pick<Matter, 'materials' | 'conditions' | 'place'>): MatterFault[] {
  return [
    ...(conditions ? lacking('conditions', conditions) : []),
    ...(place ? lacking('place', place) : []),
    ...materials.flatMap((one) => [
      ...lacking('material', { ...one, en: one.en ?? '' }),
      ...(one.whereFrom ? lacking('where', one.whereFrom) : []),
    ]),
  ];
}

function lacking(of: MatterFault['of'], texts: Names): MatterFault[] {
  return OTHERS.filter((language) => texts[language].trim() === '').map((language) => ({
    language,
    of,
    what: texts['zh-Hans'],
  }));
}
