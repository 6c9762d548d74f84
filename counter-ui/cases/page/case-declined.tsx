import type { ListedCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';

/** Who declined the last offer, and why (C3). */
export function CaseDeclined({ one: { declined } }: { one: ListedCase }) {
  const { say, language } = useApp();
  return declined.map(({ byName, reason, at }) => (
    <p key={at + byName} className="offer" data-testid="declined">
      {say('declinedBy', { name: byName, when: `${dateText(dayOf(at), language)} ${clockTime(at)}` })}
      <q>{reason}</q>
    </p>
  ));
}
