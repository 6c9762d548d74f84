/** A line between this machine and a network namespace, which can be cut in either direction. Needs root and iproute2. */
import { execFileSync } from 'node:child_process';

const HERE = '10.231.7.1';
const THERE = '10.231.7.2';
/** Nobody has it: what is sent to it is dropped by whoever gets it. */
const NOBODY = '02:00:00:00:00:99';

export type Cut = 'both ways' | 'to there' | 'from there';
export const CUTS: readonly Cut[] = ['both ways', 'to there', 'from there'];

export type CutLine = {
  here: string;
  there: string;
  /** What runs a program there. */
  inside: readonly string[];
  cut: (cut: Cut) => void;
  heal: () => void;
  remove: () => void;
};

export function openLine(): CutLine {
  const name = `shouwen-${process.pid}`;
  const [near, far] = [`swn${process.pid}`.slice(0, 15), `swf${process.pid}`.slice(0, 15)];
  const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  ip('netns', 'add', name);
  ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', name);
  ip('addr', 'add', `${HERE}/30`, 'dev', near);
  ip('link', 'set', near, 'up');
  ip('-n', name, 'addr', 'add', `${THERE}/30`, 'dev', far);
  ip('-n', name, 'link', 'set', far, 'up');
  ip('-n', name, 'link', 'set', 'lo', 'up');
  const misled = { to: [near, THERE], from: ['-n', name, far, HERE] } as const;
  return {
    here: HERE,
    there: THERE,
    inside: ['ip', 'netns', 'exec', name],
    cut(cut) {
      if (cut !== 'from there') ip('neigh', 'replace', misled.to[1], 'lladdr', NOBODY, 'dev', near, 'nud', 'permanent');
      if (cut !== 'to there')
        ip('-n', name, 'neigh', 'replace', HERE, 'lladdr', NOBODY, 'dev', far, 'nud', 'permanent');
    },
    heal() {
      ip('neigh', 'flush', 'dev', near, 'nud', 'permanent');
      ip('-n', name, 'neigh', 'flush', 'dev', far, 'nud', 'permanent');
    },
    remove() {
      ip('netns', 'del', name);
    },
  };
}
