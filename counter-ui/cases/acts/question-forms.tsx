/** The handler's question to a colleague or outside, and its answer (C2). */
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { AnswerWay, type QuestionView } from '../../../schema/cases/question.ts';
import type { ListedCase } from '../../../schema/cases/views.ts';
import type { ClerkId } from '../../../schema/ids.ts';
import { addDays } from '../../../schema/time.ts';
import { useApp } from '../../app-context.ts';
import { Answer } from '../../parts/answer.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import type { Form, PartsProps } from './forms.tsx';

const LEAST = 2;
const OUTSIDE = 'outside';

export const ASK_QUESTION: Form = {
  lead: 'askQuestionLead',
  Parts: AskParts,
  wish: ({ cases }, { caseId }, { to: clerkId, outside, text, day: answerBy }) => {
    const to = clerkId ? { clerkId } : outside.trim().length >= LEAST ? { outside } : null;
    return to && answerBy && text.trim().length >= LEAST
      ? (requestId) => cases.askQuestion({ requestId, caseId, to, text, answerBy })
      : null;
  },
};

export const ANSWER_QUESTION: Form = {
  lead: null,
  Parts: AnswerParts,
  wish: ({ cases }, one, { text, how }) => {
    const question = myQuestion(one);
    return question && text.trim().length >= LEAST && (how !== null || !question.isOutside)
      ? (requestId) =>
          cases.answerQuestion({
            ...{ requestId, caseId: one.caseId, questionId: question.id, text },
            ...(how ? { how } : {}),
          })
      : null;
  },
};

/** The first that this reader is to answer. */
export function myQuestion({ questions, phase }: Pick<ListedCase, 'questions' | 'phase'>): QuestionView | undefined {
  return phase === 'closed'
    ? undefined
    : questions.find(({ toMe, answer, takenBackOn }) => toMe && answer === null && takenBackOn === null);
}

function AskParts({ one, fields, put }: PartsProps) {
  const { say, client, board } = useApp();
  const clerks = useQuery({ queryKey: ['clerks'], queryFn: () => client.administration.clerks({}) });
  const today = board.rows.hall[0]?.today ?? '';
  return (
    <>
      <Answer asked={clerks}>
        {(all) => (
          <Labelled label={say('askWhom')}>
            <Select<ClerkId | typeof OUTSIDE>
              showSearch={{ optionFilterProp: 'label' }}
              data-testid="ask-whom"
              value={fields.to ?? OUTSIDE}
              onChange={(to) => put({ to: to === OUTSIDE ? null : to })}
              options={[
                { value: OUTSIDE, label: say('askOutside') },
                ...all
                  .filter(({ active, blocked, role }) => active && !blocked && role !== 'administrator')
                  .filter(({ id }) => id !== one.handlerId)
                  .map(({ id, name, role }) => ({ value: id, label: `${name} · ${say(`role.${role}`)}` })),
              ]}
            />
          </Labelled>
        )}
      </Answer>
      {fields.to === null && (
        <Labelled label={say('askOutsideWho')}>
          <Input
            maxLength={100}
            data-testid="ask-outside"
            value={fields.outside}
            onChange={(event) => put({ outside: event.target.value })}
          />
        </Labelled>
      )}
      <Labelled label={say('askText')}>
        <Input.TextArea
          rows={3}
          maxLength={500}
          data-testid="ask-text"
          value={fields.text}
          onChange={(event) => put({ text: event.target.value })}
        />
      </Labelled>
      <Labelled label={say('askBy')}>
        <Input
          type="date"
          min={today && addDays(today, 1)}
          data-testid="ask-by"
          value={fields.day}
          onChange={(event) => put({ day: event.target.value })}
        />
      </Labelled>
    </>
  );
}

function AnswerParts({ one, fields, put }: PartsProps) {
  const { say } = useApp();
  const question = myQuestion(one);
  return (
    <>
      <p className="soft">{question && say('askedBy', { name: question.byName, to: question.toName })}</p>
      <blockquote className="quoted">{question?.text}</blockquote>
      {question?.isOutside && (
        <Labelled label={say('answerHow')}>
          <Select<AnswerWay>
            data-testid="answer-how"
            value={fields.how}
            onChange={(how) => put({ how })}
            options={AnswerWay.options.map((value) => ({ value, label: say(`answerHow.${value}`) }))}
          />
        </Labelled>
      )}
      <Labelled label={say('answerInquiryText')}>
        <Input.TextArea
          rows={3}
          maxLength={500}
          data-testid="question-answer"
          value={fields.text}
          onChange={(event) => put({ text: event.target.value })}
        />
      </Labelled>
    </>
  );
}
