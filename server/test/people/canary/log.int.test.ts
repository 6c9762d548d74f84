import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CounterId } from '../../../../schema/ids.ts';
import { eventually, PASSWORD, refusalCode, signInAt } from '../../harness.ts';
import { loggedHall } from '../../house/child-hall.ts';
import { A1, FLOWER, NOTICE, wish } from '../person-fixture.ts';

const SAID = '她说丈夫不知道这件事';
const CANARIES = ['王小花', '13985001234', '49123100', SAID];
const { hall, log } = loggedHall('debug');
beforeAll(hall.start);
afterAll(hall.clean);

it('[P1] a hall that logs whatever it can logs no name, telephone, number or word of anybody, also where it is wished wrongly', async () => {
  const { client: clerk } = await signInAt(hall.origin(), '/session', { account: 'one', password: PASSWORD });
  const { client: admin } = await signInAt(hall.origin(), '/session', { account: 'admin', password: PASSWORD });
  await admin.administration.keepOfMatter({ ...wish(), matterId: A1, identity: 'kept', retentionDays: null });
  const counterId = 'c1' as CounterId;
  await clerk.counters.open({ ...wish(), counterId });
  const { ticketId } = await clerk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
  await clerk.tickets.callNext({ ...wish(), counterId });
  await clerk.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await clerk.cases.mine({}))[0]!;
  const of = { caseId };
  await clerk.people.enter({ ...wish(), of, applicant: FLOWER, helper: null, ...NOTICE });
  // Wrong wishes: a number that is none, words that are too long, a name where an id belongs.
  const wrong = { ...FLOWER, document: { kind: 'resident-id', number: '110105194912310021' } } as const;
  expect(await refusalCode(clerk.people.enter({ ...wish(), of, applicant: wrong, helper: null, ...NOTICE }))).toBe(
    'input-invalid',
  );
  const conclude = (note: string) =>
    refusalCode(clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note } }));
  expect(await conclude(SAID.repeat(60))).toBe('input-invalid');
  expect(await refusalCode(clerk.cases.one({ caseId: '王小花' as never }))).toBe('case-unknown');
  expect(await conclude(SAID)).toBe('accepted');
  await clerk.people.lookUp({ key: { by: 'telephone', text: '13985001234' } });
  for (const path of ['/catalogue?q=王小花', '/c/王小花', '/t/13985001234', '/paper/receipt/王小花'])
    await fetch(hall.origin() + path);
  // Something worth a line, so that the log is seen to be read.
  process.kill(hall.redisPid(), 'SIGKILL');
  await eventually(() => expect(log()).toMatch(/redis/i));
  await hall.stop();
  for (const canary of CANARIES) expect(log()).not.toContain(canary);
  for (const canary of ['王小花', SAID]) expect(log()).not.toContain(encodeURIComponent(canary));
});

it('each line of the log is JSON by itself, with its instant and its level', () => {
  const lines = log()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), time: expect.any(Number) });
});
