/** By what somebody is looked for, as far as it can be told from what was typed. */
import { canonicalDocument, documentsOf } from '../typed/document.ts';
import { faultOfName } from '../typed/names.ts';
import { LAST_FOUR } from '../typed/numbers.ts';
import { compact } from '../typed/signs.ts';
import { canonicalTelephone } from '../typed/telephone.ts';
import type { LookUpKey } from './person.ts';

export type TypedKey = { by: LookUpKey; text: string };

/** In the order in which they are tried; empty: nobody is looked for by this. */
export function typedKeysOf(typed: string): TypedKey[] {
  const text = typed.trim();
  if (LAST_FOUR.test(compact(text))) return [{ by: 'last-four', text }];
  // An old card's fifteen digits could be dialled, too.
  if (canonicalDocument('resident-id', text) !== null) return [{ by: 'document', text }];
  if (canonicalTelephone(text) !== null) return [{ by: 'telephone', text }];
  const isDocument = documentsOf(text).length > 0;
  const isName = faultOfName(text) === null;
  return [
    ...(isDocument ? [{ by: 'document', text } as const] : []),
    ...(isName ? [{ by: 'name', text } as const] : []),
  ];
}
