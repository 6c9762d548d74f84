import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Conclusion } from '../../../schema/cases/conclusion.ts';
import type { HallCase } from '../../../schema/cases/views.ts';
import type { CaseId, ClerkId, CounterId, MatterId, TicketId } from '../../../schema/ids.ts';
import type { HelperFacts } from '../../../schema/people/helper.ts';
import { PRIVACY_NOTICE } from '../../../schema/people/person.ts';
import { localTime } from '../../../schema/time.ts';
import { type Client, newRequestId } from '../../../web/client.ts';
import { ROOT } from '../../root.ts';
import { refusalCode, startTestHall, type TestHall } from '../harness.ts';
import { canariesIn } from '../people/canary/search.ts';
import { DOCUMENT, OBJECT_ACTORS, objectRows, PERSONS, REASON } from './access-objects.ts';
import { declared, ROLES, table } from './declared.ts';
import { isOfHouse, NO_ROW, objectRoutes, textRoutes, WORDS_ELSEWHERE } from './object-routes.ts';

/** Whose the case is: `first` took it, `handler` has it, `receiver` is offered it, `other` has nothing to do with it. */
const ACTORS = [
  'handler',
  'first',
  'receiver',
  'other',
  'supervisor',
  'administrator',
  'kiosk',
  'display',
  'nobody',
] as const;
type Actor = (typeof ACTORS)[number];
const ACCOUNTS = {
  handler: 'two',
  first: 'one',
  receiver: 'three',
  other: 'four',
  supervisor: 'boss',
  administrator: 'admin',
};
const DAY = 86_400_000;
const TEXT = '申请人户籍已迁出，不符合第五条';
const WHO = { kind: 'person', name: '王小花', telephone: '13985001234', document: null, language: 'zh-Hans' } as const;
const HELPER = {
  ...{ name: '王大山', telephone: null, language: 'zh-Hans', relation: 'family' },
  ...{ scope: ['hand-in'], until: null, how: 'document' },
} satisfies HelperFacts;
const wish = () => ({ requestId: newRequestId() });

let hall: TestHall;
let as: Record<Actor, Client>;
let ids: Record<'one' | 'three' | 'four', ClerkId>;
/** Cases that became late, and ones whose notice nobody answered: made before the clock is moved. */
const pools: Record<'late' | 'silent', CaseId[]> = { late: [], silent: [] };

async function signIn(kiosk: Client, display: Client) {
  const names = Object.keys(ACCOUNTS) as (keyof typeof ACCOUNTS)[];
  const clerks = await Promise.all(names.map(async (name) => [name, await hall.clerk(ACCOUNTS[name])] as const));
  as = {
    ...(Object.fromEntries(clerks) as Record<keyof typeof ACCOUNTS, Client>),
    kiosk,
    display,
    nobody: hall.anybody(),
  };
}

beforeAll(async () => {
  // The outlet that writes files holds whom it tells, until the night.
  hall = await startTestHall({ gateway: async () => 'sent' });
  await signIn(await hall.kiosk(), await hall.display());
  const idOf = async (client: Client) => (await client.session.me()).clerkId;
  ids = { one: await idOf(as.first), three: await idOf(as.receiver), four: await idOf(as.other) };
  for (const _ of ACTORS) {
    pools.late.push(await staged('accepted'));
    pools.silent.push(await staged('noticed'), await staged('noticed'));
  }
  await hall.clock.advance(35 * DAY);
  await signIn(as.kiosk, as.display);
});
afterAll(() => hall.stop());

/** A ticket that one serves at counter 1, with its open case. */
async function served(): Promise<{ ticketId: TicketId; caseId: CaseId }> {
  const asked = { ...wish(), matterIds: ['A-1' as MatterId], care: false, printing: false };
  const { ticketId } = await as.kiosk.tickets.issue(asked);
  const counterId = 'c1' as CounterId;
  // Opened before.
  await refusalCode(as.first.counters.open({ ...wish(), counterId }));
  await as.first.tickets.callNext({ ...wish(), counterId });
  await as.first.tickets.start({ ...wish(), ticketId });
  const { caseId } = (await as.first.cases.mine({})).find(({ phase }) => phase === 'open')!;
  await as.first.people.enter({ ...wish(), of: { ticketId }, applicant: WHO, helper: null, notice: PRIVACY_NOTICE });
  return { ticketId, caseId };
}

