import { Button, Dropdown } from 'antd';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { useApp } from '../../app-context.ts';
import { actsOf, type CaseAct } from './case-acts.ts';

export type Acting = { act: CaseAct; one: ListedCase };

/** What the case waits for is a button; the rest is behind one. */
export function ActButtons({ one, choose }: { one: ListedCase; choose: (acting: Acting) => void }) {
  const { say, me } = useApp();
  const [first, ...others] = actsOf(one, one.asHandler, me.role);
  if (!first) return null;
  return (
    <>
      <Button data-testid={`act-${first}`} onClick={() => choose({ act: first, one })}>
        {say(`act.${first}`)}
      </Button>
      {others.length > 0 && (
        <Dropdown
          trigger={['click']}
          autoFocus
          menu={{
            items: others.map((key) => ({ key, label: <span data-testid={`act-${key}`}>{say(`act.${key}`)}</span> })),
            onClick: ({ key }) => choose({ act: key as CaseAct, one }),
          }}
        >
          <Button data-testid="more-acts">{say('more')}</Button>
        </Dropdown>
      )}
    </>
  );
}
