/** What the supervisor is told, over HTTP. */
import { commits } from '../ledger/subject/route.ts';
import { tickNote } from './acts/tick-note.ts';

export const messagesRoutes = { notes: { tick: commits('tick-note', tickNote) } };
