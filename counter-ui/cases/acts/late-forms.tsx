/** Papers that come after a case is closed: taken in with a receipt, and answered (C5). */

import { Radio } from 'antd';
import { LateAnswer } from '../../../schema/cases/late-papers.ts';
import { materialText } from '../../../schema/catalogue/material.ts';
import { useApp } from '../../app-context.ts';
import { Text } from './act-text.tsx';
import type { Form, PartsProps } from './forms.tsx';
import { Items } from './receive-parts.tsx';

const LEAST = 2;

export const TAKE_LATE: Form = {
  lead: 'takeLateLead',
  Parts: TakeParts,
  wish: ({ cases }, { caseId }, { items, text: note }) =>
    items.length > 0 || note.trim() !== ''
      ? (requestId) => cases.takeLatePapers({ requestId, caseId, items, note })
      : null,
};

export const ANSWER_LATE: Form = {
  lead: 'answerLateLead',
  Parts: AnswerParts,
  wish: ({ cases }, { caseId, lateTask }, { lateAnswer: kind, text }) =>
    lateTask && kind && text.trim().length >= LEAST
      ? (requestId) => cases.answerLatePapers({ requestId, caseId, no: lateTask.no, kind, text })
      : null,
};

/** What the matter asks for, and whatever else came. */
function TakeParts({ one, fields, put }: PartsProps) {
  const { say, matters } = useApp();
  const materials = matters.get(one.matterId)?.materials ?? [];
  return (
    <>
      {materials.length > 0 && (
        <fieldset className="ticks">
          <legend>{say('lateItems')}</legend>
          <Items of={materials} fields={fields} put={put} />
        </fieldset>
      )}
      <Text label="lateNote" fields={fields} put={put} />
    </>
  );
}

function AnswerParts({ one, fields, put }: PartsProps) {
  const { say } = useApp();
  const { lateTask, latePapers } = one;
  const came = latePapers.find(({ no }) => no === lateTask?.no);
  const word = {
    filed: say('lateAnswer.filed'),
    linked: lateTask?.linkedNo ? say('lateAnswer.linked', { no: lateTask.linkedNo }) : say('lateNotLinked'),
    corrected: say(lateTask?.isCorrected ? 'lateAnswer.corrected' : 'lateNotCorrected'),
  };
  const may = { filed: true, linked: lateTask?.linkedNo != null, corrected: lateTask?.isCorrected === true };
  return (
    <>
      {came && <CameItems came={came} />}
      <Radio.Group
        className="decisions"
        value={fields.lateAnswer}
        onChange={(event) => put({ lateAnswer: event.target.value })}
        options={LateAnswer.options.map((value) => ({ value, label: word[value], disabled: !may[value] }))}
      />
      <Text label="lateAnswerText" fields={fields} put={put} />
    </>
  );
}

/** What came at once. */
export function CameItems({ came }: { came: PartsProps['one']['latePapers'][number] }) {
  const { language } = useApp();
  return (
    <ul className="came">
      {came.items.map((item) => (
        <li key={item.id}>{materialText(item, language)}</li>
      ))}
      {came.note && <li>{came.note}</li>}
    </ul>
  );
}
