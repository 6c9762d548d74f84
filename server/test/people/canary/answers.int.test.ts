import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contract } from '../../../../schema/api.ts';
import { exportLedger } from '../../../shell/export.ts';
import { startTestHall, type TestHall } from '../../harness.ts';
import { recordingShell } from '../../house/shell-fixture.ts';
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
  const [opening] = await clerk.openings.list({});
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
      openingId: opening!.id,
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
  const devices = [hall.cookieOf(await hall.kiosk()), hall.cookieOf(await hall.display())];
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

/** Of each wish that only asks: what is searched by somebody who has no business with the person. */
const SEARCHES: [who: string, path: string, body: object][] = [
  ...['two', 'three', 'boss', 'admin'].flatMap((who): [string, string, object][] => [
    [who, '/api/people/look-up', { key: { by: 'last-four', text: '1234' } }],
    [who, '/api/people/look-up', { key: { by: 'name', text: '王小花' } }],
    [who, '/api/people/look-up', { key: { by: 'telephone', text: '13985001234' } }],
    [who, '/api/box', { typed: '王小花' }],
    [who, '/api/box', { typed: '13985001234' }],
    [who, '/api/box', { typed: '1234' }],
    [who, '/api/box', { typed: 'A001' }],
  ]),
];

it('[P1] [P2] whoever searches by whatever box finds a person masked, and devices and strangers find nobody', async () => {
  const { paper } = await told();
  const link = paper.replace(/^.*\/|\?.*$/g, '');
  const receiptNo = new URLSearchParams(paper.split('?')[1]).get('no')!;
  const ask = async (cookie: string, path: string, body: object) => {
    const headers = { cookie, 'content-type': 'application/json', origin: hall.origin };
    const answer = await fetch(hall.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { httpCode: answer.status, text: await answer.text() };
  };
  /** What was typed is the asker’s own, and so is nothing of it that was not. */
  const leaks = (text: string, body: object) =>
    [...PERSONAL, SAID].filter((canary) => text.includes(canary) && !JSON.stringify(body).includes(canary));
  let found = 0;
  for (const [who, path, body] of SEARCHES) {
    const { httpCode, text } = await ask(hall.cookieOf(await hall.clerk(who)), path, body);
    expect(httpCode, `${who} ${path}`).toBe(200);
    if (text.includes('personId')) found++;
    for (const canary of PERSONAL) expect(text.includes(canary), `${who} ${path}: ${canary}`).toBe(false);
    expect(leaks(text, body), `${who} ${path} ${JSON.stringify(body)}`).toEqual([]);
  }
  expect(found).toBeGreaterThan(10);
  const kiosk = hall.cookieOf(await hall.kiosk());
  for (const [, path, body] of SEARCHES)
    for (const cookie of [kiosk, '']) expect((await ask(cookie, path, body)).httpCode, path).toBe(401);
  for (const [path, body] of [
    ['/api/cases/by-receipt', { receiptNo, lastFour: '1234' }],
    ['/api/cases/by-link', { link }],
  ] as const) {
    const { httpCode, text } = await ask(kiosk, path, body);
    expect([path, httpCode, leaks(text, body)]).toEqual([path, 200, []]);
  }
});

it('[P1] [S4] the ledger as it is exported, and what a clerk’s draft holds, name nobody and hold no word', async () => {
  const { ids } = await told();
  const clerk = await hall.clerk('one');
  const draft = { note: SAID, place: '', address: '', telephone: '13985001234', hours: '', reason: SAID, basis: '' };
  const kept = { ticked: [], draft: { ...draft, followBy: '', missing: [], unreachable: false } };
  const { ticketId } = await clerk.tickets.issue({
    ...{ ...wish(), matterIds: ['A-1'] as never, care: false, printing: false },
  });
  await clerk.tickets.finish({ ...wish(), ticketId: ids.ticketId });
  await clerk.tickets.callThis({ ...wish(), ticketId, counterId: ids.counterId, reason: '行动不便' });
  await clerk.tickets.start({ ...wish(), ticketId });
  const open = (await clerk.cases.mine({})).find(({ phase }) => phase === 'open')!;
  await clerk.tickets.keepDraft({ caseId: open.caseId, kept });
  const file = join(hall.dir, 'ledger.ndjson');
  expect(await exportLedger.run([file], recordingShell(hall.dir))).toBe(0);
  const exported = readFileSync(file, 'utf8');
  expect(exported.split('\n').length).toBeGreaterThan(20);
  for (const canary of [...PERSONAL, SAID]) expect(exported.includes(canary), canary).toBe(false);
  const rows = JSON.stringify(hall.system.store.db.prepare('SELECT * FROM drafts').all());
  for (const canary of [...PERSONAL, SAID]) expect(rows.includes(canary), canary).toBe(false);
});
