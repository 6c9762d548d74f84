/** Of each act its fields, and the wish that they make; null while something is missing. */
import { type ReactNode, useEffect } from 'react';
import type { CaseOutcome, TellingWay } from '../../../schema/cases/conclusion.ts';
import type { LateAnswer } from '../../../schema/cases/late-papers.ts';
import type { AnswerWay } from '../../../schema/cases/question.ts';
import type { ListedCase } from '../../../schema/cases/views.ts';
import type { PauseKind } from '../../../schema/catalogue/facts/pauses.ts';
import type { ClerkId, RequestId } from '../../../schema/ids.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { useApp } from '../../app-context.ts';
import type { WordKey } from '../../words/speak.ts';
import { Text } from './act-text.tsx';
import { RING, TELL } from './call/call-forms.tsx';
import type { CaseAct } from './case-acts.ts';
import { Days, PauseParts } from './clock-parts.tsx';
import { CORRECT } from './correct-parts.tsx';
import { ESCALATION } from './escalation-form.tsx';
import { ANSWER_LATE, TAKE_LATE } from './late-forms.tsx';
import { ANSWER_QUESTION, ASK_QUESTION, myQuestion } from './question-forms.tsx';
import { Items, Receive } from './receive-parts.tsx';

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

export type PartsProps = {
  one: ListedCase;
  fields: Fields;
  put: (part: Partial<Fields>) => void;
};
/** Of a form that has its own keys: what the press adds is given at once. */
export type PressedProps = PartsProps & { press: (part: Partial<Fields>) => void };
type Wish = (requestId: RequestId) => Promise<unknown>;
export type Form = {
  lead: WordKey | null;
  Parts: (props: PressedProps) => ReactNode;
  wish: (client: Client, one: ListedCase, fields: Fields) => Wish | null;
  /** Its keys give it, and there is no button below. */
  isPressed?: true;
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
  ring: RING,
  tell: TELL,
};

const missing = (one: ListedCase) =>
  (one.notice ?? one.promise)?.items.map(({ received }) => Number(received)).join('');

/** Of what an act is besides its case: the same words do not fit another question, paper or list of what is missing. */
export const ABOUT: { [A in CaseAct]?: (one: ListedCase) => string | undefined } = {
  'answer-inquiry': (one) => waitingInquiry(one)?.id,
  'answer-question': (one) => myQuestion(one)?.id,
  'answer-late': ({ lateTask }) => lateTask?.no,
  receive: missing,
  'accept-after': missing,
  'notice-again': missing,
};

/** The one that waits longest. */
function waitingInquiry({ inquiries }: ListedCase) {
  return inquiries.find(({ answer }) => answer === null);
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
