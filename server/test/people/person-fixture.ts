/** A resident at counter 1 whose matter is being served, and what the clerk enters of them. */
import type { CaseId, CounterId, MatterId } from '../../../schema/ids.ts';
import { type PersonFacts, PRIVACY_NOTICE } from '../../../schema/people/person.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import type { TestHall } from '../harness.ts';

export const wish = () => ({ requestId: newRequestId() });
export const A1 = 'A-1' as MatterId;

/** Canaries: wherever one of these is found in the clear, it leaked. */
export const FLOWER = {
  kind: 'person',
  name: '王小花',
  telephone: '+8613985001234',
  document: { kind: 'resident-id', number: '11010519491231002X' },
  language: 'zh-Hans',
} as const satisfies PersonFacts;
export const NOTICE = { notice: PRIVACY_NOTICE } as const;

/** C12: who applies, without a document, and whether messages are wished for. */
export async function applied(
  clerk: Client,
  caseId: CaseId,
  agreed = true,
  telephone: string | null = FLOWER.telephone,
) {
  const applicant = { ...FLOWER, document: null, telephone };
  await clerk.people.enter({ ...wish(), of: { caseId }, applicant, helper: null, ...NOTICE });
  await clerk.cases.agreeMessages({ ...wish(), caseId, agreed });
}

/** P2. */
export async function keepsOf(
  hall: TestHall,
  identity: 'none' | 'match' | 'kept',
  retentionDays: number | null = null,
) {
  const admin = await hall.clerk('admin');
  await admin.administration.keepOfMatter({ ...wish(), matterId: A1, identity, retentionDays });
}

export async function serving(hall: TestHall, account = 'one', counter = 'c1') {
  const clerk = await hall.clerk(account);
  const counterId = counter as CounterId;
  await clerk.counters.open({ ...wish(), counterId });
  return { clerk, counterId, ...(await next(clerk, counterId)) };
}

/** The next resident at a counter. */
export async function next(clerk: Awaited<ReturnType<TestHall['clerk']>>, counterId: CounterId) {
  const { ticketId } = await clerk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
  await clerk.tickets.callNext({ ...wish(), counterId });
  await clerk.tickets.start({ ...wish(), ticketId });
  const open = (await clerk.cases.mine({})).find(({ phase }) => phase === 'open');
  if (!open) throw new Error('no case was opened');
  return { ticketId, caseId: open.caseId };
}
