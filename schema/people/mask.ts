/** THE ONE PLACE that masks people's data (P2): what a clerk knows somebody by, before anything is revealed. */
import type { PersonId } from '../ids.ts';
import type { DocumentKind } from '../typed/document.ts';
import type { MaskedPerson, PersonKind } from './person.ts';

/** In the place of words that were erased (P1): staff read it as it is, pages and papers in the reader's language. */
export const ERASED = '（已到期删除 · erased）';

/** As the people table has it. */
type Known = {
  kind: PersonKind;
  name: string;
  telephone: string | null;
  document: { kind: DocumentKind; number: string | null } | null;
};

/** Signs that each stand alone, which nearly all names have: cutting by Unicode's rules takes ten times as long. */
const PLAIN = /^[\u3400-\u9fff·A-Za-z .'-]*$/;
const segments = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Null: erased, or never there. */
export function maskPerson(personId: PersonId, known: Known | null): MaskedPerson {
  if (!known) return { personId, kind: 'person', name: '', telephone: null, document: null, erased: true };
  const { kind, name, telephone, document } = known;
  return {
    personId,
    kind,
    // An organisation's name is on its door.
    name: kind === 'organisation' ? name : maskName(name),
    telephone: telephone === null ? null : maskTelephone(telephone),
    document: document && {
      kind: document.kind,
      number: document.number === null ? null : maskAllBut(document.number, document.number.length < 12 ? 2 : 4),
    },
    erased: false,
  };
}

/** `王小花` → `王*花`, `王花` → `王*`: the first character, the last of three or more. */
export function maskName(name: string): string {
  const signs = PLAIN.test(name) ? [...name] : [...segments.segment(name)].map(({ segment }) => segment);
  if (signs.length <= 1) return '*'.repeat(signs.length);
  const [first] = signs;
  return signs.length === 2 ? `${first}*` : `${first}${'*'.repeat(signs.length - 2)}${signs.at(-1)}`;
}

/** Its last four stay. */
export function maskTelephone(canonical: string): string {
  return maskAllBut(canonical.replace('+', ''), 4);
}

function maskAllBut(text: string, last: number): string {
  return '*'.repeat(Math.max(0, text.length - last)) + text.slice(-last);
}
