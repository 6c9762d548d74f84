/** The checklist of a notice that goes on (C7, C16): what lies there is ticked, and the next action takes it in. */
import { Button, Checkbox } from 'antd';
import { useRef, useState } from 'react';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { materialText } from '../../../schema/catalogue/material.ts';
import type { CaseId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { WhoComes } from '../../cases/acts/who-comes.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import type { Send } from '../../hooks/use-one-at-a-time.ts';
import { KeyCap } from '../../parts/key-cap.tsx';
import { keep, useKept } from './drafts.ts';

type Props = {
  /** Whose notice it is, and the case that this visit began, which keeps the ticks. */
  of: ListedCase;
  notice: NonNullable<ListedCase['notice']>;
  caseId: CaseId;
  send: Send;
  done: () => void;
  /** The resident applies anew. */
  anew: () => void;
};

export function ContinuedList({ of, notice, caseId, send, done, anew }: Props) {
  const { say, language, me, client } = useApp();
  const list = useRef<HTMLDivElement>(null);
  const [helper, setHelper] = useState(false);
  const { ticked } = useKept(me.clerkId, caseId);
  const { no, items, listed } = notice;
  const missing = items.filter(({ received }) => !received);
  const brought = missing.filter(({ id }) => ticked.includes(id)).map(({ id }) => id);
  const there = [
    ...listed.filter(({ id }) => items.every((item) => item.id !== id)),
    ...items.filter(({ received }) => received),
  ];
  const focus = () => list.current?.querySelector<HTMLElement>('input:not(:disabled)')?.focus();
  useKeys({ KeyL: focus });

  async function takeIn() {
    if (brought.length === 0) return focus();
    const wish = { caseId: of.caseId, items: brought, isExamined: true, ...(of.helper ? { helper } : {}) };
    if (await send((requestId) => client.cases.receiveMaterials({ requestId, ...wish }))) done();
  }

  return (
    <div className="checklist" ref={list} data-testid="continued">
      <p className="soft">
        {say('continuedLead', { no })} <KeyCap>L</KeyCap>
      </p>
      <div className="checklist-items">
        {there.map((item) => (
          <Checkbox key={item.id} checked disabled>
            {materialText(item, language)} <span className="chip">{say('continuedThere')}</span>
          </Checkbox>
        ))}
        {missing.map((item, at) => (
          <Checkbox
            key={item.id}
            data-testid={`continued-${at}`}
            checked={ticked.includes(item.id)}
            onChange={({ target }) =>
              keep(me.clerkId, caseId, {
                ticked: target.checked ? [...ticked, item.id] : ticked.filter((id) => id !== item.id),
              })
            }
          >
            {materialText(item, language)}
          </Checkbox>
        ))}
      </div>
      <WhoComes one={of} helper={helper} put={setHelper} />
      <Button size="small" data-checklist-next data-testid="continued-next" onClick={() => void takeIn()}>
        {brought.length === 0
          ? say('checklistBegin')
          : brought.length < missing.length
            ? say('continuedSome', { count: missing.length - brought.length })
            : say('continuedAll')}
      </Button>
      <Button size="small" type="link" data-testid="continued-anew" onClick={anew}>
        {say('continuedAnew')}
      </Button>
    </div>
  );
}
