/** C7, C13: what the resident still has to bring, by when and under which number, in sight until the ticket is finished. */
import { useQuery } from '@tanstack/react-query';
import { materialText } from '../../../schema/catalogue/material.ts';
import type { CaseId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { dateText } from '../../words/hall-time.ts';

export function StillMissing({ caseId }: { caseId: CaseId }) {
  const { say, client, language } = useApp();
  const { data } = useQuery({ queryKey: ['cases', caseId], queryFn: () => client.cases.one({ caseId }) });
  if (!data) return null;
  const { notice, promise, receiptNo } = data;
  const owed = notice?.answerBy
    ? { items: notice.items, by: notice.answerBy, no: notice.no }
    : promise?.isOpen && { items: promise.items, by: promise.by, no: receiptNo ?? '' };
  const items = owed ? owed.items.filter(({ received }) => !received) : [];
  if (!owed || items.length === 0) return null;
  return (
    <div className="still-missing" role="status" data-testid="still-missing">
      <b>{say('stillMissing', { count: items.length })}</b>
      <ul>
        {items.map((item) => (
          <li key={item.id}>{materialText(item, language)}</li>
        ))}
      </ul>
      <p>{say('stillMissingBy', { by: dateText(owed.by, language), no: owed.no })}</p>
    </div>
  );
}
