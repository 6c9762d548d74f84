/** L3: openings to come that have none of the counters that the matter names, read before it is saved. */
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { MatterDraft } from '../../../../schema/catalogue/catalogue.ts';
import { useApp } from '../../../app-context.ts';
import { clockTime, dateText, dayOf } from '../../../words/hall-time.ts';

const MOST_NAMED = 6;

export function MatterNotServed({ draft: { letter, counters } }: { draft: MatterDraft }) {
  const { say, client, language } = useApp();
  const asked = useQuery({ queryKey: ['openings'], queryFn: () => client.openings.list({}) });
  if (!counters || !asked.data) return null;
  const without = asked.data.filter(
    ({ phase, letters, counterIds }) =>
      (phase === 'planned' || phase === 'running') &&
      letters.includes(letter) &&
      !counterIds.some((id) => counters.includes(id)),
  );
  if (without.length === 0) return null;
  const first = without.slice(0, MOST_NAMED).map(({ startsAt }) => startsAt);
  const named = first.map((at) => `${dateText(dayOf(at), language)} ${clockTime(at)}`).join(say('listComma'));
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="matter-not-served"
      title={say('matterNotServed', { count: without.length })}
      description={without.length > first.length ? `${named} …` : named}
    />
  );
}
