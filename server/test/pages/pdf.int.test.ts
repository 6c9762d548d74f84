import { request } from 'node:http';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId, CounterId } from '../../../schema/ids.ts';
import { eventually, startTestHall, type TestHall } from '../harness.ts';
import { everyPaper, type GivenPaper } from '../papers/every-paper.ts';
import { FLOWER, NOTICE, next, serving, wish } from '../people/person-fixture.ts';

const CHROMIUM = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
const A4 = [595, 842];
const SLIP_WIDTH = 227;

let hall: TestHall;
let paper: string;
let slip: string;
beforeAll(async () => {
  hall = await startTestHall({ env: { CHROMIUM } });
  ({ paper, slip } = await givenPapers(hall));
});
afterAll(() => hall.stop());

async function givenPapers(of: TestHall) {
  const clerk = await of.clerk('one');
  const counterId = 'c1' as CounterId;
  await clerk.counters.open({ ...wish(), counterId });
  const { caseId } = (await next(clerk, counterId)) as { caseId: CaseId };
  const conclusion = { kind: 'notice' as const, missing: ['A-1.2'], note: '' };
  const given = await clerk.cases.conclude({ ...wish(), caseId, conclusion });
  const asked = { matterIds: ['A-1' as never], care: false, printing: false };
  const { link } = await clerk.tickets.issue({ ...wish(), ...asked });
  return { paper: given.paper!, slip: link.replace('/t/', '/paper/slip/') };
}

/** Before the query. */
const asPdf = (path: string) => path.replace(/(\?|$)/, '/pdf$1');
const sizesOf = (file: Buffer) =>
  [...file.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...sides]) =>
    sides.map((side) => Math.round(Number(side))),
  );

it('[C7] [A1] a paper is given as a PDF file: A4 on one sheet, a slip 80 mm wide, in its own font and language', async () => {
  const answer = await fetch(hall.origin + asPdf(paper));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="GZ\d{4}-000001\.pdf"$/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const sheet = Buffer.from(await answer.arrayBuffer());
  expect(sheet.subarray(0, 5).toString()).toBe('%PDF-');
  expect(sizesOf(sheet)).toEqual([A4]);
  expect(sheet.toString('latin1')).toContain('NotoSansSC');
  const small = Buffer.from(await (await fetch(hall.origin + asPdf(slip))).arrayBuffer());
  expect(sizesOf(small).map(([width]) => width)).toEqual([SLIP_WIDTH]);
  expect(await (await fetch(hall.origin + paper)).text()).toContain('下载 PDF');
});

it('[C7] [A1] each paper on 80 mm is one page that ends below its last line, however much it says', async () => {
  const pagesOf = async ({ path }: GivenPaper) =>
    sizesOf(Buffer.from(await (await fetch(`${hall.origin}${asPdf(path)}&strip`)).arrayBuffer()));
  const long = await everyPaper(hall, '申请人不在本社区居住，不符合办法第五条的规定；'.repeat(20));
  for (const paper of long) expect(await pagesOf(paper), paper.kind).toEqual([[SLIP_WIDTH, expect.any(Number)]]);
  const decision = ({ kind }: GivenPaper) => kind === 'decision';
  const [short] = await pagesOf((await everyPaper(hall)).find(decision)!);
  const [longer] = await pagesOf(long.find(decision)!);
  expect(longer![1]! - short![1]!).toBeGreaterThan(A4[1]! / 4);
}, 240_000);

/** Each sign that is drawn somewhere in the file: its fonts hold no others. */
function signsOf(file: Buffer): Set<string> {
  const parts = file.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
  const texts = [...parts].flatMap(([, part = '']) => {
    try {
      return inflateSync(Buffer.from(part, 'latin1')).toString('latin1');
    } catch {
      return [];
    }
  });
  const signs = new Set<string>();
  for (const text of texts.filter((one) => one.includes('begincmap'))) {
    for (const [, sign = ''] of text.matchAll(/^<\w{4}> <(\w{4})>$/gm)) signs.add(signAt(sign));
    for (const [, first = '', last = '', sign = ''] of text.matchAll(/^<(\w{4})> <(\w{4})> <(\w{4})>$/gm))
      for (let more = Number.parseInt(last, 16) - Number.parseInt(first, 16); more >= 0; more--)
        signs.add(signAt(sign, more));
  }
  return signs;
}
const signAt = (hex: string, more = 0) => String.fromCodePoint(Number.parseInt(hex, 16) + more);

