/** A case on the kiosk: one part at a time, and one act at a time. Pure. */
import type { CaseAct } from '../../schema/cases/resident.ts';
import type { WholeCase } from '../../schema/cases/views.ts';
import type { RequestId } from '../../schema/ids.ts';
import type { CaseKey, CasePart, CaseShown, Screen } from './state.ts';

/** Where an act was done its answer is read on the same part; what was withdrawn is over. */
export function caseFound(screen: Screen, key: CaseKey, view: WholeCase): CaseShown {
  const isHere = screen.phase === 'case';
  const slip = (isHere ? screen.slip : screen.phase === 'scan' && screen.scanned.slip) || null;
  const part = isHere && screen.act?.kind !== 'withdraw' ? screen.part : 'facts';
  return { phase: 'case', key, slip, view, part, page: 0, act: null, requestId: null, asking: false, sentence: null };
}

export function partOpened(screen: CaseShown, part: CasePart): CaseShown {
  return screen.asking ? screen : { ...screen, part, page: 0, sentence: null };
}

export function actWished(screen: CaseShown, act: CaseAct, requestId: RequestId): CaseShown {
  return screen.asking ? screen : { ...screen, act, requestId, asking: true, sentence: null };
}
