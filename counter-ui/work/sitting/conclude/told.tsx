import { Select } from 'antd';
import type { ConclusionKind, EndWay } from '../../../../schema/cases/conclusion.ts';
import { TakenBy } from '../../../../schema/cases/events.ts';
import type { CaseId } from '../../../../schema/ids.ts';
import { useApp } from '../../../app-context.ts';
import { Labelled } from '../../../parts/labelled.tsx';
import type { PartProps } from './conclusion.ts';
import { useCaseOf } from './use-applicant-of.ts';

const TELLS: ConclusionKind[] = ['answered', 'done', 'not-needed', 'withdrawn'];

/** C5: whether it is asked how the resident knows of the end, and whether it can close without that. */
export function useTold(kind: ConclusionKind, caseId: CaseId) {
  const tells = TELLS.includes(kind);
  const one = useCaseOf(caseId, tells);
  const isAsked = tells && one !== undefined && TakenBy.safeParse(one.origin.by).success;
  // C5: there is somebody to tell of all that was not entered by mistake.
  const ways = (one?.endWays ?? []).filter((way) => way !== 'mistaken' || kind === 'not-needed');
  return { isAsked, ways, isNeeded: isAsked && one.isSenderUnknown };
}

type Props = PartProps & { kind: ConclusionKind; isNeeded: boolean; ways: EndWay[] };

export function Told({ kind, draft, put, isNeeded, ways }: Props) {
  const { say } = useApp();
  const options = ways.map((value) => ({
    value,
    label: say(value === 'mistaken' ? 'toldMistaken' : `way.${value}`),
  }));
  const isWish = kind === 'withdrawn';
  return (
    <Labelled
      label={say(isWish ? 'wishBy' : 'toldBy')}
      help={say(isNeeded ? (isWish ? 'wishByNeeded' : 'toldByNeeded') : 'toldByElse')}
    >
      <Select<EndWay>
        data-testid="told-by"
        allowClear
        placeholder={say('toldByChoose')}
        value={draft.told || null}
        options={options}
        onChange={(way: EndWay | undefined) => put({ told: way ?? '' })}
      />
    </Labelled>
  );
}
