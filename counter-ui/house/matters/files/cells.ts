/**
 * Cells with several texts. A line is `简体 | 繁體 | English`, of a material then form, count, may follow, where it is had in
 * three languages, and at the end `#` with its id; what ends a line and is empty is left out. An empty 繁體 is as the 简体; one that is missing is `-`.
 */

import { type ListedPause, PauseKind } from '../../../../schema/catalogue/facts/pauses.ts';
import { type Material, MaterialForm } from '../../../../schema/catalogue/material.ts';
import { LANGUAGES, type Names } from '../../../../schema/ids.ts';
import type { WordKey } from '../../../words/speak.ts';
import { type Say, speak } from '../../../words/speak.ts';

const BETWEEN = ' | ';
const MISSING = '-';

export function materialLine(say: Say, one: Material): string {
  const { id, form, count, mayFollow, whereFrom } = one;
  const said = line([
    ...texts({ ...one, en: one.en ?? '' }),
    form ? say(`form.${form}`) : '',
    count === undefined ? '' : String(count),
    mayFollow ? say('followLater') : '',
    ...(whereFrom ? texts(whereFrom) : []),
  ]);
  return `${said}${BETWEEN}#${id}`;
}

/** At the end of a line, so that it goes where its line goes. */
const ID = / *\| *# *([A-Za-z0-9-]+\.[0-9]+) *$/;

/** As a draft, whatever was typed: what is wrong is the contract's to say. */
export function materialOf(cell: string): unknown {
  const id = ID.exec(cell)?.[1];
  const said = cell.replace(ID, '');
  const [hans = '', hant = '', en = '', form = '', count = '', follows = '', ...where] = partsOf(said);
  const places = namesOf(where);
  const isFollowing = LANGUAGES.some((language) => speak(language)('followLater') === follows);
  return {
    ...(id === undefined ? {} : { id }),
    ...namesOf([hans, hant, en]),
    form: form === '' ? null : contractOf(form, 'form.', MaterialForm.options),
    count: count === '' ? null : Number(count),
    mayFollow: follows === '' ? false : isFollowing || follows,
    whereFrom: Object.values(places).every((one) => one === '') ? null : places,
  };
}

export function pauseLine(say: Say, { kind, basis, counts }: ListedPause): string {
  return line([say(`pause.${kind}`), basis, counts ? say('pauseCounts') : '']);
}

export function pauseOf(cell: string): unknown {
  const [kind = '', basis = '', counts = ''] = partsOf(cell);
  const isCounting = LANGUAGES.some((language) => speak(language)('pauseCounts') === counts);
  return {
    kind: contractOf(kind, 'pause.', PauseKind.options),
    basis,
    counts: counts === '' ? false : isCounting || counts,
  };
}

export function textsCell(names: Names): string {
  return line(texts(names));
}

export function textsOf(cell: string): Names {
  return namesOf(partsOf(cell));
}

/** The contract's own name of a value that was written in words, in any language; anything else stays as it is. */
export function contractOf(word: string, area: string, values: readonly string[]): string {
  const isSaid = (value: string) =>
    LANGUAGES.some((language) => speak(language)(`${area}${value}` as WordKey) === word);
  return values.find(isSaid) ?? word;
}

export function linesOf(cell: string): string[] {
  return cell
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean);
}

function texts(names: Names): string[] {
  const hant = names['zh-Hant'];
  return [names['zh-Hans'], hant === '' ? MISSING : hant === names['zh-Hans'] ? '' : hant, names.en];
}

function namesOf([hans = '', hant = '', en = '']: readonly string[]): Names {
  return { 'zh-Hans': hans, 'zh-Hant': hant === MISSING ? '' : hant || hans, en };
}

function line(parts: readonly string[]): string {
  return parts
    .map(escaped)
    .join(BETWEEN)
    .replace(/(?: \| *)+$/, '');
}

/** A stroke, the sign of an id, or the end of a line that belongs to a text is written with a backslash. */
function escaped(text: string): string {
  return text.replace(/[\\|#]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

function partsOf(cell: string): string[] {
  const parts = cell.match(/(?:\\.|[^\\|])*(?:\||$)/g) ?? [];
  return parts.map((part) =>
    part
      .replace(/\|$/, '')
      .trim()
      .replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)),
  );
}