it('[C7] [P2] [P3] a file names its applicant to the staff, which is a look as on the page, and masked to whoever has the link', async () => {
  const other = await startTestHall({ env: { CHROMIUM } });
  const { clerk, caseId } = await serving(other);
  const { applicant } = await clerk.people.enter({
    ...{ ...wish(), of: { caseId }, helper: null, ...NOTICE },
    // Its middle sign is on no paper by itself.
    applicant: { ...FLOWER, name: '王麒花', document: null },
  });
  const conclusion = { kind: 'accepted' as const, note: '' };
  const { paper } = await clerk.cases.conclude({ ...wish(), caseId, conclusion });
  const [boss, admin] = [await other.clerk('boss'), await other.clerk('admin')];
  const isNamed = async (cookie: string) => {
    const answer = await fetch(other.origin + asPdf(paper!), { headers: { cookie } });
    expect(answer.status).toBe(200);
    const signs = signsOf(Buffer.from(await answer.arrayBuffer()));
    expect([...'王花受理回执'].filter((sign) => !signs.has(sign))).toEqual([]);
    return signs.has('麒');
  };
  const looks = async () =>
    (await boss.people.held({ personId: applicant.personId })).acts.filter(({ act }) => act === 'person-revealed');
  expect(await isNamed('')).toBe(false);
  expect(await isNamed(other.cookieOf(admin))).toBe(false);
  expect(await isNamed(other.cookieOf(clerk))).toBe(true);
  expect(await looks()).toEqual([]);
  expect(await isNamed(other.cookieOf(boss))).toBe(true);
  expect(await looks()).toMatchObject([{ byName: '主任', detail: 'name', reason: 'SL2026-000001' }]);
  // As an older program kept it.
  const kept = other.system.store.db.prepare('UPDATE texts SET about = ? WHERE about = ?');
  kept.run(`case:${caseId}`, `person:${applicant.personId}`);
  expect(await isNamed('')).toBe(false);
  expect(await isNamed(other.cookieOf(boss))).toBe(true);
  expect(await looks()).toHaveLength(2);
  await other.stop();
}, 300_000);

it('[C7] [P3] a file is of a paper that the link opens, and of no other', async () => {
  const unknown = await fetch(`${hall.origin}/paper/notice/${'x'.repeat(22)}/pdf`);
  expect(unknown.status).toBe(404);
  expect(unknown.headers.get('content-type')).toContain('text/html');
  const other = new URL(asPdf(paper), hall.origin);
  other.searchParams.set('no', 'GZ2026-000999');
  expect((await fetch(other)).status).toBe(404);
});

it('[A3] [S2] many at once are made one after the other, and more than a few are told to wait', async () => {
  const answers = await Promise.all(Array.from({ length: 9 }, () => fetch(hall.origin + asPdf(slip))));
  const codes = answers.map(({ status }) => status).sort();
  expect(codes.filter((code) => code === 200)).toHaveLength(5);
  expect(codes.filter((code) => code === 429)).toHaveLength(4);
});

it('[C7] [S2] in a crowd behind the same address the file is the paper, and never the page that refuses it', async () => {
  const busy = await startTestHall({ env: { CHROMIUM }, requestsPerSecond: 20 });
  const url = busy.origin + (await givenPapers(busy)).slip;
  const first = await fetch(`${busy.origin}/catalogue`, { headers: { accept: 'text/html' } });
  const cookie = first.headers.getSetCookie()[0]!.split(';')[0]!;
  const crowd = { isThere: true, refused: 0 };
  const all = Array.from({ length: 150 }, async () => {
    while (crowd.isThere) if ((await fetch(url)).status === 429) crowd.refused++;
  });
  await eventually(() => expect(crowd.refused).toBeGreaterThan(0));
  const answer = await fetch(`${url}/pdf`, { headers: { cookie } });
  const file = Buffer.from(await answer.arrayBuffer());
  crowd.isThere = false;
  await Promise.all(all);
  expect(sizesOf(file).map(([width]) => width)).toEqual([SLIP_WIDTH]);
  await busy.stop();
});

it('[A3] [C7] a page that Chromium cannot open is no paper', async () => {
  const { hostname, port } = new URL(hall.origin);
  // No browser opens this port.
  const headers = { host: 'hall:6000' };
  const status = await new Promise((resolve) => {
    request({ hostname, port, path: asPdf(slip), headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(503);
});

it('[A3] a Chromium that cannot be run, and none at all, are said in one sentence, and the paper is still printed', async () => {
  for (const [env, code, sentence, offers] of [
    [{ CHROMIUM: '/nowhere/chromium' }, 503, 'PDF 没有生成', true],
    [{}, 404, '本大厅没有开通 PDF 下载', false],
  ] as const) {
    const other = await startTestHall({ env });
    const given = await givenPapers(other);
    const answer = await fetch(other.origin + asPdf(given.paper));
    expect(answer.status).toBe(code);
    expect(await answer.text()).toContain(sentence);
    const page = await fetch(other.origin + given.paper);
    expect(page.status).toBe(200);
    expect((await page.text()).includes('下载 PDF')).toBe(offers);
    await other.stop();
  }
});

it('[T9] [C7] a slip that was printed before says so, and the first one does not', async () => {
  const kiosk = await hall.kiosk();
  const issued = await kiosk.tickets.issue({ ...wish(), matterIds: ['A-1' as never], care: false, printing: true });
  const page = async () => (await fetch(hall.origin + issued.link.replace('/t/', '/paper/slip/'))).text();
  expect(await page()).not.toContain('补打的号票');
  await kiosk.tickets.reportSlip({ ...wish(), ticketId: issued.ticketId, slip: 'printed' });
  expect(await page()).toContain('补打的号票');
});
