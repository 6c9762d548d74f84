/** What is open of the person goes on under its own number; the case that this visit began is not needed (C7, C13). */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ListedCase } from '../../../schema/cases/views.ts';
import type { CaseId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { useApp } from '../../app-context.ts';
import { WhoComes } from '../../cases/acts/who-comes.tsx';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import type { Send } from '../../hooks/use-one-at-a-time.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { SittingMatter } from '../seat.ts';

type Asked = { one: ListedCase; note: string; leave: () => void };

/** A notice's number (C7), or that of the receipt of which something was promised (C13). */
export function goesOnAs({ notice, receiptNo, number }: ListedCase): string {
  return notice?.no ?? receiptNo ?? number;
}

/** `question`: who came, to be shown while it is asked. */
export function useGoesOn(matters: readonly SittingMatter[], send: Send) {
  const { say, client, tellWhyNot } = useApp();
  const [asked, setAsked] = useState<Asked | null>(null);
  async function goesOn(of: ListedCase): Promise<void> {
    const here = matters.find((matter) => matter.matterId === of.matterId && matter.here && !matter.concluded);
    const caseId = here?.caseRow?.id as CaseId | undefined;
    const note = plain(say(of.notice ? 'goesOnUnder' : 'goesOnUnderReceipt', { no: goesOnAs(of) }));
    if (!caseId) return;
    const one = await client.cases.one({ caseId }).catch(tellWhyNot);
    // Who came is not known then.
    if (!one) return;
    if (one.helper && !one.helper.isOver)
      return new Promise((resolve) => {
        const leave = () => {
          setAsked(null);
          resolve();
        };
        setAsked({ one, note, leave });
      });
    await send((requestId) => client.cases.conclude({ requestId, caseId, conclusion: { kind: 'not-needed', note } }));
  }
  const question: ReactNode = asked && <WhoCame {...asked} />;
  return { goesOn, question };
}

/** C14: as at every other conclusion. */
function WhoCame({ one, note, leave }: Asked) {
  const { say, client } = useApp();
  const { send, busy, refused } = useFormWish();
  const [helper, setHelper] = useState(false);
  async function conclude() {
    const conclusion = { kind: 'not-needed', note } as const;
    const wish = { caseId: one.caseId, conclusion, helper };
    if (await send((requestId) => client.cases.conclude({ requestId, ...wish }))) leave();
  }
  return (
    <Dialog title={note} leave={leave} width={480}>
      <form
        data-testid="who-came"
        onSubmit={(event) => {
          event.preventDefault();
          void conclude();
        }}
      >
        <WhoComes one={one} helper={helper} put={setHelper} />
        {refused}
        <div className="form-foot">
          <Button onClick={leave}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={busy} data-testid="who-came-submit">
            {say('conclude.not-needed')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
