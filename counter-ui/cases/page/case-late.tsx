import type { ListedCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import { dateText } from '../../words/hall-time.ts';
import { CameItems } from '../acts/late-forms.tsx';
import { toldDate } from '../due-date.tsx';

/** C5: what came after its end, and what was answered. */
export function CaseLate({ one }: { one: ListedCase }) {
  const { say, language } = useApp();
  if (one.latePapers.length === 0) return null;
  const day = (of: string) => dateText(of, language);
  return (
    <section data-testid="case-late">
      <h2>{say('lateTitle')}</h2>
      {one.latePapers.map((came) => (
        <article key={came.no} className="inquiry">
          <p>
            <b>{came.no}</b> <span className="soft">{say('lateTaken', { on: day(came.on), name: came.byName })}</span>
          </p>
          <CameItems came={came} />
          {came.answer ? (
            <p>
              <b>{say(`lateAnswer.${came.answer.kind}`, { no: came.answer.linkedNo ?? '' })}</b> {came.answer.text}{' '}
              <span className="soft">
                {came.answer.byName} {day(came.answer.on)}
              </span>
            </p>
          ) : (
            <p className="offer">{say('lateWaits', { by: toldDate(say, language, one, came.answerBy) })}</p>
          )}
        </article>
      ))}
    </section>
  );
}
