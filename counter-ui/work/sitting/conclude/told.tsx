import { Select } from 'antd';
import { type ConclusionKind, ToldBy } from '../../../../schema/cases/conclusion.ts';
import { isInWriting, TakenBy } from '../../../../schema/cases/events.ts';
import type { CaseId } from '../../../../schema/ids.ts';
import { useApp } from '../../../app-context.ts';
import { Labelled } from '../../../parts/labelled.tsx';
import type { PartProps } from './conclusion.ts';
import { useCaseOf } from './use-applicant-of.ts';

type Way = ToldBy | 'mistaken';

const TELLS: ConclusionKind[] = ['answered', 'done', 'not-needed', 'withdrawn'];

/** C5: whether it is asked how the resident knows of the end, and whether it can close without that. */
export function useTold(kind: ConclusionKind, caseId: CaseId) {
  const tells = TELLS.includes(kind);
  const one = useCaseOf(caseId, tells);
  const isAsked = tells && one !== undefined && TakenBy.safeParse(one.origin.by).success;
  return { isAsked, isNeeded: isAsked && one.applicant === null && isInWriting(one.origin.by) };
}

export function Told({ kind, draft, put, isNeeded }: PartProps & { kind: ConclusionKind; isNeeded: boolean }) {
  const { say } = useApp();
  const ways = ToldBy.options.map((value) => ({ value: value as Way, label: say(`way.${value}`) }));
  // Of somebody who is entered there is somebody to tell.
  const mistaken =
    kind === 'not-needed' && isNeeded ? [{ value: 'mistaken' as const, label: say('toldMistaken') }] : [];
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
        options={[...ways, ...mistaken]}
        onChange={(way: Way | undefined) => put({ told: way ?? '' })}
      />
    </Labelled>
  );
}