type Stage =
  | 'noticed'
  | 'complete'
  | 'accepted'
  | 'paused'
  | 'proposed'
  | 'escalated'
  | 'decided'
  | 'inquired'
  | 'offered'
  | 'asked'
  | 'helped'
  | 'late'
  | 'silent'
  | 'closed'
  | 'late-papers';

const tomorrow = () => localTime(hall.clock.nowMs + DAY, 'Asia/Shanghai').day;

/** A case that one took, two handles, and that has come so far. */
async function staged(stage: Stage): Promise<CaseId> {
  if (stage === 'late' || stage === 'silent') return pools[stage].pop()!;
  const { ticketId, caseId } = await served();
  const on = () => ({ ...wish(), caseId });
  const isNoticed = stage === 'noticed' || stage === 'complete';
  const conclusion: Conclusion = isNoticed
    ? { kind: 'notice', missing: ['A-1.1'], note: '' }
    : { kind: stage === 'escalated' ? 'escalated' : 'accepted', note: TEXT };
  await as.first.cases.conclude({ ...on(), conclusion });
  await as.first.tickets.finish({ ...wish(), ticketId });
  const me = await as.handler.session.me();
  const { handoverId } = await as.first.cases.offer({ ...on(), to: me.clerkId, note: '请接着办' });
  await as.handler.cases.accept({ ...on(), handoverId });
  if (stage === 'helped') await as.handler.cases.enterHelper({ ...on(), helper: HELPER });
  if (stage === 'complete') await as.other.cases.receiveMaterials({ ...on(), items: ['A-1.1'], isExamined: false });
  if (stage === 'paused') await as.handler.cases.pause({ ...on(), kind: 'hearing', basis: '第四十五条', days: 3 });
  if (stage === 'proposed') await as.handler.cases.proposeRefusal({ ...on(), reason: TEXT, basis: '第五条' });
  if (stage === 'decided') await as.handler.cases.close({ ...on(), outcome: 'granted', note: '准予' });
  if (stage === 'closed' || stage === 'late-papers')
    await as.handler.cases.close({ ...on(), outcome: 'withdrawn', note: '不办了' });
  if (stage === 'late-papers') await as.other.cases.takeLatePapers({ ...on(), items: ['A-1.1'], note: '' });
  if (stage === 'offered') await as.handler.cases.offer({ ...on(), to: ids.three, note: '请接着办' });
  if (stage === 'asked')
    await as.handler.cases.askQuestion({ ...on(), to: { clerkId: ids.three }, text: TEXT, answerBy: tomorrow() });
  if (stage === 'inquired') {
    const [paper] = await as.handler.cases.papers({ caseId });
    const link = paper!.path!.replace(/^.*\/|\?.*$/g, '');
    await fetch(`${hall.origin}/c/${link}/inquiry`, {
      method: 'POST',
      body: new URLSearchParams({ ...wish(), text: '办到哪了？' }),
      redirect: 'manual',
    });
  }
  return caseId;
}

type Of<T> = (
  client: Client,
  found: HallCase,
  on: { requestId: ReturnType<typeof newRequestId>; caseId: CaseId },
) => Promise<T>;
type Routes = Exclude<
  keyof Client['cases'],
  | (
      | 'news'
      | 'seeNews'
      | 'ofLink'
      | 'ofReceipt'
      | 'act'
      | 'actByReceipt'
      | 'open'
      | 'these'
      | 'mine'
      | 'conclude'
      | 'duties'
    )
  | ('take' | 'receivers' | 'undoTaken' | 'handOverDuties' | 'offerMany' | 'offerToGroup' | 'letNoticePass')
>;

