/** The work that the hall asks for, as it is sent back. `challenge` is in base64. */
export async function solved(challenge) {
  const { algorithm, challenge: hash, salt, maxnumber, signature } = JSON.parse(atob(challenge));
  const number = await solve({ challenge: hash, salt, maxnumber });
  return btoa(JSON.stringify({ algorithm, challenge: hash, number, salt, signature }));
}

/**
 * The proof of work: the number that gives the challenge when it is hashed after the salt (SHA-256).
 * Written out, because a browser has crypto.subtle only where a page came by https, and a hall may have none.
 */
export async function solve({ salt, challenge, maxnumber }) {
  const prefix = new TextEncoder().encode(salt);
  const whole = prefix.length - (prefix.length % BLOCK);
  const begun = Int32Array.from(FIRST);
  for (let at = 0; at < whole; at += BLOCK) compress(begun, prefix, at);
  const end = new Uint8Array(2 * BLOCK);
  end.set(prefix.subarray(whole));
  const from = prefix.length - whole;
  const wanted = wordsOf(challenge);
  const state = new Int32Array(8);
  let pauseAt = performance.now() + PAUSE_AFTER_MS;
  for (let number = 0; number <= maxnumber; number++) {
    const bytes = finish(end, from, String(number), whole);
    state.set(begun);
    for (let at = 0; at < bytes; at += BLOCK) compress(state, end, at);
    if (wanted.every((word, i) => word === state[i])) return number;
    // The page stays alive meanwhile.
    if (number % 256 === 0 && performance.now() > pauseAt) {
      await new Promise((resolve) => setTimeout(resolve));
      pauseAt = performance.now() + PAUSE_AFTER_MS;
    }
  }
  return null;
}

const BLOCK = 64;
const PAUSE_AFTER_MS = 40;
const PRIMES = [];
for (let n = 2; PRIMES.length < 64; n++) if (PRIMES.every((prime) => n % prime)) PRIMES.push(n);
const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const FIRST = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = Int32Array.from(PRIMES.map((prime) => fraction(Math.cbrt(prime))));
const words = new Int32Array(64);

function wordsOf(hex) {
  return hex.match(/.{8}/g).map((word) => Number.parseInt(word, 16) | 0);
}

/** The digits, the padding and the length after what is there; gives how many bytes the last blocks have. */
function finish(end, from, digits, before) {
  let at = from;
  for (let i = 0; i < digits.length; i++) end[at++] = digits.charCodeAt(i);
  const bits = (before + at) * 8;
  end[at++] = 0x80;
  const size = at > BLOCK - 8 ? 2 * BLOCK : BLOCK;
  end.fill(0, at, size - 4);
  new DataView(end.buffer).setUint32(size - 4, bits);
  return size;
}

/** One block of SHA-256 (FIPS 180-4). */
function compress(state, bytes, at) {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, BLOCK);
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(i * 4);
  for (let i = 16; i < 64; i++) {
    const [x, y] = [words[i - 15], words[i - 2]];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}
