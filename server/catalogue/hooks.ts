/** What the catalogue tells the subjects above it. */
import type { KeptMatter } from '../../schema/catalogue/catalogue.ts';
import type { Naming } from '../../schema/catalogue/named-counters.ts';
import { hook } from '../ledger/subject/hooks.ts';

/** Other counters are to do a matter, or it is to be of another group (L3); told before anything is written. */
export const countersChange = hook<{ matter: Naming }>('counters-change');

/** C11: others are to be A and B of a matter; told before anything is written. */
export const clerksChange = hook<{ matter: Pick<KeptMatter, 'letter' | 'names' | 'offered' | 'clerkA' | 'clerkB'> }>(
  'clerks-change',
);
