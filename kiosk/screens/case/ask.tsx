import type { InquiryView } from '../../../schema/cases/resident.ts';
import type { WholeCase } from '../../../schema/cases/views.ts';
import { type Day, LANGUAGES } from '../../../schema/ids.ts';
import { gapIn, plain } from '../../../schema/texts/unbroken.ts';
import { dateText } from '../../../schema/time-text.ts';
import { newRequestId } from '../../../web/client.ts';
import { pageOf } from '../../layout.ts';
import { Pager } from '../../parts/pager.tsx';
import type { CaseShown } from '../../state/state.ts';
import type { Drawn, View } from '../../view.ts';
import { say, type Word } from '../../words/say.ts';

/** Nobody types Chinese on a kiosk's keys: a question is chosen, and is then one as any other. */
const QUESTIONS = ['ask.ring', 'ask.missing', 'ask.slow', 'ask.arrived', 'ask.explain'] as const satisfies Word[];
type Question = (typeof QUESTIONS)[number];

/** Those that make sense now. */
function questionsOf({ phase, reachable }: WholeCase): Question[] {
  const hasResult = phase === 'closed' || phase === 'decided';
  const is: Record<Question, boolean> = {
    'ask.ring': reachable,
    'ask.missing': !hasResult,
    'ask.slow': !hasResult,
    'ask.arrived': true,
    'ask.explain': hasResult,
  };
  return QUESTIONS.filter((word) => is[word]);
}

/** In whichever language it was asked: it waits for its answer already. */
function isAsked(word: Question, inquiries: readonly InquiryView[]): boolean {
  const texts = LANGUAGES.map((language) => plain(say(language)(word)));
  return inquiries.some(({ text, answer }) => !answer && texts.includes(plain(text)));
}

export function askPart(view: View, screen: CaseShown): Drawn {
  const { t, dispatch, stale, layout } = view;
  const { inquiries } = screen.view;
  const cut = pageOf([...inquiries].reverse(), screen.page, layout.shape === 'tall' ? 3 : 1);
  const ask = (word: Question) => () => {
    const act = { kind: 'inquiry' as const, text: plain(t(word)) };
    dispatch({ type: 'act-wished', act, requestId: newRequestId() });
  };
  return {
    info: (
      <>
        {cut.shown.map((asked) => (
          <Asked key={asked.id} view={view} asked={asked} mayMove={screen.view.mayMove} />
        ))}
        {inquiries.length === 0 && <p>{t('askHint')}</p>}
      </>
    ),
    controls: (
      <>
        <Pager view={view} page={cut.page} pages={cut.pages} />
        <div className="case-parts is-questions">
          {questionsOf(screen.view).map((word) => {
            const waits = isAsked(word, inquiries);
            return (
              <button
                key={word}
                type="button"
                disabled={waits || screen.asking || stale}
                data-testid={word}
                onClick={ask(word)}
              >
                {t(word)}
                {waits && <small>{t('askWaits')}</small>}
              </button>
            );
          })}
        </div>
      </>
    ),
  };
}

/** Received, read, answered by when, and the answer. */
function Asked({ view, asked, mayMove }: { view: View; asked: InquiryView; mayMove: readonly Day[] }) {
  const { t, state } = view;
  const dayIn = (day: Day) => dateText(day, state.language);
  const gap = gapIn(state.language);
  const { text, on, readOn, answerBy, answer } = asked;
  return (
    <article className="case" data-testid="inquiry">
      <p className="is-soft">{t('c.asked', { day: dayIn(on) })}</p>
      <p>{text}</p>
      {answer ? (
        <>
          <p className="is-soft">{t('c.answered', { name: answer.byName, day: dayIn(answer.on) })}</p>
          <p>
            <b>{answer.text}</b>
          </p>
        </>
      ) : (
        <p>
          {readOn ? t('c.read', { day: dayIn(readOn) }) : t('c.received')}
          {gap}
          <b>{t('c.answerBy', { day: dayIn(answerBy) })}</b>
          {mayMove.includes(answerBy) && t('provisional')}
          {gap}
          {t('askSeen')}
        </p>
      )}
    </article>
  );
}
