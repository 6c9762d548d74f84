import { Select } from 'antd';
import { type ConclusionKind, ToldBy } from '../../../../schema/cases/conclusion.ts';
import { isInWriting, TakenBy } from '../../../../schema/cases/events.ts';
import type { CaseId } from '../../../../schema/ids.ts';
import { useApp } from '../../../app-context.ts';
import { Labelled } from '../../../parts/labelled.tsx';
import type { PartProps } from './conclusion.ts';
import { useCaseOf } from './use-applicant-of.ts';

/** C5: whether it is asked how the answer was given, and whether it can close without that. */
export function useTold(kind: ConclusionKind, caseId: CaseId) {
  const isAnswer = kind === 'answered' || kind === 'done';
  const one = useCaseOf(caseId, isAnswer);
  const isAsked = isAnswer && one !== undefined && TakenBy.safeParse(one.origin.by).success;
  return { isAsked, isNeeded: isAsked && one.applicant === null && isInWriting(one.origin.by) };
}

export function Told({ draft, put, isNeeded }: PartProps & { isNeeded: boolean }) {
  const { say } = useApp();
  return (
    <Labelled label={say('toldBy')} help={say(isNeeded ? 'toldByNeeded' : 'toldByElse')}>
      <Select
        data-testid="told-by"
        allowClear
        placeholder={say('toldByChoose')}
        value={draft.told || null}
        options={ToldBy.options.map((way) => ({ value: way, label: say(`way.${way}`) }))}
        onChange={(way: ToldBy | undefined) => put({ told: way ?? '' })}
      />
    </Labelled>
  );
}
