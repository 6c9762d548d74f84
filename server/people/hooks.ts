/** What people tells the subjects above it. */
import type { Day } from '../../schema/ids.ts';
import type { Absence } from '../../schema/people/absence.ts';
import type { Clerk } from '../../schema/people/clerk.ts';
import { hook } from '../ledger/subject/hooks.ts';

/** Somebody may not sign in any more, at once; told after the sessions have ended. */
export const signInBlocked = hook<{ clerk: Clerk; reason: string }>('sign-in-blocked');

/** Somebody is to handle cases no more, or to work here no more; told before anything is written. */
export const clerkLeaves = hook<{ clerk: Clerk }>('clerk-leaves');

/** Somebody is to be a supervisor no more, and goes on handling cases; told before anything is written. */
export const supervisorStepsDown = hook<{ clerk: Clerk }>('supervisor-steps-down');

/** Who and what has come to its end is erased next: whoever still needs it keeps it. */
export const erasureComes = hook<{ today: Day }>('erasure-comes');

/** C11: somebody is to be away; told before anything is written. `override`: why both positions of a matter may be, with whom `deputy` names. */
export const absenceComes = hook<{
  absence: Pick<Absence, 'clerkId' | 'from' | 'until' | 'deputy'>;
  override: string | null;
}>('absence-comes');
