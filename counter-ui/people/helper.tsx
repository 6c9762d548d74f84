/** Who comes for the applicant of a case, masked, and what the handler may change of it with the applicant's word (C14). */
import { Button } from 'antd';
import { useState } from 'react';
import type { ListedCase } from '../../schema/cases/views.ts';
import type { RequestId } from '../../schema/ids.ts';
import type { ApplicantsWord, HelperView } from '../../schema/people/helper.ts';
import { useApp } from '../app-context.ts';
import { useKeptForm } from '../hooks/forms/use-kept-form.ts';
import { useFormWish } from '../hooks/use-form-wish.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { dateText } from '../words/hall-time.ts';
import { HelperFields, helperOf, NO_HELPER, TermsFields, termsOf, Word } from './helper-fields.tsx';
import { Masked } from './masked.tsx';

type Act = 'enter' | 'change' | 'end';

export function HelperOf({ one, changed }: { one: ListedCase; changed: () => void }) {
  const { say, me } = useApp();
  const [act, setAct] = useState<Act | null>(null);
  const { helper, phase, applicant } = one;
  const mayAct = phase !== 'closed' && (one.asHandler || me.role === 'supervisor');
  const stands = helper !== null && !helper.isOver;
  const mayEnter = mayAct && !stands && applicant !== null && !applicant.erased;
  const done = () => {
    setAct(null);
    changed();
  };
  const button = (name: Act) => (
    <Button size="small" type="text" data-testid={`helper-${name}`} onClick={() => setAct(name)}>
      {say(`helperAct.${name}`)}
    </Button>
  );
  return (
    <>
      {helper && (
        <div className="helper" data-testid="helper">
          <span className="soft">{say('helper')}</span>
          <Masked key={helper.person.personId} person={helper.person} />
          <p className={stands ? 'soft' : 'soft gone'}>
            <Terms helper={helper} />
          </p>
        </div>
      )}
      {mayEnter && button('enter')}
      {mayAct && stands && button('change')}
      {mayAct && stands && button('end')}
      {act === 'enter' && <Enter one={one} leave={() => setAct(null)} done={done} />}
      {act === 'change' && helper && <Change one={one} helper={helper} leave={() => setAct(null)} done={done} />}
      {act === 'end' && <End one={one} leave={() => setAct(null)} done={done} />}
    </>
  );
}

/** As one line: who, for what, until when, by which word. */
function Terms({ helper: { relation, scope, until, how, isOver } }: { helper: HelperView }) {
  const { say, language } = useApp();
  const day = until && dateText(until, language);
  const end = isOver
    ? say(day ? 'helperEnded' : 'helperOver', { day: day ?? '' })
    : say(day ? 'helperUntilDay' : 'helperUntilClosed', { day: day ?? '' });
  const parts = [
    say(`helperRelation.${relation}`),
    scope.map((one) => say(`helperScope.${one}`)).join(say('listComma')),
    end,
    how ? say(`applicantsWord.${how}`) : '',
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

type Props = { one: ListedCase; leave: () => void; done: () => void };

function Enter({ one: { caseId }, leave, done }: Props) {
  const { client, language } = useApp();
  const { fields: draft, put, drop, giveUp } = useKeptForm(caseId, 'helper', NO_HELPER);
  const facts = helperOf(draft);
  return (
    <HelperForm
      act="enter"
      leave={leave}
      cancel={() => giveUp(leave)}
      done={() => {
        drop();
        done();
      }}
      wish={facts && ((requestId) => client.cases.enterHelper({ requestId, caseId, helper: { ...facts, language } }))}
    >
      <HelperFields value={draft} put={put} />
    </HelperForm>
  );
}

function Change({ one: { caseId }, helper, leave, done }: Props & { helper: HelperView }) {
  const { client } = useApp();
  const { scope, until } = helper;
  const [draft, setDraft] = useState({ scope, until, how: null as ApplicantsWord | null });
  const terms = termsOf(draft);
  return (
    <HelperForm
      act="change"
      leave={leave}
      done={done}
      wish={terms && ((requestId) => client.cases.changeHelper({ requestId, caseId, terms }))}
    >
      <TermsFields value={draft} put={(part) => setDraft((known) => ({ ...known, ...part }))} />
    </HelperForm>
  );
}

function End({ one: { caseId }, leave, done }: Props) {
  const { client } = useApp();
  const [how, setHow] = useState<ApplicantsWord | null>(null);
  return (
    <HelperForm
      act="end"
      leave={leave}
      done={done}
      wish={how && ((requestId) => client.cases.endHelper({ requestId, caseId, how }))}
    >
      <Word value={how} put={setHow} />
    </HelperForm>
  );
}

type FormProps = {
  act: Act;
  leave: () => void;
  /** Where it is more than leaving. */
  cancel?: () => void;
  done: () => void;
  /** Null while something is missing. */
  wish: ((requestId: RequestId) => Promise<unknown>) | null;
  children: React.ReactNode;
};

function HelperForm({ act, leave, cancel = leave, done, wish, children }: FormProps) {
  const { say, tell } = useApp();
  const { send, busy, refused } = useFormWish();
  async function submit(what: NonNullable<FormProps['wish']>) {
    if ((await send(what)) === null) return;
    tell(say('done'));
    done();
  }
  return (
    <Dialog title={say(`helperAct.${act}`)} leave={leave} width={620}>
      <form
        data-testid={`helper-form-${act}`}
        onSubmit={(event) => {
          event.preventDefault();
          if (wish && !busy) void submit(wish);
        }}
      >
        <p className="soft">{say(`helperLead.${act}`)}</p>
        {children}
        {refused}
        <div className="form-foot">
          <Button onClick={cancel}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!wish || busy} data-testid="helper-submit">
            {say(`helperAct.${act}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
