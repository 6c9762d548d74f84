/** What messages about the catalogue say (L2). */
import { daysUntil } from '../../schema/catalogue/standing.ts';
import type { ClerkId } from '../../schema/ids.ts';
import type { MESSAGES } from '../../schema/messages/message.ts';
import type { Reader } from '../ledger/reader.ts';
import type { MessageFacts } from '../messages/facts.ts';
import { wishes } from '../people/views/contacts.ts';
import { matterOf } from './views/matter-view.ts';

type Refs = (typeof MESSAGES)['staff-entrustment-ends']['_output'];

export const catalogueMessages = {
  /** Nobody is warned of an entrustment that was renewed or is over. */
  'staff-entrustment-ends': (from: Reader, { matterId, until }: Refs, to: ClerkId): MessageFacts | 'over' | null => {
    const matter = matterOf(from, matterId);
    if (!matter) return null;
    const days = daysUntil(from.today, until);
    const isTrue = matter.standing?.entrustment?.until === until && days >= 0 && wishes(from, to, 'catalogue');
    if (!isTrue) return 'over';
    const said = String(days);
    const words = { days: { 'zh-Hans': said, 'zh-Hant': said, en: said } };
    const nothing = { startsAt: null, path: '', language: null };
    return { ...nothing, about: matterId, matterNames: matter.names, day: until, code: matterId, words };
  },
};
