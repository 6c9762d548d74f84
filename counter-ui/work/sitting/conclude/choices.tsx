import type { ConclusionKind } from '../../../../schema/cases/conclusion.ts';
import { useApp } from '../../../app-context.ts';
import { KeyCap } from '../../../parts/key-cap.tsx';
import { CONCLUSIONS } from './conclusion.ts';

type Props = {
  kinds?: readonly ConclusionKind[];
  kind: ConclusionKind | null;
  setKind: (kind: ConclusionKind | null) => void;
};

/** The conclusions, each with its key; gone while one is being filled in, so that the digits are its form's. */
export function Choices({ kinds = CONCLUSIONS, kind, setKind }: Props) {
  const { say } = useApp();
  if (kind) return null;
  return (
    <fieldset className="choices" data-conclusions aria-label={say('conclusion')}>
      {kinds.map((one, at) => (
        <button key={one} type="button" className="choice" data-testid={`conclude-${one}`} onClick={() => setKind(one)}>
          <KeyCap>{String(at + 1)}</KeyCap>
          {say(`conclude.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
