/** One record of a case for phone, kiosk and any clerk's answer (C12). */
import type { ResidentCase } from '../../../schema/cases/views.ts';
import type { StoredCase } from '../../cases/tables/cases.ts';
import { caseView } from '../../cases/views/case-view.ts';
import { counterLabel } from '../../hall/views/counter-label.ts';
import type { Reader } from '../../ledger/reader.ts';
import { counterStates } from '../tables/counter-states.ts';

export function residentCase(from: Reader, found: StoredCase): ResidentCase {
  const seat = from.read(counterStates).ofClerk(found.handler);
  return { ...caseView(from, found), handlerCounter: counterLabel(from, seat?.id) };
}
