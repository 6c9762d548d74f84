import type { ListedCase } from '../../../schema/cases/views.ts';
import { gapIn } from '../../../schema/texts/unbroken.ts';
import { useApp } from '../../app-context.ts';
import { dateText } from '../../words/hall-time.ts';
import { toldDate } from '../due-date.tsx';

/** C12: what the resident asked by the link, and what was answered. */
export function CaseInquiries({ one }: { one: ListedCase }) {
  const { say, language } = useApp();
  if (one.inquiries.length === 0) return null;
  const day = (of: string) => dateText(of, language);
  return (
    <section data-testid="case-inquiries">
      <h2>{say('inquiries')}</h2>
      {one.inquiries.map(({ id, text, on, readOn, answer, answerBy }) => (
        <article key={id} className="inquiry">
          <p>
            <q>{text}</q> <span className="soft">{day(on)}</span>
          </p>
          {answer ? (
            <p>
              <b>{answer.byName}</b> {answer.text} <span className="soft">{day(answer.on)}</span>
            </p>
          ) : (
            <p className="offer">
              {readOn ? say('inquiryRead', { on: day(readOn) }) : say('inquiryUnread')}
              {gapIn(language)}
              {say('inquiryBy', { by: toldDate(say, language, one, answerBy) })}
            </p>
          )}
        </article>
      ))}
    </section>
  );
}
