/** One attack in a process of its own, niced by its parent: its argument is an Attack as JSON, its last line what it got. */
import { randomInt } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { io } from 'socket.io-client';
import { newRequestId } from '../../../web/client.ts';
import { type Ask, askerAt, atRate, holdSlot, newPhone, PAGE, pause, post } from './ask.ts';

export type Kind = keyof typeof ATTACKS;
export type Attack = {
  kind: Kind;
  origin: string;
  /** Where it comes from: several addresses, or the hall's own. */
  addresses: string[];
  seconds: number;
  /** What an attack of this kind has stolen, or guesses at. */
  cookie: string;
  accounts: string[];
  matters: string[];
  slots: { id: string; matterId: string }[];
  words: string[];
};
/** How many of its requests were answered well, how many refused, how many not at all; and what it took. */
export type Loot = { well: number; refused: number; none: number; taken: number };

const CONNECTIONS = 50;
const CALLS_PER_SECOND = 200;
const HOLDS_PER_SECOND = 48;
const GUESSES_PER_SECOND = 50;
const AGAIN = 3_000;
const SILENT = 2_000;

const ATTACKS = {
  /** Pages, and slips of links that are long and none, as fast as they come. */
  pages: (attack: Attack) => reading(attack, false),
  /** The same, each reader with a cookie of its own. */
  'pages with cookies': (attack: Attack) => reading(attack, true),

  async calls({ seconds, matters, ...attack }: Attack) {
    const { loot, asks, count } = begin(attack);
    const paths = ['/api/catalogue', '/api/openings', ...matters.map((id) => `/api/slots?matterId=${id}`)];
    await atRate(CALLS_PER_SECOND, seconds, async (n) => count(await pick(asks, n)(pick(paths, n))));
    return loot;
  },

  /** Half of them without a cookie, half with a new one for each two. */
  async holds({ seconds, slots, ...attack }: Attack) {
    const { loot, asks, count } = begin(attack);
    const phones = await phonesOf(asks, 60);
    await atRate(HOLDS_PER_SECOND, seconds, async (n) => {
      const { id, matterId } = pick(slots, n);
      const answer = await holdSlot(pick(asks, n), n % 2 ? pick(phones, n) : '', id, matterId, false);
      if (count(answer)) loot.taken++;
    });
    return loot;
  },

  /** Works for each hold, and books it with an invented telephone, so that it stays. */
  async 'holds with work'({ seconds, slots, ...attack }: Attack) {
    const { loot, asks, count } = begin(attack);
    const phones = await phonesOf(asks, 60);
    const end = performance.now() + seconds * 1_000;
    for (let n = 0; performance.now() < end; n++) {
      const { id, matterId } = pick(slots, n);
      const answer = await holdSlot(pick(asks, n), pick(phones, n), id, matterId, true);
      if (!count(answer)) continue;
      const { link } = JSON.parse(answer.body);
      const telephone = `139${String(10_000_000 + n).slice(-8)}`;
      const wish = { requestId: newRequestId(), name: '无名氏', telephone, language: 'zh-Hans' };
      const booked = await post(pick(asks, n), `/api/appointments/${link}/confirm`, wish, { cookie: pick(phones, n) });
      if (booked.status === 200) loot.taken++;
    }
    return loot;
  },

  /** An enrolled display asks for its board, and comes back when it is cut off. */
  async again({ origin, seconds, cookie }: Attack) {
    const loot: Loot = { well: 0, refused: 0, none: 0, taken: 0 };
    const options = { transports: ['websocket'], auth: { board: 'display' }, extraHeaders: { cookie } };
    const socket = io(origin, { ...options, reconnectionDelay: 100, reconnectionDelayMax: 100 });
    socket.on('connect', () => {
      for (let n = 0; n < AGAIN; n++) socket.emit('board:again', 'display');
    });
    socket.on('board:snapshot', () => loot.well++);
    socket.on('disconnect', () => loot.refused++);
    await pause(seconds * 1_000);
    socket.close();
    return loot;
  },

  /** `taken`: connections that are still open at the end. */
  async silent({ origin, addresses, seconds }: Attack) {
    const { hostname, port } = new URL(origin);
    const sockets: Socket[] = [];
    await atRate(SILENT / 4, 4, async (n) => {
      const socket = connect({ host: hostname, port: Number(port), localAddress: pick(addresses, n) });
      socket.on('error', () => {});
      // What is not read is never seen to end.
      socket.resume();
      sockets.push(socket);
    });
    // Before the time for a head is over, which would end all of them.
    await pause((seconds - 4) * 1_000);
    const open = sockets.filter((socket) => socket.readyState === 'open').length;
    for (const socket of sockets) socket.destroy();
    return { well: sockets.length, refused: sockets.length - open, none: 0, taken: open };
  },

  'wrong passwords': (attack: Attack) =>
    guessing(attack, (ask, n) =>
      post(ask, '/api/session', { account: pick(attack.accounts, n), password: `wrong-password-${n}` }),
    ),

  /** Of all that four digits can be; each that checks in an appointment took it. */
  'last four': (attack: Attack) =>
    guessing(attack, (ask) => {
      const code = String(randomInt(10_000)).padStart(4, '0');
      return post(
        ask,
        '/api/check-ins',
        { requestId: newRequestId(), code, printing: false },
        { cookie: attack.cookie },
      );
    }),

  /** Of a session that was stolen: the right one is among the words, where a common password would be. */
  'present password': (attack: Attack) =>
    guessing(attack, (ask, n) =>
      post(
        ask,
        '/api/session/password',
        { present: pick(attack.words, n), next: `a-stolen-password-${n}` },
        { cookie: attack.cookie },
      ),
    ),
};

