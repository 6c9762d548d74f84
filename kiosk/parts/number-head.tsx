import type { PlaceView } from '../../schema/line/views.ts';
import type { View } from '../view.ts';
import { placeWords } from '../words/place-words.ts';

type Props = {
  view: View;
  ticket: PlaceView;
  /** How it stands, in a word or two. */
  phase: string;
  /** Of which day the number is, where it may be of another. */
  day?: string;
};

/** A number with its place in line, large enough to be found at once. */
export function NumberHead({ view, ticket, phase, day }: Props) {
  return (
    <header>
      <p className="found-number" data-testid="found-number">
        {ticket.number}
      </p>
      <div>
        {day && <p>{day}</p>}
        <p className="found-phase" data-testid="found-phase" data-phase={ticket.phase}>
          {phase}
        </p>
        <p>{placeWords(view, ticket)}</p>
      </div>
    </header>
  );
}
