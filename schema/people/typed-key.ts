/** By what somebody is looked for, as far as it can be told from what was typed. */
import { canonicalDocument, documentsOf } from '../typed/document.ts';
import { faultOfName } from '../typed/names.ts';
import { LAST_FOUR } from '../typed/numbers.ts';
import { clean, compact } from '../typed/signs.ts';
import { canonicalTelephone } from '../typed/telephone.ts';
import type { LookUpKey } from './person.ts';

export type TypedKey = { by: LookUpKey; text: string };

const TYPED_MOST = 64;

/** In the order in which they are tried, in their canonical form; empty: nobody is looked for by this. */
export function typedKeysOf(typed: string): TypedKey[] {
  if (typed.length > TYPED_MOST) return [];
  const number = compact(typed);
  if (LAST_FOUR.test(number)) return [{ by: 'last-four', text: number }];
  // An old card's fifteen digits could be dialled, too.
  if (canonicalDocument('resident-id', typed) !== null) return [{ by: 'document', text: number }];
  const telephone = canonicalTelephone(typed);
  if (telephone !== null) return [{ by: 'telephone', text: telephone }];
  const keys: TypedKey[] = documentsOf(typed).length > 0 ? [{ by: 'document', text: number }] : [];
  return faultOfName(typed) === null ? [...keys, { by: 'name', text: clean(typed) }] : keys;
}