const attack = JSON.parse(process.argv[2] ?? '{}') as Attack;
console.log(JSON.stringify(await ATTACKS[attack.kind](attack)));
process.exit(0);

function begin({ origin, addresses }: Pick<Attack, 'origin' | 'addresses'>) {
  const loot: Loot = { well: 0, refused: 0, none: 0, taken: 0 };
  const asks = addresses.map((address) => askerAt(origin, address, Math.ceil(CONNECTIONS / addresses.length)));
  const count = ({ status }: { status: number }): boolean => {
    if (status === 0) loot.none++;
    else if (status < 400) loot.well++;
    else loot.refused++;
    return status > 0 && status < 400;
  };
  return { loot, asks, count };
}

async function reading({ seconds, matters, ...attack }: Attack, withCookies: boolean): Promise<Loot> {
  const { loot, asks, count } = begin(attack);
  const phones = withCookies ? await phonesOf(asks, CONNECTIONS) : [];
  const slip = `/paper/slip/${'a'.repeat(2_000)}`;
  const paths = ['/openings', slip, ...matters.map((id) => `/book/${id}`)];
  const end = performance.now() + seconds * 1_000;
  const reader = async (_: unknown, who: number) => {
    for (let n = who; performance.now() < end; n++) {
      const headers = { ...PAGE, ...(withCookies ? { cookie: phones[who] ?? '' } : {}) };
      count(await pick(asks, who)(pick(paths, n), { headers }));
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, reader));
  return loot;
}

async function guessing(attack: Attack, guess: (ask: Ask, n: number) => ReturnType<Ask>): Promise<Loot> {
  const { loot, asks, count } = begin(attack);
  await atRate(GUESSES_PER_SECOND, attack.seconds, async (n) => {
    if (count(await guess(pick(asks, n), n))) loot.taken++;
  });
  return loot;
}

/** Some are given no cookie: an address gets a few in a second. */
async function phonesOf(asks: Ask[], count: number): Promise<string[]> {
  const phones = await Promise.all(Array.from({ length: count }, (_, n) => newPhone(pick(asks, n))));
  return phones.filter(Boolean);
}

function pick<T>(list: readonly T[], n: number): T {
  const one = list[n % list.length];
  if (one === undefined) throw new Error('the attack has nothing to choose from');
  return one;
}
