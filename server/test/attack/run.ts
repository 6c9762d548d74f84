/** `npm run attack [-- KIND …]`: what strangers get, and what everybody else feels meanwhile (S2). Exit 1 where they take anything. */
import { newRequestId } from '../../../web/client.ts';
import { PASSWORD } from '../harness.ts';
import { askerAt, pause, post } from './ask.ts';
import type { Attack, Kind, Loot } from './attackers.ts';
import { type Felt, feelBare, feelHall, HALL_ADDRESS, percentile, residents, together } from './felt.ts';
import { TRIES } from './found.ts';
import { attackBy, startTarget, type Target } from './target.ts';

type Plan = {
  kind: Kind;
  seconds: number;
  /** The hall's own address, which is that of everybody in it. */
  isHere?: boolean;
  cookie?: (target: Target) => string;
  /** Why that is too much, or null. */
  during?: (target: Target) => Promise<string | null>;
  tooMuch?: (loot: Loot, target: Target) => string | null | Promise<string | null>;
};

type Row = { plan: Plan; name: string; felt: Felt; loot: Loot; bare: number; tooMuch: string | null };

const ELSEWHERE = Array.from({ length: 8 }, (_, n) => `127.0.1.${n + 1}`);
const QUIET_S = 4;
const BARE_S = 6;
/** A clerk may wait so many times the quiet p99, or so many times that of the bare app under the same load. */
const OF_QUIET = 3;
const OF_BARE = 1.5;
const MOST_REFUSED = 1 / 20;
const PHONES_OF_MEASUREMENT = 6;
/** Holds of the whole hall within a minute that cost no work; a minute may begin twice in 30 s. */
const FREE_HOLDS = 20;
/** Silent connections of one address that may stay. */
const SILENT_OF_ADDRESS = 100;
/** Of the words that are guessed at a present password the right one: there in a second at the speed of the attack. */
const RIGHT_WORD = 40;

/** A hall that is asked to stop ends within it, whoever keeps a connection open. */
const STOP_MOST_MS = 5_000;
/** What is tried once is often over before anybody else has asked for anything. */
const LEAST_FELT_S = QUIET_S;

const nothing =
  (what: string) =>
  ({ taken }: Loot) =>
    taken > 0 ? `${taken} ${what}` : null;
/** Who works for each gets some of them, and leaves nearly all to others. */
const OF_SLOTS = 1 / 10;
const fewOfSlots = ({ taken }: Loot, { slots }: Target) =>
  taken > slots.length * OF_SLOTS ? `${taken} of ${slots.length} slots were taken with work` : null;
const fewHolds = ({ taken }: Loot) => (taken > FREE_HOLDS ? `${taken} slots were held without work` : null);

const fewSilent =
  (addresses: number) =>
  ({ taken }: Loot) =>
    taken > SILENT_OF_ADDRESS * addresses ? `${taken} silent connections stay` : null;

const PLANS: Plan[] = [
  { kind: 'pages', seconds: 10 },
  { kind: 'pages', seconds: 10, isHere: true },
  { kind: 'pages with cookies', seconds: 10, isHere: true },
  { kind: 'calls', seconds: 10 },
  { kind: 'calls', seconds: 10, isHere: true },
  { kind: 'holds', seconds: 30, tooMuch: fewHolds },
  { kind: 'holds', seconds: 30, isHere: true, tooMuch: fewHolds },
  { kind: 'holds with work', seconds: 15, tooMuch: fewOfSlots },
  { kind: 'holds with work', seconds: 15, isHere: true, tooMuch: fewOfSlots },
  { kind: 'again', seconds: 10, cookie: (target) => target.displayCookie },
  { kind: 'silent', seconds: 8, tooMuch: fewSilent(ELSEWHERE.length) },
  { kind: 'silent', seconds: 8, isHere: true, tooMuch: fewSilent(1) },
  { kind: 'wrong passwords', seconds: 10, during: lockedOut, tooMuch: (_, target) => lockedOut(target) },
  { kind: 'wrong passwords', seconds: 10, isHere: true, during: lockedOut, tooMuch: (_, target) => lockedOut(target) },
  {
    kind: 'last four',
    seconds: 15,
    isHere: true,
    cookie: (target) => target.thiefCookie,
    tooMuch: async (loot, target) =>
      nothing('appointments were checked in by guessing')(loot) ?? (await knownFour(target)),
  },
  {
    kind: 'present password',
    seconds: 10,
    isHere: true,
    cookie: (target) => target.stolen,
    tooMuch: nothing('accounts got another password'),
  },
];

