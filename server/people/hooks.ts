/** What people tells the subjects above it. */
import type { Clerk } from '../../schema/people/clerk.ts';
import { hook } from '../ledger/subject/hooks.ts';

/** Somebody is to handle cases no more, or to work here no more; told before anything is written. */
export const clerkLeaves = hook<{ clerk: Clerk }>('clerk-leaves');
