import { afterEach, beforeEach, expect, it } from 'vitest';
import { contract } from '../../../../schema/api.ts';
import { signInAt, startTestHall, type TestHall } from '../../harness.ts';
import { FLOWER, keepsOf, NOTICE, serving, wish } from '../person-fixture.ts';

/** What is never shown in the clear without a reveal, and what nobody but staff and the resident reads. */
const PERSONAL = ['王小花', '王大山', '13985001234', '13700007777', '49123100'];
const SAID = '她说丈夫不知道这件事';

let hall: TestHall;
beforeEach(async () => {
  hall = await startTestHall();
});
afterEach(() => hall.stop());

type Node = { '~orpc'?: { route: { method: string; path: string } } };
/** Path of each question of the API. */
function questions(tree: object = contract): string[] {
  return Object.values(tree).flatMap((node) => {
    const def = (node as Node)['~orpc'];
    if (!def) return questions(node);
    return def.route.method === 'GET' ? [def.route.path] : [];
  });
}

/** A case with everything that a resident tells and a clerk writes. */
async function told() {
  await keepsOf(hall, 'kept');
  const { clerk, caseId, ticketId, counterId } = await serving(hall);
  const terms = { relation: 'family' as const, scope: ['be-told' as const], until: null, how: 'document' as const };
  const helper = { ...terms, name: '王大山', telephone: '+8613700007777', language: 'zh-Hans' as const };
  const { applicant } = await clerk.people.enter({ ...wish(), of: { ticketId }, applicant: FLOWER, helper, ...NOTICE });
  await clerk.cases.conclude({ ...wish(), caseId, conclusion: { kind: 'accepted', note: SAID } });
  const { clerkId } = await (await hall.clerk('two')).session.me();
  await clerk.cases.offer({ ...wish(), caseId, to: clerkId, note: SAID });
  const { path } = (await clerk.cases.papers({ caseId }))[0]!;
  const { number } = await clerk.tickets.issue({
    ...wish(),
    matterIds: ['A-1'] as never,
    care: false,
    printing: false,
  });
  const admin = await hall.clerk('admin');
  const version = String((await admin.administration.matterVersions({ matterId: 'A-1' as never }))[0]!.seq);
  return {
    ids: {
      caseId,
      ticketId,
      counterId,
      clerkId,
      personId: applicant.personId,
      number,
      matterId: 'A-1',
      ...{ one: version, other: version },
    },
    paper: path!,
  };
}

async function answersOf(cookie: string, paths: string[]): Promise<[path: string, httpCode: number, text: string][]> {
  const asked = paths.map(async (path): Promise<[string, number, string]> => {
    const answer = await fetch(hall.origin + path, { headers: { cookie } });
    return [path, answer.status, await answer.text()];
  });
  return Promise.all(asked);
}

it('[P1] [P2] whoever asks whatever the API and the pages answer, nobody is named in the clear, and no word of a clerk leaves the staff', async () => {
  const { ids, paper } = await told();
  const filled = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: keyof typeof ids) => ids[name]);
  const query = '?from=2026-11-23&to=2026-11-23&matterId=A-1&matterIds[0]=A-1&day=2026-11-23';
  const paths = [
    ...questions().map((path) => `/api${filled(path)}${query}`),
    ...['/', '/book', '/book/A-1', '/readyz', '/healthz', `/paper/receipt/x`, `/c/${ids.caseId}`, `/t/${ids.ticketId}`],
  ];
  const clerks = await Promise.all(['one', 'two', 'three', 'boss', 'admin'].map((name) => hall.clerk(name)));
  const staff = clerks.map((client) => hall.cookieOf(client));
  const { code } = await clerks[4]!.devices.create({ ...wish(), kind: 'display', name: '大厅' });
  const display = await signInAt(hall.origin, '/devices/enrol', { code });
  const devices = [hall.cookieOf(await hall.kiosk()), display.cookie];
  const answered = new Set<string>();
  for (const cookie of [...staff, ...devices, '']) {
    for (const [path, httpCode, text] of await answersOf(cookie, paths)) {
      if (httpCode === 200) answered.add(path);
      for (const canary of PERSONAL) expect(text.includes(canary), `${path}: ${canary}`).toBe(false);
      if (!staff.includes(cookie)) expect(text.includes(SAID), `${path}: ${SAID}`).toBe(false);
    }
  }
  // Each of them answered somebody, or the search found nothing because nothing was there.
  const silent = paths.filter((path) => !answered.has(path) && path.startsWith('/api'));
  expect(silent).toEqual([]);
  // The resident's own paper holds what was written for them.
  expect((await answersOf('', [paper]))[0]![2]).toContain(SAID);
});
