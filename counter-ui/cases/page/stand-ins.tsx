import type { ListedCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import { clockTime, dateText, dayOf } from '../../words/hall-time.ts';
import { stepSentence } from '../step-words.ts';

/** C11: whoever is away, who stands in with which briefing, and what was done meanwhile. */
export function StandIns({ one }: { one: Pick<ListedCase, 'standIns' | 'meanwhile'> }) {
  const { say, language } = useApp();
  return (
    <>
      {one.standIns.map(({ part, ofName, byName, until, note }) => (
        <p key={part + ofName} className="offer" data-testid="stand-in">
          {say(`standIn.${part}`, {
            of: ofName,
            by: byName || say('standInNobody'),
            back: until ? say('standInBack', { day: dateText(dayOf(until), language) }) : say('standInOpen'),
          })}
          {note !== null && <q>{note}</q>}
        </p>
      ))}
      {one.meanwhile.length > 0 && (
        <div className="offer" data-testid="meanwhile">
          <b>{say('meanwhile')}</b>
          {one.meanwhile.map((step) => (
            <div key={step.at + step.kind}>
              {`${dateText(dayOf(step.at), language)} ${clockTime(step.at)} `}
              {say('meanwhileBy', { name: step.byName ?? '' })}
              {stepSentence(say, language, step)}
              {step.words.map((text) => (
                <q key={text}>{text}</q>
              ))}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