/** For each route on a case how far it has to have come, and a wish that is in order there. */
const TRIED: Record<Routes, [Stage, Of<unknown>]> = {
  one: ['accepted', (client, _, { caseId }) => client.cases.one({ caseId })],
  matter: ['accepted', (client, _, { caseId }) => client.cases.matter({ caseId })],
  papers: ['accepted', (client, _, { caseId }) => client.cases.papers({ caseId })],
  history: ['accepted', (client, _, { caseId }) => client.cases.history({ caseId })],
  close: ['accepted', (client, _, on) => client.cases.close({ ...on, outcome: 'granted', note: '准予' })],
  proposeRefusal: [
    'accepted',
    (client, _, on) => client.cases.proposeRefusal({ ...on, reason: TEXT, basis: '第五条' }),
  ],
  confirmRefusal: ['proposed', (client, _, on) => client.cases.confirmRefusal(on)],
  sendBackRefusal: ['proposed', (client, _, on) => client.cases.sendBackRefusal({ ...on, remark: TEXT })],
  takeBackRefusal: ['proposed', (client, _, on) => client.cases.takeBackRefusal(on)],
  correctOutcome: [
    'decided',
    (client, _, on) => client.cases.correctOutcome({ ...on, outcome: 'refused', reason: TEXT, basis: '第五条' }),
  ],
  openLinked: ['decided', (client, _, on) => client.cases.openLinked({ ...on, reason: TEXT })],
  offer: ['accepted', (client, _, on) => client.cases.offer({ ...on, to: ids.four, note: '请接着办' })],
  accept: ['offered', (client, { offer }, on) => client.cases.accept({ ...on, handoverId: offer!.id })],
  decline: ['offered', (client, { offer }, on) => client.cases.decline({ ...on, handoverId: offer!.id, reason: TEXT })],
  takeBack: ['offered', (client, { offer }, on) => client.cases.takeBack({ ...on, handoverId: offer!.id })],
  receiveMaterials: [
    'noticed',
    (client, _, on) => client.cases.receiveMaterials({ ...on, items: ['A-1.1'], isExamined: true }),
  ],
  acceptAfterNotice: ['complete', (client, _, on) => client.cases.acceptAfterNotice({ ...on, note: '' })],
  giveNoticeAgain: [
    'noticed',
    (client, _, on) => client.cases.giveNoticeAgain({ ...on, missing: ['A-1.2'], note: '', reason: TEXT }),
  ],
  takeBackNotice: ['noticed', (client, _, on) => client.cases.takeBackNotice({ ...on, reason: TEXT })],
  revive: ['silent', (client, _, on) => client.cases.revive(on)],
  takeLatePapers: ['closed', (client, _, on) => client.cases.takeLatePapers({ ...on, items: ['A-1.2'], note: TEXT })],
  answerLatePapers: [
    'late-papers',
    (client, { lateTask }, on) => client.cases.answerLatePapers({ ...on, no: lateTask!.no, kind: 'filed', text: TEXT }),
  ],
  answerEscalation: ['escalated', (client, _, on) => client.cases.answerEscalation({ ...on, remark: TEXT })],
  pause: ['accepted', (client, _, on) => client.cases.pause({ ...on, kind: 'hearing', basis: '第四十五条', days: 3 })],
  endPause: ['paused', (client, { pause }, on) => client.cases.endPause({ ...on, pauseId: pause!.id })],
  extend: ['accepted', (client, _, on) => client.cases.extend({ ...on, days: 3, reason: TEXT })],
  explainOverdue: ['late', (client, _, on) => client.cases.explainOverdue({ ...on, text: TEXT })],
  tell: ['decided', (client, _, on) => client.cases.tell({ ...on, way: 'counter', reached: true, remark: '' })],
  ring: ['silent', (client, _, on) => client.cases.ring({ ...on, reached: true, remark: '' })],
  enterHelper: ['accepted', (client, _, on) => client.cases.enterHelper({ ...on, helper: HELPER })],
  changeHelper: [
    'helped',
    (client, _, on) =>
      client.cases.changeHelper({ ...on, terms: { scope: ['be-told'], until: null, how: 'telephone' } }),
  ],
  endHelper: ['helped', (client, _, on) => client.cases.endHelper({ ...on, how: 'telephone' })],
  readInquiry: [
    'inquired',
    (client, { inquiries }, on) => client.cases.readInquiry({ ...on, inquiryId: inquiries[0]!.id }),
  ],
  answerInquiry: [
    'inquired',
    (client, { inquiries }, on) => client.cases.answerInquiry({ ...on, inquiryId: inquiries[0]!.id, text: TEXT }),
  ],
  askQuestion: [
    'accepted',
    (client, _, on) =>
      client.cases.askQuestion({ ...on, to: { outside: '区民政局' }, text: TEXT, answerBy: tomorrow() }),
  ],
  answerQuestion: [
    'asked',
    (client, { questions }, on) => client.cases.answerQuestion({ ...on, questionId: questions[0]!.id, text: TEXT }),
  ],
  agreeMessages: ['accepted', (client, _, on) => client.cases.agreeMessages({ ...on, agreed: true })],
};

/** A1, C16: what any clerk does with anybody's case, because the resident stands there; everything else is its handler's. */
const ANYBODYS: Routes[] = [
  'matter',
  'one',
  'papers',
  'history',
  'receiveMaterials',
  'openLinked',
  'takeLatePapers',
  'revive',
  'ring',
  'tell',
  'readInquiry',
  'answerInquiry',
  'agreeMessages',
];

