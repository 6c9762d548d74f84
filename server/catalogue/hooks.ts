/** What the catalogue tells the subjects above it. */
import type { Naming } from '../../schema/catalogue/named-counters.ts';
import { hook } from '../ledger/subject/hooks.ts';

/** Other counters are to do a matter, or it is to be of another group (L3); told before anything is written. */
export const countersChange = hook<{ matter: Naming }>('counters-change');
