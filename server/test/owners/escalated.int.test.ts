import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AgencyId } from '../../../schema/ids.ts';
import { plain } from '../../../schema/texts/unbroken.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { FLOWER, NOTICE, next, serving, wish } from '../people/person-fixture.ts';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

it('[C4] [C5] a supervisor’s answer gives the case to a clerk at once, or sends it to an agency of the directory', async () => {
  const { clerk, counterId, caseId, ticketId } = await serving(hall);
  const [boss, two, admin] = await Promise.all(['boss', 'two', 'admin'].map((account) => hall.clerk(account)));
  const unclear = async (at: typeof caseId, ticket: typeof ticketId) => {
    const applicant = { ...FLOWER, document: null };
    await clerk.people.enter({ ...wish(), of: { caseId: at }, applicant, helper: null, ...NOTICE });
    await clerk.cases.conclude({ ...wish(), caseId: at, conclusion: { kind: 'escalated', note: '像是民政的' } });
    await clerk.tickets.finish({ ...wish(), ticketId: ticket });
  };
  await unclear(caseId, ticketId);
  const { clerkId } = await two!.session.me();
  await boss!.cases.answerEscalation({ ...wish(), caseId, remark: '属优抚事项', to: { clerkId } });
  expect(await two!.cases.one({ caseId })).toMatchObject({ handlerId: clerkId, escalation: null, asHandler: true });

  const other = await next(clerk, counterId);
  await unclear(other.caseId, other.ticketId);
  const agency = { name: '区法院', address: '正义路 3 号', telephone: '0851-0000 2008', hours: '', aliases: [] };
  const { id } = await admin!.administration.saveAgency({ ...wish(), agency: { ...agency, inUse: true } });
  const to = (agencyId: AgencyId) =>
    boss!.cases.answerEscalation({ ...wish(), caseId: other.caseId, remark: '属诉讼事项', to: { agencyId } });
  expect(await refusalCode(to('none' as AgencyId))).toBe('agency-unknown');
  await to(id);
  const closed = await clerk.cases.one({ caseId: other.caseId });
  expect(closed).toMatchObject({ phase: 'closed', outcome: 'not-ours', ringTask: { why: 'elsewhere' } });
  const slip = closed.papers.find(({ kind }) => kind === 'referral');
  expect(await (await fetch(hall.origin + slip!.path!)).text().then(plain)).toContain('正义路 3 号');
  const mine = await clerk.cases.mine({});
  expect(mine.find((one) => one.caseId === other.caseId)?.mine).toBe('ring');
  await clerk.cases.ring({ ...wish(), caseId: other.caseId, reached: true, remark: '' });
  expect((await clerk.cases.one({ caseId: other.caseId })).ringTask).toBeNull();
});
