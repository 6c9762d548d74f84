/** Who applies for a case, and who comes for them (C14); somebody who was here before is found by telephone or document. */
import { Button, Checkbox, Input, Radio } from 'antd';
import { useEffect, useState } from 'react';
import type { CaseId, MatterId, TicketId } from '../../schema/ids.ts';
import { type MaskedPerson, type PersonFacts, type PersonKind, PRIVACY_NOTICE } from '../../schema/people/person.ts';
import { undrawnSigns } from '../../schema/texts/drawn.ts';
import { canonicalDocument, DOCUMENT_KINDS, type IdentityDocument } from '../../schema/typed/document.ts';
import { canonicalTelephone } from '../../schema/typed/telephone.ts';
import { useApp } from '../app-context.ts';
import { useKeptForm } from '../hooks/forms/use-kept-form.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Labelled } from '../parts/labelled.tsx';
import { DocumentFields } from './document-fields.tsx';
import { type HelperDraft, HelperFields, helperOf, NO_HELPER } from './helper-fields.tsx';
import { PrivacyNotice } from './privacy-notice.tsx';

/** `sitting`: the cases for which the resident wants messages, or does not. */
type Props = {
  caseId: CaseId;
  sitting: readonly CaseId[];
  /** Of a visit: its other matters may be the same person's. */
  ticketId: TicketId | undefined;
  matterId: MatterId;
  leave: () => void;
  done: () => void;
};
type Draft = {
  kind: PersonKind;
  name: string;
  telephone: string;
  document: IdentityDocument;
  helper: HelperDraft | null;
  messages: boolean;
};
const EMPTY: Draft = {
  kind: 'person',
  name: '',
  telephone: '',
  document: { kind: 'resident-id', number: '' },
  helper: null,
  messages: false,
};
const OF_PERSONS = DOCUMENT_KINDS.filter((kind) => kind !== 'credit-code');

export function EnterApplicant({ caseId, sitting, ticketId, matterId, leave, done }: Props) {
  const { say, client, act, tell, matters, language } = useApp();
  const { fields: draft, put, drop, giveUp } = useKeptForm(caseId, 'applicant', EMPTY);
  const [isAll, setAll] = useState(true);
  const known = useKnown(draft);
  const asksDocument = (matters.get(matterId)?.identity ?? 'none') !== 'none';
  const { kind, name, telephone, document, helper } = draft;
  const undrawn = undrawnSigns(name);
  const hasTelephone = telephone.trim() !== '';
  const helps = helper && helperOf(helper);
  const isWhole = name.trim() !== '' && (helper === null || helps !== null);

  async function enter(applicant: PersonFacts | { personId: MaskedPerson['personId'] }) {
    const entered = await act((requestId) =>
      client.people.enter({
        requestId,
        of: ticketId && isAll && sitting.length > 1 ? { ticketId } : { caseId },
        applicant,
        helper: helps && { ...helps, language },
        notice: PRIVACY_NOTICE,
      }),
    );
    if (!entered) return;
    drop();
    // Without a telephone there is nowhere to send them.
    for (const one of hasTelephone && draft.messages ? sitting : [])
      await act((requestId) => client.cases.agreeMessages({ requestId, caseId: one, agreed: true }));
    tell(say(entered.isKnown ? 'applicantKnown' : 'applicantEntered', { name: entered.applicant.name }));
    done();
  }
  const facts: PersonFacts = {
    kind,
    name,
    telephone: telephone.trim() || null,
    document: asksDocument && document.number.trim() ? document : null,
    language,
  };

  return (
    <Dialog title={say('applicantEnter')} leave={leave} width={620}>
      <form
        data-testid="enter-applicant"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) void enter(facts);
        }}
      >
        <PrivacyNotice matterId={matterId} />
        <Labelled label={say(kind === 'person' ? 'personBy.name' : 'organisationName')}>
          <Input
            maxLength={60}
            autoComplete="off"
            data-testid="applicant-name"
            value={name}
            onChange={(event) => put({ name: event.target.value })}
          />
        </Labelled>
        {undrawn.length > 0 && (
          <p className="soft" role="status" data-testid="name-undrawn">
            {say('nameUndrawn', { signs: undrawn.join('') })}
          </p>
        )}
        <Radio.Group
          className="decisions"
          value={kind}
          onChange={(event) => {
            const of: PersonKind = event.target.value;
            put({ kind: of, document: { kind: of === 'person' ? 'resident-id' : 'credit-code', number: '' } });
          }}
          options={(['person', 'organisation'] as const).map((value) => ({ value, label: say(`personKind.${value}`) }))}
        />
        <Labelled label={say('personTelephone')}>
          <Input
            type="tel"
            maxLength={40}
            autoComplete="off"
            data-testid="applicant-telephone"
            value={telephone}
            onChange={(event) => put({ telephone: event.target.value })}
          />
        </Labelled>
        {hasTelephone && (
          <Checkbox
            data-testid="applicant-messages"
            checked={draft.messages}
            onChange={(event) => put({ messages: event.target.checked })}
          >
            {say('wantsMessages')}
          </Checkbox>
        )}
        {asksDocument && (
          <DocumentFields
            label={say('documentKind')}
            value={document}
            put={(value) => put({ document: value })}
            kinds={kind === 'person' ? OF_PERSONS : ['credit-code']}
          />
        )}
        {known.map((one) => (
          <p key={one.personId} className="known-person" data-testid="known-person">
            {say('personKnownBefore')} <b>{one.name}</b> {one.telephone}{' '}
            <Button
              size="small"
              disabled={helper !== null && helps === null}
              onClick={() => void enter({ personId: one.personId })}
            >
              {say('personTake')}
            </Button>
          </p>
        ))}
        <Checkbox
          checked={helper !== null}
          onChange={(event) => put({ helper: event.target.checked ? NO_HELPER : null })}
        >
          {say('helperAdd')}
        </Checkbox>
        {helper && <HelperFields value={helper} put={(part) => put({ helper: { ...helper, ...part } })} />}
        {ticketId && sitting.length > 1 && (
          <Checkbox checked={isAll} onChange={(event) => setAll(event.target.checked)} data-testid="applicant-all">
            {say('applicantOfAll', { count: sitting.length })}
          </Checkbox>
        )}
        <div className="form-foot">
          <Button onClick={() => giveUp(leave)}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!isWhole} data-testid="applicant-submit">
            {say('applicantEnter')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asked once a whole telephone or a whole number was typed, not while one is. */
function useKnown({ telephone, document }: Draft): MaskedPerson[] {
  const { client } = useApp();
  const [known, setKnown] = useState<MaskedPerson[]>([]);
  const mobile = /^1\d{10}$/.test(telephone.replace(/\D/g, '')) ? canonicalTelephone(telephone) : null;
  const number = canonicalDocument(document.kind, document.number);
  useEffect(() => {
    const by = number ? 'document' : 'telephone';
    const text = number ?? mobile;
    let isAsked = true;
    if (text === null) setKnown([]);
    else
      client.people.lookUp({ key: { by, text } }).then(
        ({ people }) => isAsked && setKnown(people),
        () => isAsked && setKnown([]),
      );
    return () => {
      isAsked = false;
    };
  }, [client, mobile, number]);
  return known;
}