const wanted = process.argv.slice(2);
/** One of what was found open is wished for by its number, such as F17. */
const isWanted = (name: string) => wanted.some((one) => one === 'found' || name.startsWith(`${one}:`));
const tries = Object.entries(TRIES).filter(([name]) => wanted.length === 0 || isWanted(name));
const unknown = wanted.find(
  (one) =>
    one !== 'found' &&
    !PLANS.some(({ kind }) => kind === one) &&
    !Object.keys(TRIES).some((name) => name.startsWith(`${one}:`)),
);
if (unknown) {
  console.error(
    `there is no attack ${unknown}; there are: ${[...new Set(PLANS.map(({ kind }) => kind)), 'found'].join(', ')}`,
  );
  process.exit(2);
}
console.error('setting a hall up');
const target = await startTarget();
const rows: Row[] = [];
const tried: { name: string; got: string | null; felt?: Felt }[] = [];
/** Between the attacks, so that whatever else this machine does is in both. */
const quiets: Felt[] = [];
try {
  /** What the same load does to the bare app, by kind. */
  const bares = new Map<string, number>();
  for (const plan of PLANS) {
    if (wanted.length > 0 && !wanted.includes(plan.kind)) continue;
    const name = `${plan.kind}${plan.isHere ? ', at the hall’s address' : ''}`;
    console.error(name);
    const [phones, others] = [await residents(target, PHONES_OF_MEASUREMENT), await residents(target, 2)];
    quiets.push(await feelHall(target, others, pause(QUIET_S * 1_000)));
    const attacking = attackBy(attackOf(plan, target, target.origin, plan.seconds));
    const meanwhile = plan.during && pause((plan.seconds / 2) * 1_000).then(() => plan.during!(target));
    const felt = await feelHall(target, phones, attacking);
    const loot = await attacking;
    if (!bares.has(plan.kind)) {
      const onBare = attackBy(attackOf(plan, target, target.bareOrigin, BARE_S));
      bares.set(plan.kind, percentile((await feelBare(target, onBare)).clerk.times, 99));
    }
    rows.push({
      plan,
      name,
      felt,
      loot,
      bare: bares.get(plan.kind)!,
      tooMuch: (await meanwhile) ?? (await plan.tooMuch?.(loot, target)) ?? null,
    });
  }
  for (const [name, attempt] of tries) {
    console.error(name);
    const [phones, others] = [await residents(target, 2), await residents(target, 2)];
    quiets.push(await feelHall(target, others, pause(QUIET_S * 1_000)));
    const trying = attempt(target);
    const felt = await feelHall(target, phones, Promise.all([trying, pause(LEAST_FELT_S * 1_000)]));
    tried.push({ name, felt, got: await trying });
  }
} finally {
  const stoppedMs = await target.stop();
  const got = stoppedMs > STOP_MOST_MS ? `the stop took ${ms(stoppedMs)}` : null;
  tried.push({ name: 'F16: one silent connection holds the stop up', got });
}
const quiet = together(quiets);
const wrong = [
  ...rows.flatMap((row) => wrongWith(row).map((one) => ({ name: row.name, one }))),
  ...tried.flatMap(({ name, got: tooMuch, felt }) =>
    wrongWith({ felt, bare: 0, tooMuch }).map((one) => ({ name, one })),
  ),
];
print();
process.exit(wrong.length > 0 ? 1 : 0);

