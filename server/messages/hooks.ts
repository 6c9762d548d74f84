/** What messages tell the subjects above them. */
import { hook } from '../ledger/subject/hooks.ts';

/** Nobody gets this message any more; told after its event. */
export const messageFailed = hook<{ kind: string; refs: Record<string, string> }>('message-failed');
