import type { HallCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';

/** C7: what the notice asked for, ticked where it came. */
export function CaseItems({ one }: { one: HallCase }) {
  const { say, language } = useApp();
  if (!one.notice) return null;
  const script = language === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans';
  return (
    <section data-testid="case-items">
      <h2>{say('noticeItems', { no: one.notice.no })}</h2>
      <ol className="case-items">
        {one.notice.items.map((item) => (
          <li key={item.id} className={item.received ? 'soft' : ''}>
            {item[script]} <span className="chip">{say(item.received ? 'itemCame' : 'itemMissing')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
