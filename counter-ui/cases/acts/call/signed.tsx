/** C5: whoever collects a result signs for it on paper; the hall keeps the name and the last four of the document. */
import { Checkbox, Input } from 'antd';
import { useApp } from '../../../app-context.ts';
import { Labelled } from '../../../parts/labelled.tsx';
import type { PartsProps } from '../forms.tsx';

export function Signed({ fields, put }: Omit<PartsProps, 'one'>) {
  const { say } = useApp();
  return (
    <>
      <Labelled label={say('signedBy')}>
        <Input
          data-testid="signed-by"
          maxLength={40}
          value={fields.signedBy}
          onChange={(event) => put({ signedBy: event.target.value })}
        />
      </Labelled>
      <Labelled label={say('signedLastFour')}>
        <Input
          data-testid="signed-last-four"
          maxLength={4}
          value={fields.lastFour}
          onChange={(event) => put({ lastFour: event.target.value })}
        />
      </Labelled>
      <p>
        <Checkbox
          data-testid="signed-on-paper"
          checked={fields.onPaper}
          onChange={(event) => put({ onPaper: event.target.checked })}
        >
          {say('signedOnPaper')}
        </Checkbox>
      </p>
    </>
  );
}
