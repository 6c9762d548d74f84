import type { ListedCase } from '../../../schema/cases/views.ts';
import { materialText } from '../../../schema/catalogue/material.ts';
import { useApp } from '../../app-context.ts';

/** What a notice asked for (C7), or a resident promised (C13), ticked where it came. */
export function CaseItems({ one }: { one: ListedCase }) {
  const { say, language } = useApp();
  const { notice, promise } = one;
  const asked = notice ?? promise;
  if (!asked) return null;
  return (
    <section data-testid="case-items">
      <h2>{notice ? say('noticeItems', { no: notice.no }) : say('promiseItems')}</h2>
      <ol className="case-items">
        {asked.items.map((item) => (
          <li key={item.id} className={item.received ? 'soft' : ''}>
            {materialText(item, language)}{' '}
            <span className="chip">{say(item.received ? 'itemCame' : 'itemMissing')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
