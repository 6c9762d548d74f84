import type { ListedCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import { dateText } from '../../words/hall-time.ts';

/** C2: what the handler asked of colleagues and outside, and what was answered. */
export function CaseQuestions({ one }: { one: ListedCase }) {
  const { say, language } = useApp();
  if (one.questions.length === 0) return null;
  const day = (of: string) => dateText(of, language);
  return (
    <section data-testid="case-questions">
      <h2>{say('questions')}</h2>
      {one.questions.map(({ id, toName, byName, text, on, answerBy, answer, takenBackOn }) => (
        <article key={id} className="inquiry">
          <p>
            {say('askedBy', { name: byName, to: toName })} <q>{text}</q> <span className="soft">{day(on)}</span>
          </p>
          {answer ? (
            <p>
              <b>{answer.byName}</b> {answer.text}{' '}
              <span className="soft">
                {day(answer.on)}
                {answer.how && ` · ${say(`answerHow.${answer.how}`)}`}
              </span>
            </p>
          ) : takenBackOn ? (
            <p className="offer">{say('questionTakenBack', { on: day(takenBackOn) })}</p>
          ) : (
            <p className="offer">{say('inquiryBy', { by: day(answerBy) })}</p>
          )}
        </article>
      ))}
    </section>
  );
}
