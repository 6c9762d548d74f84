import type { ListedCase } from '../../../schema/cases/views.ts';
import type { Me } from '../../../schema/people/clerk.ts';
import { useApp } from '../../app-context.ts';
import { useKeys } from '../../hooks/use-keys.ts';
import { KeyButton } from '../../parts/key-button.tsx';
import type { WordKey } from '../../words/speak.ts';
import { actsOf, type CaseAct, mayNotCorrect } from '../acts/case-acts.ts';
import type { OpenDialog } from '../dialogs/case-dialog.tsx';
import { mayBeOffered } from '../list/case-order.ts';
import { CaseOwed } from '../list/case-owed.tsx';

export type Step =
  | { kind: 'act'; act: CaseAct }
  | { kind: 'dialog'; dialog: OpenDialog<ListedCase>['kind'] }
  | { kind: 'accept' | 'take-back-offer' | 'take-back-refusal' };
type Offered = { step: Step; label: WordKey; testId: string; isMain?: boolean };

/** Whatever this reader may do now, first what the case waits for; the number keys do it. */
export function stepsOf(one: ListedCase, me: Pick<Me, 'role'>): Offered[] {
  const isHandler = one.asHandler;
  const isSupervisor = me.role === 'supervisor';
  if (me.role === 'administrator') return [];
  const { offer, proposal, phase } = one;
  const dialog = (kind: OpenDialog<ListedCase>['kind']): Step => ({ kind: 'dialog', dialog: kind });
  const all: [boolean, Offered][] = [
    [offer?.toMe === true, { step: { kind: 'accept' }, label: 'acceptOffer', testId: 'accept-offer', isMain: true }],
    [offer?.toMe === true, { step: dialog('decline'), label: 'declineOffer', testId: 'decline-offer' }],
    [
      isSupervisor && proposal !== null && !proposal.mine && offer === null,
      { step: dialog('confirm'), label: 'confirmRefusal', testId: 'confirm-refusal', isMain: true },
    ],
    [
      isSupervisor && proposal !== null && !proposal.mine,
      { step: dialog('send-back'), label: 'sendBack', testId: 'send-back' },
    ],
    ...actsOf(one, isHandler, me.role).map((act): [boolean, Offered] => [
      true,
      { step: { kind: 'act', act }, label: `act.${act}`, testId: `act-${act}` },
    ]),
    [
      isHandler && offer === null && (phase === 'accepted' || phase === 'noticed'),
      { step: dialog('close'), label: 'closeCase', testId: 'close-case' },
    ],
    [
      (isHandler || isSupervisor) && mayBeOffered(one),
      { step: dialog('offer'), label: 'offerCase', testId: 'offer-case' },
    ],
    [
      (isHandler || isSupervisor) && offer !== null && !offer.toMe,
      { step: { kind: 'take-back-offer' }, label: 'takeBackOffer', testId: 'take-back-offer' },
    ],
    [
      (phase === 'proposed' && offer === null && isHandler) ||
        one.isMyCorrection ||
        (isSupervisor && one.correctionBy !== null),
      { step: { kind: 'take-back-refusal' }, label: 'takeBackRefusal', testId: 'take-back-refusal' },
    ],
  ];
  return all.flatMap(([may, offered]) => (may ? [offered] : []));
}

const DIGITS = 9;

type Props = { one: ListedCase; run: (step: Step) => void; live: boolean; keyed: boolean };

/** What is owed, and what may be done. `live`: no dialog is open; `keyed`: the number keys are its own. */
export function CaseSteps({ one, run, live, keyed }: Props) {
  const { say, me, language } = useApp();
  const offered = stepsOf(one, me);
  const byDigit = offered.slice(0, DIGITS).map(({ step }, at) => [`Digit${at + 1}`, () => run(step)]);
  useKeys(live && keyed ? Object.fromEntries(byDigit) : {});
  return (
    <section aria-label={say('caseSteps')} lang={language}>
      <h2>{say('caseSteps')}</h2>
      <CaseOwed one={one} />
      {me.role === 'supervisor' && mayNotCorrect(one) && (
        <p className="soft" data-testid="correct-not-yours">
          {say('correctNotYours')}
        </p>
      )}
      {offered.length === 0 && <p className="soft">{say('nothingToDo')}</p>}
      <div className="case-steps">
        {offered.map(({ step, label, testId, isMain }, at) => (
          <KeyButton
            key={testId}
            testId={testId}
            type={isMain ? 'primary' : 'default'}
            {...(keyed && at < DIGITS ? { keyName: String(at + 1) } : {})}
            onPress={() => run(step)}
          >
            {say(label)}
          </KeyButton>
        ))}
      </div>
    </section>
  );
}
