import type { ListedCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';
import { toldDate } from '../due-date.tsx';

/** Who sent the refusal back, and why (C6). */
export function CaseSentBack({ one }: { one: ListedCase }) {
  const { say, language } = useApp();
  const { sentBack } = one;
  if (!sentBack) return null;
  const { byName, remark, at, answerBy } = sentBack;
  return (
    <p className="offer" data-testid="sent-back">
      {say('sentBackBy', { name: byName, when: `${dateText(dayOf(at), language)} ${clockTime(at)}` })}
      <q>{remark}</q>
      {answerBy && ` ${say('sentBackUntil', { by: toldDate(say, language, { mayMove: one.ownMayMove }, answerBy) })}`}
    </p>
  );
}
