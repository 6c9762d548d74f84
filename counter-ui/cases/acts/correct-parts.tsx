/** A wrong outcome and what takes its place (C5): a decision by a decision, another end by another end or a case that goes on. */
import { useQuery } from '@tanstack/react-query';
import { Input, Radio, Select } from 'antd';
import { type CaseOutcome, hasSubstance } from '../../../schema/cases/conclusion.ts';
import type { AgencyId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';
import { dateText } from '../../words/hall-time.ts';
import type { Form, PartsProps } from './forms.tsx';

const DECISIONS = ['granted', 'refused', 'corrected'] as const satisfies readonly CaseOutcome[];
/** What the matter most often needs comes first. */
const ENDS = [
  'corrected',
  'not-ours',
  'done',
  'answered',
  'not-needed',
  'withdrawn',
] as const satisfies readonly CaseOutcome[];
const LEAST_BASIS = 2;

export const CORRECT: Form = {
  lead: null,
  Parts: CorrectParts,
  wish: ({ cases }, { caseId }, { outcome, outside, text: reason, basis }) => {
    const isWhole = outcome && hasSubstance(reason) && basis.trim().length >= LEAST_BASIS;
    if (!isWhole || (outcome === 'not-ours' && outside === '')) return null;
    const where = outcome === 'not-ours' ? { agencyId: outside as AgencyId } : {};
    return (requestId) => cases.correctOutcome({ requestId, caseId, outcome, ...where, reason, basis });
  },
};

function CorrectParts({ one, fields, put }: PartsProps) {
  const { say, language } = useApp();
  const { decision, ending, goesOnAs, erasedOn } = one;
  const isToldAgain = decision !== null && fields.outcome !== 'corrected';
  return (
    <>
      <p>{say(isToldAgain ? 'correctLead' : 'correctEndingLead')}</p>
      {erasedOn && (
        <p className="offer" data-testid="nobody-to-tell">
          {say('nobodyToTell', { on: dateText(erasedOn, language) })}
        </p>
      )}
      {decision && <p>{say('decidedBy', { no: decision.no, name: decision.byName })}</p>}
      {ending && (
        <p>
          {say('endedBy', { outcome: say(`outcome.${one.outcome}` as 'outcome.done'), name: ending.byName })}
          {ending.papers.length > 0 && ` ${say('correctVoids', { no: ending.papers.join('、') })}`}
        </p>
      )}
      <Radio.Group
        className="decisions"
        value={fields.outcome}
        onChange={(event) => put({ outcome: event.target.value })}
        options={(decision ? DECISIONS : ENDS).map((value) => ({
          value,
          label: value === 'corrected' ? say('correctGoesOn') : say(`outcome.${value}`),
        }))}
      />
      {fields.outcome === one.outcome && <p className="offer">{say('correctWording')}</p>}
      {decision && fields.outcome === 'refused' && <p className="offer">{say('correctNeedsSecond')}</p>}
      {fields.outcome === 'corrected' && (
        <p className="offer">{goesOnAs ? say('correctGoesOnThere', { no: goesOnAs }) : say('correctGoesOnHelp')}</p>
      )}
      {fields.outcome === 'not-ours' && <Place fields={fields} put={put} />}
      <Labelled label={say('correctReason')} help={say('correctHelp')}>
        <Input.TextArea
          rows={3}
          maxLength={500}
          data-testid="act-text"
          value={fields.text}
          onChange={(event) => put({ text: event.target.value })}
        />
      </Labelled>
      <Labelled label={say('correctBasis')}>
        <Input
          maxLength={500}
          data-testid="correct-basis"
          value={fields.basis}
          onChange={(event) => put({ basis: event.target.value })}
        />
      </Labelled>
    </>
  );
}

/** C6: where a resident is sent stands in the hall’s directory. */
function Place({ fields, put }: Omit<PartsProps, 'one'>) {
  const { say, client } = useApp();
  const agencies = useQuery({ queryKey: ['agencies'], queryFn: () => client.administration.agencies({}) });
  const places = (agencies.data ?? []).filter(({ inUse, offered }) => inUse && !offered);
  return (
    <Labelled label={say('correctPlace')}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        data-testid="correct-place"
        value={fields.outside || null}
        onChange={(outside) => put({ outside: outside ?? '' })}
        options={places.map(({ id, name, address }) => ({ value: id, label: `${name} · ${address}` }))}
      />
    </Labelled>
  );
}
