/** What the catalogue tells the subjects above it. */
import type { KeptMatter } from '../../schema/catalogue/catalogue.ts';
import type { Naming } from '../../schema/catalogue/named-counters.ts';
import { hook } from '../ledger/subject/hooks.ts';

/** Other counters are to do a matter, or it is to be of another group (L3); told before anything is written. */
export const countersChange = hook<{ matter: Naming }>('counters-change');

type Positions = Pick<KeptMatter, 'letter' | 'names' | 'offered' | 'clerkA' | 'clerkB'>;

/** C11: a matter is to have other positions, to be of another group or to be offered; told before anything is written. */
export const positionsChange = hook<{ before: Positions; matter: Positions }>('positions-change');
