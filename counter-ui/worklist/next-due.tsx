import { useQuery } from '@tanstack/react-query';
import { inLanguage } from '../../schema/ids.ts';
import { useApp } from '../app-context.ts';
import { isProvisional } from '../cases/due-date.tsx';
import { bySoonest, clockDay, isOver } from '../cases/list/case-order.ts';
import { dateText } from '../words/hall-time.ts';

/** Nothing is to be done: which of my cases is due first. */
export function NextDue() {
  const { say, client, language } = useApp();
  const { data = [] } = useQuery({
    queryKey: ['cases', 'mine', 'next'],
    queryFn: () => client.cases.mine({ first: 20 }),
  });
  const next = bySoonest(data).find((one) => !isOver(one) && clockDay(one));
  const by = next && clockDay(next);
  if (!next || !by) return null;
  const matter = inLanguage(next.matterNames, language);
  return (
    <p className="soft todo-next" data-testid="todo-next">
      {say('todoNext', {
        number: next.receiptNo ?? next.number,
        matter,
        by: isProvisional(next, by) ? say('dateProvisional', { date: dateText(by, language) }) : dateText(by, language),
      })}
    </p>
  );
}