function attackOf({ kind, isHere, cookie }: Plan, of: Target, origin: string, seconds: number): Attack {
  const words = Array.from({ length: 60 }, (_, n) => (n === RIGHT_WORD ? PASSWORD : `a-common-password-${n}`));
  return {
    kind,
    origin,
    addresses: isHere ? [HALL_ADDRESS] : ELSEWHERE,
    seconds,
    cookie: cookie?.(of) ?? '',
    accounts: of.accounts,
    matters: of.matters,
    // Those of the same attack from elsewhere are full by then.
    slots: isHere ? of.slots.toReversed() : of.slots,
    words,
  };
}

/** Of fewer than a hundred answers the slowest is forgiven: whatever else this machine does is in it. */
function wrongWith({
  felt,
  bare,
  tooMuch,
}: {
  felt: Felt | undefined;
  bare: number;
  tooMuch: string | null;
}): string[] {
  const most = Math.max(OF_QUIET * percentile(quiet.clerk.times, 99), OF_BARE * bare);
  const found = tooMuch ? [tooMuch] : [];
  if (!felt) return found;
  const { times: waits } = felt.clerk;
  const longer = waits.filter((one) => one > most).length;
  if (longer > Math.max(1, waits.length / 100))
    found.push(`a clerk waits longer than ${ms(most)} ${longer} times of ${waits.length}`);
  for (const [who, { times, refused }] of Object.entries(felt)) {
    if (refused > times.length * MOST_REFUSED) found.push(`${who}: ${refused} of ${times.length} refused`);
  }
  return found;
}

/** Whoever signed in before from the same browser and address must come in with the right password. */
async function lockedOut({ origin, browsers }: Target): Promise<string | null> {
  const ask = askerAt(origin, HALL_ADDRESS);
  const locked: string[] = [];
  for (const { account, cookie } of browsers) {
    const { status } = await post(ask, '/api/session', { account, password: PASSWORD }, { cookie });
    if (status !== 200) locked.push(account);
  }
  return locked.length > 0 ? `${locked.length} of ${browsers.length} accounts are locked` : null;
}

/** The control: who has an appointment today must come in by the same four digits at another kiosk. */
async function knownFour({ origin, kioskCookie, booked }: Target): Promise<string | null> {
  const ask = askerAt(origin, HALL_ADDRESS);
  for (const telephone of booked) {
    const wish = { requestId: newRequestId(), code: telephone.slice(-4), printing: false };
    if ((await post(ask, '/api/check-ins', wish, { cookie: kioskCookie })).status === 200) return null;
  }
  return 'nobody who has an appointment is checked in by four digits';
}

function gotOf({ well, refused, none, taken }: Loot): string {
  return `${well} answered, ${refused} refused, ${none} not at all; ${taken} taken`;
}

function print(): void {
  const pair = ({ times }: { times: number[] }) => `${ms(percentile(times, 50))} / ${ms(percentile(times, 99))}`;
  const feltBy = (felt: Felt) => [
    pair(felt.kiosk),
    pair(felt.resident),
    `${felt.resident.refused} of ${felt.resident.times.length}`,
  ];
  const head = ['', 'attack', 'clerk', 'bare', 'kiosk', 'resident', 'refused', 'the attackers got'];
  const table = [head, ['', 'quiet', pair(quiet.clerk), '', ...feltBy(quiet), '']];
  for (const { name, felt, loot, bare } of rows) {
    const verdict = wrong.some((one) => one.name === name) ? 'FAIL' : 'PASS';
    table.push([verdict, name, pair(felt.clerk), ms(bare), ...feltBy(felt), gotOf(loot)]);
  }
  for (const { name, felt, got } of tried) {
    const parts = felt ? [pair(felt.clerk), '', ...feltBy(felt)] : ['', '', '', '', ''];
    const verdict = wrong.some((one) => one.name === name) ? 'FAIL' : 'PASS';
    table.push([verdict, name, ...parts, got ?? 'nothing']);
  }
  const widths = head.map((_, i) => Math.max(...table.map((line) => line[i]!.length)));
  console.log('p50 / p99; bare: the p99 of a clerk at a bare Express app under the same load');
  for (const line of table)
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    );
  for (const { name, one } of wrong) console.log(`FAIL  ${name}: ${one}`);
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
