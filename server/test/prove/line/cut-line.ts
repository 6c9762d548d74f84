/** A line between this machine and a network namespace, cut or made bad (cut-line.c). Linux, root and iproute2. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compile } from '../compile.ts';

/** Of this process alone: two lines with the same addresses take each other's packets. */
const NET = `10.231.${process.pid % 256}`;
const HERE = `${NET}.1`;
const THERE = `${NET}.2`;

/** Of one way: packets of a hundred that are lost, and how long the others are on their way. */
type Way = { loss: number; delayMs: number };
const WHOLE: Way = { loss: 0, delayMs: 0 };
const CUT: Way = { loss: 100, delayMs: 0 };
const LOSSY: Way = { loss: 30, delayMs: 0 };
const SLOW: Way = { loss: 0, delayMs: 2_000 };
/** The way there, and the way here. */
const WAYS = {
  'both ways': [CUT, CUT],
  'to there': [CUT, WHOLE],
  'from there': [WHOLE, CUT],
  loss: [LOSSY, LOSSY],
  delay: [SLOW, SLOW],
  'delay to there': [SLOW, WHOLE],
} satisfies Record<string, [Way, Way]>;

export type Cut = keyof typeof WAYS;
export const CUTS = Object.keys(WAYS) as Cut[];

export type CutLine = {
  here: string;
  there: string;
  /** What runs a program there. */
  inside: readonly string[];
  cut: (cut: Cut) => void;
  heal: () => void;
  /** What became of the packets of each kind of cut. */
  packets: () => Record<Cut, { carried: number; lost: number }>;
  remove: () => void;
};

export async function openLine(seed: number): Promise<CutLine> {
  const name = `shouwen-${process.pid}`;
  const [near, far] = [`swn${process.pid}`, `swf${process.pid}`];
  const packets = Object.fromEntries(CUTS.map((cut) => [cut, { carried: 0, lost: 0 }])) as ReturnType<
    CutLine['packets']
  >;
  const program = compile(join(import.meta.dirname, 'cut-line.c'));
  try {
    ip('netns', 'add', name);
  } catch (fault) {
    program.remove();
    throw new Error(`a line that can be cut needs Linux, root and iproute2: ${(fault as Error).message}`);
  }
  const carrier = spawn(program.path, [name, near, far, String(seed)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const remove = () => {
    carrier.stdin.end();
    ip('netns', 'del', name);
    program.remove();
  };
  const answers = createInterface(carrier.stdout);
  const opened = await Promise.race([once(answers, 'line'), once(carrier, 'exit').then(() => null)]);
  if (!opened) {
    remove();
    throw new Error('a line that can be cut needs /dev/net/tun and the right to open it');
  }
  ip('addr', 'add', HERE, 'peer', THERE, 'dev', near);
  ip('link', 'set', near, 'up');
  ip('-n', name, 'addr', 'add', THERE, 'peer', HERE, 'dev', far);
  ip('-n', name, 'link', 'set', far, 'up');
  ip('-n', name, 'link', 'set', 'lo', 'up');

  // An answer counts the packets until its row came: they belong to what the line was before.
  let now: Cut | null = null;
  const ended: (Cut | null)[] = [];
  answers.on('line', (row) => {
    const cut = ended.shift();
    const [carried = 0, lost = 0] = row.split(' ').map(Number);
    if (!cut) return;
    packets[cut].carried += carried;
    packets[cut].lost += lost;
  });
  const become = (cut: Cut | null) => {
    const [there, here] = cut ? WAYS[cut] : [WHOLE, WHOLE];
    ended.push(now);
    now = cut;
    carrier.stdin.write(`${there.loss} ${here.loss} ${there.delayMs} ${here.delayMs}\n`);
  };
  return {
    here: HERE,
    there: THERE,
    inside: ['ip', 'netns', 'exec', name],
    cut: become,
    heal: () => become(null),
    packets: () => packets,
    remove,
  };
}

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'pipe', 'pipe'] });
