import { Input } from 'antd';
import { useApp } from '../../../app-context.ts';
import { Labelled } from '../../../parts/labelled.tsx';
import type { PartProps } from './conclusion.ts';

/** C6: reason and basis, which a second person reads before it is a decision. */
export function Refused({ draft, put }: PartProps) {
  const { say } = useApp();
  return (
    <div className="refused">
      <Labelled label={say('refusalReason')} help={say('refusedHelp')}>
        <Input.TextArea
          autoFocus
          rows={2}
          maxLength={500}
          data-testid="refusal-reason"
          value={draft.reason}
          onChange={(event) => put({ reason: event.target.value })}
        />
      </Labelled>
      <Labelled label={say('refusalBasis')}>
        <Input.TextArea
          rows={2}
          maxLength={500}
          data-testid="refusal-basis"
          value={draft.basis}
          onChange={(event) => put({ basis: event.target.value })}
        />
      </Labelled>
    </div>
  );
}
