import type { ConclusionKind } from '../../../../schema/cases/conclusion.ts';
import { useApp } from '../../../app-context.ts';
import { KeyCap } from '../../../parts/key-cap.tsx';
import { CONCLUSIONS } from './conclusion.ts';

type Props = { kind: ConclusionKind | null; setKind: (kind: ConclusionKind | null) => void };

/** The conclusions, each with its key. */
export function Choices({ kind, setKind }: Props) {
  const { say } = useApp();
  return (
    <fieldset className="choices" data-conclusions aria-label={say('conclusion')}>
      {CONCLUSIONS.map((one, at) => (
        <button
          key={one}
          type="button"
          className={`choice ${one === kind ? 'choice-on' : ''}`}
          aria-pressed={one === kind}
          data-testid={`conclude-${one}`}
          onClick={() => setKind(one)}
        >
          <KeyCap>{String(at + 1)}</KeyCap>
          {say(`conclude.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
