/** Of each act its fields, and the wish that they make; null while something is missing. */
import { Input, Radio, Select } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { type CaseOutcome, SIGNED_WAYS, SignedFor, TellingWay } from '../../../schema/cases/conclusion.ts';
import type { LateAnswer } from '../../../schema/cases/late-papers.ts';
import type { AnswerWay } from '../../../schema/cases/question.ts';
import type { ListedCase } from '../../../schema/cases/views.ts';
import type { PauseKind } from '../../../schema/catalogue/facts/pauses.ts';
import type { ClerkId, RequestId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { useApp } from '../../app-context.ts';
import { Labelled } from '../../parts/labelled.tsx';
import type { WordKey } from '../../words/speak.ts';
import type { CaseAct } from './case-acts.ts';
import { Days, PauseParts } from './clock-parts.tsx';
import { CORRECT } from './correct-parts.tsx';
import { ESCALATION } from './escalation-form.tsx';
import { ANSWER_LATE, TAKE_LATE } from './late-forms.tsx';
import { ANSWER_QUESTION, ASK_QUESTION } from './question-forms.tsx';
import { Items, Receive } from './receive-parts.tsx';
import { Signed } from './signed.tsx';
import { WhoComes } from './who-comes.tsx';

export type Fields = {
  text: string;
  basis: string;
  items: string[];
  isExamined: boolean;
  kind: PauseKind | null;
  days: number | null;
  way: TellingWay | null;
  reached: boolean | null;
  outcome: CaseOutcome | null;
  to: ClerkId | null;
  outside: string;
  day: string;
  how: AnswerWay | null;
  lateAnswer: LateAnswer | null;
  /** C14: the helper comes for it. */
  helper: boolean;
  /** C5: who signs for the result. */
  signedBy: string;
  lastFour: string;
  onPaper: boolean;
};
export const EMPTY: Fields = {
  ...{ text: '', basis: '', items: [], isExamined: true },
  ...{ kind: null, days: null, way: null, reached: null, outcome: null },
  ...{ to: null, outside: '', day: '', how: null, lateAnswer: null, helper: false },
  ...{ signedBy: '', lastFour: '', onPaper: false },
};

export type PartsProps = { one: ListedCase; fields: Fields; put: (part: Partial<Fields>) => void };
type Wish = (requestId: RequestId) => Promise<unknown>;
export type Form = {
  lead: WordKey | null;
  Parts: (props: PartsProps) => ReactNode;
  wish: (client: Client, one: ListedCase, fields: Fields) => Wish | null;
};

const LEAST_EXPLANATION = 10;
const hasText = (text: string, least = 2) => text.trim().length >= least;

export const FORMS: Record<CaseAct, Form> = {
  receive: {
    lead: 'receiveLead',
    Parts: Receive,
    wish: ({ cases }, { caseId }, { items, isExamined, helper }) =>
      items.length > 0 ? (requestId) => cases.receiveMaterials({ requestId, caseId, items, isExamined, helper }) : null,
  },
  'accept-after': {
    lead: null,
    Parts: (props) => <Text label="note" {...props} />,
    wish:
      ({ cases }, { caseId }, { text }) =>
      (requestId) =>
        cases.acceptAfterNotice({ requestId, caseId, note: text }),
  },
  'take-back-notice': {
    lead: 'takeBackNoticeLead',
    Parts: (props) => <Text label="extendReason" {...props} />,
    wish: ({ cases }, { caseId }, { text }) =>
      hasText(text) ? (requestId) => cases.takeBackNotice({ requestId, caseId, reason: text }) : null,
  },
  'notice-again': {
    lead: 'noticeAgainLead',
    Parts: NoticeAgain,
    wish: ({ cases }, { caseId }, { items, text }) =>
      items.length > 0 && hasText(text)
        ? (requestId) => cases.giveNoticeAgain({ requestId, caseId, missing: items, note: '', reason: text })
        : null,
  },
  'let-pass': {
    lead: 'letPassLead',
    Parts: (props) => <Text label="noticeAgainReason" {...props} />,
    wish: ({ cases }, { caseId }, { text }) =>
      hasText(text) ? (requestId) => cases.letNoticePass({ requestId, caseId, reason: text }) : null,
  },
  pause: {
    lead: 'pauseLead',
    Parts: PauseParts,
    wish: ({ cases }, { caseId }, { kind, basis, days }) =>
      kind && days && hasText(basis) ? (requestId) => cases.pause({ requestId, caseId, kind, basis, days }) : null,
  },
  revive: {
    lead: 'reviveLead',
    Parts: () => null,
    wish:
      ({ cases }, { caseId }) =>
      (requestId) =>
        cases.revive({ requestId, caseId }),
  },
  'answer-inquiry': {
    lead: 'answerInquiryLead',
    Parts: AnswerInquiry,
    wish: ({ cases }, one, { text }) => {
      const inquiry = waitingInquiry(one);
      return inquiry && hasText(text)
        ? (requestId) => cases.answerInquiry({ requestId, caseId: one.caseId, inquiryId: inquiry.id, text })
        : null;
    },
  },
  'ask-question': ASK_QUESTION,
  'answer-question': ANSWER_QUESTION,
  'take-late': TAKE_LATE,
  'answer-late': ANSWER_LATE,
  'end-pause': {
    lead: null,
    Parts: () => null,
    wish: ({ cases }, { caseId, pause }) =>
      pause ? (requestId) => cases.endPause({ requestId, caseId, pauseId: pause.id }) : null,
  },
  extend: {
    lead: 'extendLead',
    Parts: ExtendParts,
    wish: ({ cases }, { caseId }, { days, text }) =>
      days && hasText(text) ? (requestId) => cases.extend({ requestId, caseId, days, reason: text }) : null,
  },
  explain: {
    lead: 'explainLead',
    Parts: (props) => <Text label="explainText" {...props} />,
    wish: ({ cases }, { caseId }, { text }) =>
      hasText(text, LEAST_EXPLANATION) ? (requestId) => cases.explainOverdue({ requestId, caseId, text }) : null,
  },
  escalation: ESCALATION,
  correct: CORRECT,
  linked: {
    lead: 'linkedLead',
    Parts: (props) => <Text label="linkedReason" {...props} />,
    wish: ({ cases }, { caseId }, { text: reason }) =>
      hasText(reason) ? (requestId) => cases.openLinked({ requestId, caseId, reason }) : null,
  },
  ring: {
    lead: null,
    Parts: RingParts,
    wish: ({ cases }, { caseId, ringTask }, { reached, text, way }) => {
      if (reached === null || (ringTask?.unreachable && !way)) return null;
      const by = ringTask?.unreachable && way ? { way } : {};
      return (requestId) => cases.ring({ requestId, caseId, reached, remark: text, ...by });
    },
  },
  tell: {
    lead: 'tellLead',
    Parts: TellParts,
    wish: ({ cases }, { caseId }, { way, reached, text, helper, ...typed }) => {
      const signs = reached === true && way !== null && SIGNED_WAYS.includes(way);
      const signed = signs ? SignedFor.safeParse(typed).data : undefined;
      if (!way || reached === null || (way === 'collected' && reached && !signed)) return null;
      return (requestId) =>
        cases.tell({ requestId, caseId, way, reached, remark: text, helper: helper && reached, signed });
    },
  },
};

/** The one that waits longest. */
function waitingInquiry({ inquiries }: ListedCase) {
  return inquiries.find(({ answer }) => answer === null);
}

type TextProps = Omit<PartsProps, 'one'> & { label: WordKey };

function Text({ label, fields, put }: TextProps) {
  const { say } = useApp();
  return (
    <Labelled label={say(label)}>
      <Input.TextArea
        rows={3}
        maxLength={500}
        data-testid="act-text"
        value={fields.text}
        onChange={(event) => put({ text: event.target.value })}
      />
    </Labelled>
  );
}

/** Whoever opens it has read the question, and the resident sees that. */
function AnswerInquiry(props: PartsProps) {
  const { client } = useApp();
  const inquiry = waitingInquiry(props.one);
  const { caseId } = props.one;
  const unread = inquiry?.readOn === null ? inquiry.id : null;
  useEffect(() => {
    // What fails is read with the answer.
    if (unread) client.cases.readInquiry({ requestId: newRequestId(), caseId, inquiryId: unread }).catch(() => {});
  }, [client, caseId, unread]);
  return (
    <>
      <blockquote className="quoted">{inquiry?.text}</blockquote>
      <Text label="answerInquiryText" {...props} />
    </>
  );
}

/** C7: what the catalogue lists and the notice did not ask for. */
function NoticeAgain({ one, fields, put }: PartsProps) {
  const asked = new Set(one.notice?.items.map(({ id }) => id));
  const others = one.notice?.listed.filter(({ id }) => !asked.has(id)) ?? [];
  return (
    <>
      <Items of={others} fields={fields} put={put} />
      <Text label="noticeAgainReason" fields={fields} put={put} />
    </>
  );
}

function ExtendParts(props: PartsProps) {
  return (
    <>
      <Days label="extendDays" fields={props.fields} put={props.put} />
      <Text label="extendReason" {...props} />
    </>
  );
}

function RingParts(props: PartsProps) {
  const { say } = useApp();
  const { fields, put } = props;
  const isByTelephone = !props.one.ringTask?.unreachable;
  return (
    <>
      <p>{say(isByTelephone ? 'ringLead' : 'tellInPersonLead')}</p>
      <Radio.Group
        className="decisions"
        value={fields.reached}
        onChange={(event) => put({ reached: event.target.value })}
        options={[
          { value: true, label: say(isByTelephone ? 'ringReached' : 'toldResident') },
          { value: false, label: say('tellMissed') },
        ]}
      />
      {!isByTelephone && <Way fields={fields} put={put} />}
      <Text label="tellRemark" {...props} />
    </>
  );
}

function TellParts(props: PartsProps) {
  const { say } = useApp();
  const { fields, put } = props;
  return (
    <>
      <Radio.Group
        className="decisions"
        value={fields.reached}
        onChange={(event) => put({ reached: event.target.value })}
        options={[
          { value: true, label: say(props.one.helper ? 'tellReachedSomebody' : 'tellReached') },
          { value: false, label: say('tellMissed') },
        ]}
      />
      {fields.reached && <WhoComes one={props.one} helper={fields.helper} put={(helper) => put({ helper })} told />}
      <Way fields={fields} put={put} />
      {fields.reached && fields.way && SIGNED_WAYS.includes(fields.way) && <Signed fields={fields} put={put} />}
      <Text label="tellRemark" {...props} />
    </>
  );
}

function Way({ fields, put }: Omit<PartsProps, 'one'>) {
  const { say } = useApp();
  return (
    <Labelled label={say('tellWay')}>
      <Select<TellingWay>
        data-testid="tell-way"
        value={fields.way}
        onChange={(way) => put({ way })}
        options={TellingWay.options.map((value) => ({ value, label: say(`way.${value}`) }))}
      />
    </Labelled>
  );
}