/** What a kiosk does with what its resident brings. */
const KIOSKS = ['`appointments.checkIn`', '`tickets.reportSlip`', '`cases.act`', '`cases.actByReceipt`'];

it('[S4] [C2] docs/access.md is what each role may call, and what each clerk may do with whose case', async () => {
  const rows: string[][] = [];
  for (const [name, [stage, tried]] of Object.entries(TRIED) as [Routes, (typeof TRIED)[Routes]][]) {
    let caseId = await staged(stage);
    const cells: string[] = [];
    for (const actor of ACTORS) {
      const found = await as.supervisor.cases.one({ caseId });
      const code = await refusalCode(tried(as[actor], found, { ...wish(), caseId }));
      cells.push(code === 'accepted' ? '×' : `\`${code}\``);
      const isRead = name === 'one' || name === 'matter' || name === 'papers' || name === 'history';
      if (code === 'accepted' && !isRead && actor !== 'nobody') caseId = await staged(stage);
    }
    rows.push([`\`cases.${name}\``, stage, ...cells]);
    const may = (actor: Actor) => cells[ACTORS.indexOf(actor)] === '×';
    expect(may('other'), `${name} by another clerk`).toBe(ANYBODYS.includes(name));
    for (const actor of ['kiosk', 'display', 'nobody'] as const) expect(may(actor), `${name} by ${actor}`).toBe(false);
    const isSeen = name === 'one' || name === 'matter' || name === 'papers' || name === 'history';
    expect(may('administrator'), `${name} by an administrator`).toBe(isSeen);
  }
  const objects = await objectRows(hall, { ...as, own: as.first }, { own: ids.one, other: ids.four });
  for (const [name = '', , ...cells] of objects)
    for (const actor of ['nobody', 'display', 'kiosk'] as const)
      expect(cells[OBJECT_ACTORS.indexOf(actor)] === '×', `${name} by ${actor}`).toBe(
        actor === 'kiosk' && KIOSKS.includes(name),
      );
  const tried = new Set([
    ...Object.keys(TRIED).map((name) => `cases.${name}`),
    ...objects.map(([name]) => name!.replace(/[`]|,.*/g, '')),
  ]);
  const excused = (reasons: Record<string, string>) => (name: string) => !tried.has(name) && !(name in reasons);
  expect(objectRoutes().filter(excused(NO_ROW))).toEqual([]);
  expect(
    textRoutes()
      .filter(excused(WORDS_ELSEWHERE))
      .filter((name) => !isOfHouse(name)),
  ).toEqual([]);
  expect([...Object.keys(NO_ROW), ...Object.keys(WORDS_ELSEWHERE)].filter((name) => tried.has(name))).toEqual([]);
  const text = `# Who may do what

Drawn by \`npx vitest run server/test/edge/access-table.int.test.ts -u\`, which tries each wish on a running hall; not
edited by hand. The links of residents (P3) are no part of it: a link shows one thing.

## What each role may call

As each route declares it (\`schema/<subject>/routes.ts\`); \`server/test/people/access.int.test.ts\` holds that nobody else passes.

${table(['route', ...ROLES], declared())}

## What each may do with a case that is somebody's

Each on a case that has come as far as the wish needs. \`first\` took it, \`handler\` has it, \`receiver\` is offered it,
\`other\` is a clerk who has nothing to do with it.

${table(['route', 'case is', ...ACTORS], rows)}

## What each may do with a ticket, a notice, an appointment, a person, an absence, a report

\`own\` is the clerk at whose counter it is, who entered the person, or whose absence it is; \`other\` is a clerk at another
counter. A paper is its case's; a reason that is missing can be given.

${table(['route', 'it is', ...OBJECT_ACTORS], objects)}
`;
  await expect(text).toMatchFileSnapshot(join(ROOT, 'docs/access.md'));
});

it('[P1] [P2] whatever was wished of whatever, by whoever, no word and no name stands in an event, a row, a file, Redis or a board', async () => {
  const people = [
    WHO.name,
    WHO.telephone,
    HELPER.name,
    DOCUMENT.number,
    PERSONS.applicant,
    PERSONS.booker,
    PERSONS.telephones,
  ];
  // Staff read why a colleague did something; nobody else does, and no name of a resident is before them unmasked.
  expect(await canariesIn(hall, [TEXT, REASON, '办到哪了', ...people], people)).toEqual([]);
});
