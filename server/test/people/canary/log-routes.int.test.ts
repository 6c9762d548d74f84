import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CounterId } from '../../../../schema/ids.ts';
import { eventually, MONDAY_9, PASSWORD, signInAt } from '../../harness.ts';
import { childHall } from '../../house/child-hall.ts';
import { testHallData } from '../../test-data.ts';
import { A1, FLOWER, NOTICE, wish } from '../person-fixture.ts';
import { type AnyRoute, anyBody, changingRoutes } from './any-body.ts';

const SAID = '她说丈夫王小花不知道这件事';
/** Words that are refused wherever somebody types: they hold a telephone. */
const HELD = `${SAID}，电话 13985001234`;
/** Whoever is served: no wish types this. */
const WHO = { ...FLOWER, name: '欧阳采薇', telephone: '13985007654', document: null };
const CANARIES = ['欧阳采薇', '采薇', '13985007654', '85007654'];
let log = '';
const hall = childHall(
  { data: testHallData(), password: PASSWORD, nowMs: MONDAY_9 + 60_000, runs: true },
  { env: () => ({ LOG_LEVEL: 'debug', REQUESTS_PER_SECOND: '100000' }), said: (text) => (log += text) },
);
beforeAll(hall.start);
afterAll(hall.clean);

const ACCOUNTS: Record<string, string> = { clerk: 'one', supervisor: 'boss', administrator: 'admin' };
const signIn = (account: string) => signInAt(hall.origin(), '/session', { account, password: PASSWORD });

type Client = Awaited<ReturnType<typeof signIn>>['client'];
const counterId = 'c1' as CounterId;

/** At counter 1 the next one, who is entered. */
async function served(clerk: Client) {
  const { ticketId } = await clerk.tickets.issue({ ...wish(), matterIds: [A1], care: false, printing: false });
  await clerk.tickets.callNext({ ...wish(), counterId });
  await clerk.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await clerk.cases.mine({})).find(({ phase }) => phase === 'open')!;
  const { applicant } = await clerk.people.enter({
    ...{ ...wish(), of: { caseId }, applicant: WHO, helper: null, ...NOTICE },
  });
  const { clerkId } = await clerk.session.me();
  return { caseId, ticketId, counterId, clerkId, personId: applicant.personId, matterId: A1 as string };
}

async function accepted(clerk: Client) {
  const ids = await served(clerk);
  const { caseId, ticketId } = ids;
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: '' } });
  await clerk.tickets.finish({ ...wish(), ticketId });
  return ids;
}

it('[P1] [P2] each wish of the contract with words in every field, right or wrong, leaves nothing of them in a log of everything, and is answered without anybody’s name', async () => {
  const { client: clerk } = await signIn('one');
  await clerk.counters.open({ ...wish(), counterId });
  const worked = await accepted(clerk);
  const ids = await served(clerk);
  const routes = changingRoutes();
  const cookies = new Map<string, string>();
  for (const account of Object.values(ACCOUNTS)) cookies.set(account, (await signIn(account)).cookie);
  const named = new Set<string>();
  const send = async ({ name, method, path, roles }: AnyRoute, body: unknown, of: Record<string, string> = ids) => {
    const role = Object.keys(ACCOUNTS).find((one) => roles.includes(one));
    const cookie = role ? cookies.get(ACCOUNTS[role]!)! : '';
    const to = path.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(of[field] ?? SAID));
    const headers = { 'content-type': 'application/json', cookie };
    const answer = await fetch(`${hall.origin()}/api${to}`, { method, headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (CANARIES.some((canary) => text.includes(canary))) named.add(name);
    return answer.status;
  };
  const answers = new Map<string, number[]>();
  // Of the case at the counter first; what closes a case or a counter, and what ends a session, comes later.
  const FIRST = [
    /^people\./,
    /^cases\.(?!close|proposeRefusal|confirmRefusal)/,
    /^cases\./,
    /^tickets\./,
    /^(?!counters|session|administration)/,
    /^counters\./,
  ];
  const turnOf = ({ name }: AnyRoute) =>
    (FIRST.findIndex((one) => one.test(name)) + FIRST.length + 1) % (FIRST.length + 1);
  for (const route of [...routes].sort((a, b) => turnOf(a) - turnOf(b))) {
    const [held, right] = [HELD, SAID].map((text) => anyBody(route.body, ids, text) as object);
    // The same words where numbers, ids and lists belong.
    const wrong = Object.fromEntries(Object.keys({ ...right, more: 0 }).map((key) => [key, HELD]));
    answers.set(route.name, [await send(route, wrong), await send(route, held), await send(route, right)]);
    // As often of a case that is worked on.
    const again = anyBody(route.body, worked, SAID);
    if (route.name.startsWith('cases.'))
      answers.set(`${route.name} at work`, [400, 400, await send(route, again, worked)]);
  }
  const [refused, held, right] = [0, 1, 2].map((at) =>
    [...answers].map(([name, codes]) => [name, codes[at]!] as const),
  );
  // The box takes any words, and of whose data is wished its path says all.
  expect(refused!.filter(([, code]) => code < 400 || code >= 500).map(([name]) => name)).toEqual([
    ...['people.export', 'tickets.box'],
  ]);
  for (const each of [held!, right!]) expect(each.filter(([, code]) => code >= 500 || code === 429)).toEqual([]);
  const done = right!.filter(([, code]) => code === 200).map(([name]) => name);
  expect(done).toEqual(
    expect.arrayContaining(['people.enter', 'cases.conclude', 'cases.pause at work', 'cases.ring at work']),
  );
  expect(done.length).toBeGreaterThan(30);
  // To be shown somebody is what these are wished for, each time on record.
  expect([...named].sort()).toEqual(['people.export', 'people.reveal']);
  // Something worth a line, so that the log is seen to be read.
  process.kill(hall.redisPid(), 'SIGKILL');
  await eventually(() => expect(log).toMatch(/redis/i));
  await hall.stop();
  for (const canary of [...CANARIES, '王小花', '13985001234', '49123100', '她说丈夫']) {
    expect(log).not.toContain(canary);
    expect(log).not.toContain(encodeURIComponent(canary));
  }
});
