import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ListedCase } from '../../../schema/cases/views.ts';
import { inLanguage, type RequestId } from '../../../schema/ids.ts';
import { useApp } from '../../app-context.ts';
import { useKeptForm } from '../../hooks/forms/use-kept-form.ts';
import { useFormWish } from '../../hooks/use-form-wish.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import type { CaseAct } from './case-acts.ts';
import { ABOUT, EMPTY, type Fields, FORMS } from './forms.tsx';
import { GivenPaper, givenBy, type PaperGiven } from './given-paper.tsx';

type Props = { act: CaseAct; one: ListedCase; leave: () => void; done: () => void };

/** One act on a case, with what it needs to be whole; a refusal stays in it, and so does a paper until it is printed. */
export function ActDialog({ act, one, leave, done }: Props) {
  const app = useApp();
  const { say, language, tell } = app;
  const { send, busy, refused } = useFormWish();
  const { fields, put, drop, giveUp } = useKeptForm<Fields>(one.caseId, act, EMPTY, { about: ABOUT[act]?.(one) });
  const [given, setGiven] = useState<PaperGiven | null>(null);
  const { lead, Parts, wish, isPressed } = FORMS[act];
  const ready = wish(app.client, one, fields);
  const press = (part: Partial<Fields>) => {
    const pressed = wish(app.client, one, { ...fields, ...part });
    if (pressed && !busy) void submit(pressed);
  };

  async function submit(what: (requestId: RequestId) => Promise<unknown>) {
    const answer = await send(what);
    if (answer === null) return;
    drop();
    tell(say('done'));
    const paper = givenBy(answer);
    if (paper) setGiven(paper);
    else done();
  }

  if (given) return <GivenPaper title={say(`act.${act}`)} paper={given} leave={done} />;
  const foot: ReactNode = (
    <div className="form-foot">
      <Button onClick={() => giveUp(leave)}>{say('cancel')}</Button>
      {!isPressed && (
        <Button type="primary" htmlType="submit" disabled={!ready || busy} data-testid="act-submit">
          {say(`act.${act}`)}
        </Button>
      )}
    </div>
  );
  return (
    <Dialog title={say(`act.${act}`)} leave={leave} width={560}>
      <form
        data-testid={`form-${act}`}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void submit(ready);
        }}
      >
        <p className="soft">
          {[one.receiptNo ?? one.notice?.no ?? one.number, inLanguage(one.matterNames, language)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {lead && <p>{say(lead)}</p>}
        <Parts one={one} fields={fields} put={put} press={press} />
        {refused}
        {foot}
      </form>
    </Dialog>
  );
}
