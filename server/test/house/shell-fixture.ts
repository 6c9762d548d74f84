/** A shell for tests: what was said is kept, no progress is shown. */
import { readConfig } from '../../config.ts';
import type { Shell } from '../../shell/terminal.ts';

export function recordingShell(dataDir: string, nowMs: () => number = Date.now): Shell & { said: string[] } {
  const said: string[] = [];
  return {
    config: readConfig({ DATA_DIR: dataDir }),
    env: process.env,
    said,
    nowMs,
    say: (line) => void said.push(line),
    progress: () => ({ at: () => {}, end: () => {} }),
  };
}
