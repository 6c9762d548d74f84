/** What every command of the operator shares: how it is described, how it speaks, how it shows its progress. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { Config } from '../config.ts';

export type Shell = {
  config: Config;
  /** Handed on to processes that a command starts. */
  env: Record<string, string | undefined>;
  /** A line of the result, on standard output. */
  say: (line: string) => void;
  progress: (label: string, total: number) => Progress;
  /** ms since 1970. */
  nowMs: () => number;
};
export type Progress = { at: (done: number) => void; end: () => void };

/** `run` answers with the exit code: 0 fine, 1 the check failed. It throws a sentence for the operator. */
export type Command = {
  name: string;
  summary: string;
  help: string;
  run: (args: string[], shell: Shell) => Promise<number>;
};

/** Wrong usage: exit code 2. */
export function usageError(sentence: string): Error {
  return Object.assign(new Error(sentence), { usage: true });
}

/** Options and operands, or a usage error in one sentence. */
export function readArguments<O extends ParseArgsOptionsConfig>(args: string[], options: O, most: number) {
  try {
    const read = parseArgs({ args, options, allowPositionals: true });
    if (read.positionals.length > most) throw new Error(`"${read.positionals[most]}" is one argument too many`);
    return read;
  } catch (error) {
    throw usageError((error as Error).message.split('. ')[0] ?? 'wrong usage');
  }
}

/** A whole number of at least `least`, or a usage error. */
export function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) {
    throw usageError(`${name} must be a whole number from ${least} on, not "${text}"`);
  }
  return number;
}

const BAR = 30;
const REDRAW_MS = 100;
const LINE_MS = 5_000;

/** A bar that is redrawn on a terminal; a line every few seconds into anything else. */
export function progressOn(stream: NodeJS.WriteStream): Shell['progress'] {
  return (label, total) => {
    const startedAt = performance.now();
    let shownAt = startedAt;
    let drawn = false;
    return {
      at(done) {
        const now = performance.now();
        if (now - shownAt < (stream.isTTY ? REDRAW_MS : LINE_MS)) return;
        shownAt = now;
        drawn = true;
        const share = total > 0 ? Math.min(1, done / total) : 0;
        const figures = `${String(Math.floor(share * 100)).padStart(3)} %  ${done} of ${total}`;
        const filled = Math.round(share * BAR);
        const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
        stream.write(stream.isTTY ? `\r${label}  ${bar}  ${figures}\x1b[K` : `${label}: ${figures.trim()}\n`);
      },
      end() {
        if (stream.isTTY && drawn) stream.write('\r\x1b[K');
      },
    };
  };
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
