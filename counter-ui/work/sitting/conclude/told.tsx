import { Select } from 'antd';
import type { ConclusionKind } from '../../../../schema/cases/conclusion.ts';
import { isInWriting, TakenBy } from '../../../../schema/cases/events.ts';
import type { CaseId } from '../../../../schema/ids.ts';
import { useApp } from '../../../app-context.ts';
import { Labelled } from '../../../parts/labelled.tsx';
import type { PartProps } from './conclusion.ts';
import { toldWays, type Way } from './told-ways.ts';
import { useCaseOf } from './use-applicant-of.ts';

const TELLS: ConclusionKind[] = ['answered', 'done', 'not-needed', 'withdrawn'];

/** C5: whether it is asked how the resident knows of the end, and whether it can close without that. */
export function useTold(kind: ConclusionKind, caseId: CaseId) {
  const tells = TELLS.includes(kind);
  const one = useCaseOf(caseId, tells);
  const isAsked = tells && one !== undefined && TakenBy.safeParse(one.origin.by).success;
  const asHandler = one?.asHandler ?? false;
  return { isAsked, asHandler, isNeeded: isAsked && one.applicant === null && isInWriting(one.origin.by) };
}

type Props = PartProps & { kind: ConclusionKind; isNeeded: boolean; asHandler: boolean };

export function Told({ kind, draft, put, isNeeded, asHandler }: Props) {
  const { say } = useApp();
  const options = toldWays({ kind, isNeeded, asHandler }).map((value) => ({
    value,
    label: say(value === 'mistaken' ? 'toldMistaken' : `way.${value}`),
  }));
  const isWish = kind === 'withdrawn';
  return (
    <Labelled
      label={say(isWish ? 'wishBy' : 'toldBy')}
      help={say(isNeeded ? (isWish ? 'wishByNeeded' : 'toldByNeeded') : 'toldByElse')}
    >
      <Select<Way>
        data-testid="told-by"
        allowClear
        placeholder={say('toldByChoose')}
        value={draft.told || null}
        options={options}
        onChange={(way: Way | undefined) => put({ told: way ?? '' })}
      />
    </Labelled>
  );
}
